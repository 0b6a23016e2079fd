/**
 * The candidates that `word` may be a misspelling of, best first: the same but for case, hyphens and plural, then
 * by edit distance (insert, delete, replace, swap neighbours), at most a third of the word's length. A slip to a key
 * beside the right one counts a little less.
 */
export function closest(word: string, candidates: readonly string[]): string[] {
  if (word === '' || word.length > 60) return [];
  const limit = Math.max(1, Math.floor(word.length / 3));
  return near(word, candidates, limit).map(({ candidate }) => candidate);
}

/**
 * The only candidate that `word` can be a slip of: one letter is wrong, missing or extra, or two are swapped (two such
 * slips from eight letters on), and no other candidate is nearly as close. Words of up to four letters are too often
 * other words: in them only swapped or doubled letters and adjacent keys count. Undefined if two are possible.
 */
export function onlyNear(word: string, candidates: readonly string[]): string | undefined {
  if (word === '' || word.length > 60) return undefined;
  const limit = word.length < 8 ? 1 : 2;
  const [best, second] = near(word, candidates, limit + MARGIN);
  if (!best || best.distance > limit) return undefined;
  if (second && second.distance - best.distance < MARGIN) return undefined;
  const isSure = word.length > 4 || best.distance < 1 || hasLettersOf(word, best.candidate);
  return isSure ? best.candidate : undefined;
}

/** Whether one letter of a text is wrong, missing or extra, or two neighbours are swapped. Letter case counts. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [ofA, ofB] = [a.slice(from, endA), b.slice(from, endB)];
  if (ofA.length < 2 && ofB.length < 2) return true;
  return ofA.length === 2 && ofB === [...ofA].reverse().join('');
}

function hasLettersOf(word: string, candidate: string): boolean {
  const [a, b] = [word, candidate].map((one) => [...new Set(normalise(one))].sort().join(''));
  return a === b;
}

/** Candidates whose distances differ by less are about as near: a plural, or a slip to a key beside the right one. */
const MARGIN = 0.5;

/** The candidates whose distance is at most `limit`, nearest first; of two as near, the first. */
function near(word: string, candidates: readonly string[], limit: number) {
  const normal = normalise(word);
  const letters = lettersOf(normal);
  return candidates
    .filter((candidate) => otherLetters(letters, lettersOf(candidate)) * SLIP <= limit)
    .map((candidate) => ({ candidate, distance: distance(normal, candidate, limit) }))
    .filter((entry) => entry.distance <= limit)
    .sort((a, b) => a.distance - b.distance);
}

/** The letters from A to Z of a word, one bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) {
    const letter = (word.charCodeAt(index) | 32) - 97;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}

/** How many letters one of two words has and the other has not; each of them costs an edit, which is at least a slip. */
function otherLetters(some: number, others: number): number {
  return Math.max(bitsOf(some & ~others), bitsOf(others & ~some));
}

function bitsOf(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The distance of a normalised word to a candidate; Infinity if the lengths alone make it more than `limit`. */
function distance(a: string, candidate: string, limit: number): number {
  const most = Math.min(limit, a.length);
  if (Math.abs(a.length - candidate.length) > most) return Infinity;
  const b = normalise(candidate);
  if (a === b) return 0;
  if (`${a}s` === b || a === `${b}s`) return 0.5;
  return editDistance(a, b, limit);
}

function normalise(word: string): string {
  return word.toLowerCase().replace(/[-\s]/g, '_');
}

/** Damerau-Levenshtein distance with adjacent swaps, in O(a.length * b.length); Infinity if it is more than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const substitute = (previous[j - 1] ?? 0) + (isSame ? 0 : replacing(a, i - 1, b, j - 1));
      let best = Math.min(substitute, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (!isSame && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      current.push(best);
      least = Math.min(least, best);
    }
    // The distance does not fall below the least of a row.
    if (least > limit) return Infinity;
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Little enough less than 1 that it decides only between words that are as far away otherwise; exact in binary. */
const SLIP = 0.875;

/** What it costs to replace a character of `a` by another one of `b`. */
function replacing(a: string, i: number, b: string, j: number): number {
  return KEYS.get(a.charAt(i))?.includes(b.charAt(j)) ? SLIP : 1;
}

/** Each key of a QWERTY keyboard in small letters, with the keys around it. */
const KEYS: ReadonlyMap<string, string> = neighbours([
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
]);

/** Rows are shifted against each other: below a key are the one in its own column and the one to the left. */
function neighbours(rows: readonly string[]): ReadonlyMap<string, string> {
  const keyAt = (row: number, column: number) => rows[row]?.[column] ?? '';
  return new Map(
    rows.flatMap((keys, row) =>
      [...keys].map((key, column) => [
        key,
        [
          keyAt(row, column - 1),
          keyAt(row, column + 1),
          keyAt(row - 1, column),
          keyAt(row - 1, column + 1),
          keyAt(row + 1, column - 1),
          keyAt(row + 1, column),
        ].join(''),
      ]),
    ),
  );
}
