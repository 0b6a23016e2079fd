/** The longest text of a file that a message repeats, in UTF-16 units. */
const MAX_QUOTE_CHARS = 60;

/** User text as messages show it: in backticks, on one line, and truncated if it is long. */
export function quote(text: string): string {
  return text === '' ? '`""`' : `\`${truncate(text).replace(/\s/g, ' ')}\``;
}

/** A text of at most `max` UTF-16 units; a longer one is cut, between characters, and ends with `…`. */
export function truncate(text: string, max = MAX_QUOTE_CHARS): string {
  if (text.length <= max) return text;
  // A character of two units is not cut in half.
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** The same of names, each in backticks: "`a`, `b` or `c`". */
export function listOfNames(names: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  return listInWords(
    names.map((name) => `\`${name}\``),
    conjunction,
  );
}

/** `1 node`, `2 nodes`. */
export function counted(amount: number, noun: string, plural = `${noun}s`): string {
  return `${String(amount)} ${amount === 1 ? noun : plural}`;
}

/** `30,000`. The first call takes some ten milliseconds, so no start may need it. */
export function grouped(amount: number): string {
  return amount.toLocaleString('en');
}

/** "a task", "an item", "an hour", "a user": the article depends on the first sound. */
export function withArticle(noun: string): string {
  return `${/^(?:[aeio]|u(?!ni|se)|hour)/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The text with a capital letter first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
