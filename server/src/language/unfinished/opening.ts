const CLOSING: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['{', '}'],
]);

/**
 * Offset of the first bracket or quote of a flow collection or a quoted text that begins on the line from `start` to `end`
 * and is still open at its end; undefined where there is none. In any other text brackets and quotes mean nothing.
 */
export function openingOnLine(text: string, start: number, end: number): number | undefined {
  const line = text.slice(start, end);
  const [lead = ''] = /^\s*(?:-\s+)*(?:(?:[\w.-]+|"[^"]*"|'[^']*')\s*:\s+)?/.exec(line) ?? [];
  const open: { readonly at: number; readonly closing: string }[] = [];
  let isStart = true;
  for (let at = lead.length; at < line.length; at++) {
    const char = line.charAt(at);
    const closing = CLOSING.get(char);
    if (isStart && (char === '"' || char === "'")) {
      const close = closeOf(line, at, char);
      if (close === undefined) return start + (open[0]?.at ?? at);
      at = close;
    } else if (closing !== undefined && (isStart || open.length > 0)) open.push({ at, closing });
    else if (open.length === 0) return undefined;
    else if (char === open.at(-1)?.closing) open.pop();
    isStart = '[{,:'.includes(char) || (isStart && char === ' ');
  }
  const [first] = open;
  return first && start + first.at;
}

/** The end of the quote that opens at `at`. */
function closeOf(line: string, at: number, quote: '"' | "'"): number | undefined {
  const body = quote === '"' ? /(?:[^"\\]|\\.)*"/y : /(?:[^']|'')*'(?!')/y;
  body.lastIndex = at + 1;
  return body.test(line) ? body.lastIndex - 1 : undefined;
}
