const LONGEST = 40;

/** Text of the user's as a message shows it: the beginning of a long one. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  // A character of two units is not cut in half.
  return `${start.replace(/[\ud800-\udbff]$/, '')}…`;
}
