import assert from 'node:assert/strict';

/**
 * Checks by the text alone, without the server's code, that an automatic change lost nothing: each comment is kept,
 * each word or a similar one, and each number, and no line became part of the one before.
 */
export function checkNothingLost(before: string, after: string, what = ''): void {
  const shown = `${what}\n${before}\n=>\n${after}`;
  const comments = missing(commentsIn(before), commentsIn(after));
  assert.deepEqual(comments, [], `a comment is lost: ${shown}`);
  const words = [...new Set(wordsIn(before))];
  const gone = missing(words, wordsIn(after));
  // A word can be fresh in one place while its repetition is removed in another.
  const fresh = missing(wordsIn(after), words);
  for (const word of gone)
    assert.ok(
      fresh.some((one) => isLike(word, one)),
      `\`${word}\` is lost: ${shown}`,
    );
  const [joined] = joinedLines(before, after);
  assert.equal(joined, undefined, `lines are joined: ${shown}`);
}

/** The texts that another list does not contain, or contains less often. */
function missing(texts: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return texts.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function commentsIn(text: string): readonly string[] {
  const comments = [...text.matchAll(/(?<=^|[ \t])#[^\r\n\x85\u2028\u2029]*/gm)];
  return comments.map(([comment]) => comment.trimEnd()).filter((comment) => comment !== '#');
}

function wordsIn(text: string): readonly string[] {
  const decoded = text.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return decoded.split(/[\s:=,"'[\]{}]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Names that dstack itself has changed. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['termination_idle_time', 'idle_duration'],
  ['count', 'replicas'],
  ['setup', 'init'],
]);

const UNIT = /^(?:hour|minute|min|second|sec|day|week)s?$/i;

/**
 * Half of the letters in the same order, and the same digits; a unit may have become part of its number, and a digit may
 * be a slip in a word of letters.
 */
function isLike(word: string, other: string): boolean {
  if (SUCCESSORS.get(word) === other) return true;
  const digits = (text: string) => text.replace(/[^0-9]+/g, ' ').trim();
  const [a, b] = [word.toLowerCase(), other.toLowerCase()];
  const common = inCommon(a, b);
  if (digits(word) !== '' && digits(word) !== digits(other)) {
    const isSlip = digits(other) === '' && b.length >= 4 && !UNIT.test(other);
    return isSlip && a.length - b.length <= 2 && common * 4 >= b.length * 3;
  }
  if (other.includes(word) || word.startsWith(other)) return true;
  if (/^[a-z]+$/.test(a) && b.endsWith(a.charAt(0)) && /[0-9]/.test(b)) return true;
  return common * 2 >= Math.min(a.length, b.length);
}

/** How many letters two words have in the same order, at most. */
function inCommon(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const row = [0];
    for (let at = 0; at < b.length; at++)
      row.push(
        b[at] === letter ? (above[at] ?? 0) + 1 : Math.max(row[at] ?? 0, above[at + 1] ?? 0),
      );
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** The last word of a line and the first of the next that are on one line now. A value may move up to its property. */
function joinedLines(before: string, after: string): readonly string[] {
  const linesOf = (text: string) =>
    text
      .split(/\r\n|[\r\n]/)
      .map((line) => line.replace(/(^|\s)#.*$/, ''))
      .filter((line) => line.trim() !== '');
  const pairsOf = (lines: readonly string[]) =>
    lines.flatMap((line) => {
      const words = wordsIn(line);
      return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
    });
  const old = linesOf(before);
  const known = new Set(pairsOf(old));
  const lines = linesOf(after);
  const now = new Set(pairsOf(lines));
  // Two lines that are still there are not joined, even if another line has their words now.
  const isKept = (line: string) => lines.includes(line);
  return old.slice(1).flatMap((line, index) => {
    const above = old[index] ?? '';
    const pair = `${wordsIn(above).at(-1) ?? ''} ${wordsIn(line)[0] ?? ''}`;
    if (isKept(above) && isKept(line)) return [];
    return !/:\s*[[{]?$/.test(above.trimEnd()) && now.has(pair) && !known.has(pair) ? [pair] : [];
  });
}
