/** Control characters, characters that change the direction of text, and invisible ones, which none of ours needs. */
const UNSAFE =
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/** Characters of one text from a server that are kept. */
const MOST = 500;

/** A text of a server on one line: without control and invisible characters, and of limited length. */
export function cleanText(text: string): string {
  const line = text
    .slice(0, 2 * MOST)
    .replace(UNSAFE, ' ')
    .trim();
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
}
