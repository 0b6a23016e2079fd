/** The result of Python's `shlex.split`: the number of words, or the offset of what is not closed. */
export type Split = { readonly words: number } | { readonly unclosed: number };

/** Counts the words of a text as a POSIX shell splits it. Mirrors `shlex.split`. */
export function splitWords(text: string): Split {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (' \t\r\n'.includes(character)) {
      inWord = false;
      continue;
    }
    if (!inWord) words++;
    inWord = true;
    if (character === '\\') {
      at++;
      if (at >= text.length) return { unclosed: at - 1 };
    } else if (character === '"' || character === "'") {
      const end = endOfQuotes(text, at);
      if (end === undefined) return { unclosed: at };
      at = end;
    }
  }
  return { words };
}

/** The end of the quotes that open at `start`; a backslash escapes only within double quotes. */
function endOfQuotes(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (text[at] === '\\' && quote === '"') at++;
  }
  return undefined;
}
