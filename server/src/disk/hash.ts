/**
 * A short hash of a text, to see whether it has changed: the length and 64 bits that anyone can compute, in browsers as
 * well. Whoever makes two texts with the same hash gets an older list of problems, of a file of their own.
 */
export function hashOfText(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x9e3779b1);
    second = Math.imul(second ^ code, 0x5f356495);
  }
  first =
    Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  second =
    Math.imul(second ^ (second >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return [text.length, first >>> 0, second >>> 0].map((part) => part.toString(36)).join('-');
}
