/** Maximum characters of a pattern or a word that are compared. */
const LONGEST = 128;

/** Number of swaps of neighbours that are tried, as for a typing slip, and the cost of one. */
const SWAPS = 7;
const SWAP_COST = 3;

/** The cost of a gap that begins after a match. */
const GAP_COST = 5;

/**
 * How well `pattern` fits a word, higher is better; undefined if VS Code would not show the word. Its characters must
 * occur in the word in this order, the first one at the beginning of a part; two neighbours may be swapped. Returns the
 * scores of `fuzzyScoreGracefulAggressive` in VS Code's base/common/filters.ts.
 */
export function fuzzyScore(pattern: string, word: string): number | undefined {
  if (pattern === '') return 0;
  let best = scoreInOrder(pattern, word);
  if (pattern.length < 3) return best;
  for (let i = 1; i < Math.min(SWAPS, pattern.length - 1); i++) {
    const [first = '', second = ''] = [pattern[i], pattern[i + 1]];
    if (first === second) continue;
    const swapped = pattern.slice(0, i) + second + first + pattern.slice(i + 2);
    const score = scoreInOrder(swapped, word);
    if (score === undefined) continue;
    if (best === undefined || score - SWAP_COST > best) best = score - SWAP_COST;
  }
  return best;
}

/** The best match of a beginning of the pattern in a beginning of the word. */
interface Cell {
  readonly score: number;
  /** How many characters up to here match without a gap; 0 in a gap. */
  readonly run: number;
  /** Where the last character of the pattern was found, 1-based. */
  readonly last: number;
}

const NOTHING: Cell = { score: 0, run: 0, last: 0 };

function scoreInOrder(fullPattern: string, fullWord: string): number | undefined {
  const pattern = fullPattern.slice(0, LONGEST);
  const word = fullWord.slice(0, LONGEST);
  const places = possiblePlaces(pattern.toLowerCase(), word.toLowerCase());
  if (!places) return undefined;
  let above = new Map<number, Cell>();
  let last = NOTHING;
  let strong = false;
  for (const [row, { first, latest }] of places.entries()) {
    const cells = new Map<number, Cell>();
    const end = places[row + 1]?.latest ?? word.length;
    for (let at = first; at < end; at++) {
      const before = above.get(at - 1) ?? NOTHING;
      const hit =
        at <= latest ? characterScore(pattern, word, row, at, before.run === 0) : undefined;
      if (hit?.strong && row === 0) strong = true;
      last = bestCell(cells, at, first, before, hit?.score);
      cells.set(at, last);
    }
    above = cells;
  }
  if (!strong) return undefined;
  const whole = pattern.length === word.length ? 2 : 0;
  return last.score + whole - (last.last - pattern.length);
}

/** Prefers the match that ends earlier if two are equally good. */
function bestCell(
  cells: ReadonlyMap<number, Cell>,
  at: number,
  first: number,
  before: Cell,
  hit: number | undefined,
): Cell {
  const match = hit === undefined ? undefined : before.score + hit;
  const left = at > first ? cells.get(at - 1) : undefined;
  const gap = left && left.score - (left.run > 0 ? GAP_COST : 0);
  const further = left && left.run > 0 && at > first + 1 ? cells.get(at - 2) : undefined;
  const jump = further && further.score - (further.run > 0 ? GAP_COST : 0);
  if (further && jump !== undefined && jump >= (gap ?? -Infinity) && jump >= (match ?? -Infinity))
    return { score: jump, run: 0, last: further.last };
  if (left && gap !== undefined && gap >= (match ?? -Infinity))
    return { score: gap, run: 0, last: left.last };
  return { score: match ?? 0, run: before.run + 1, last: at + 1 };
}

/** The first and the last place of each character of the pattern; undefined if a character has none. */
function possiblePlaces(
  pattern: string,
  word: string,
): { first: number; latest: number }[] | undefined {
  const firsts: number[] = [];
  for (let i = 0; i < word.length && firsts.length < pattern.length; i++)
    if (word[i] === pattern[firsts.length]) firsts.push(i);
  if (firsts.length < pattern.length) return undefined;
  let row = pattern.length - 1;
  const places: { first: number; latest: number }[] = [];
  for (let i = word.length - 1; i >= 0 && row >= 0; i--) {
    if (word[i] !== pattern[row]) continue;
    places.unshift({ first: firsts[row] ?? 0, latest: i });
    row--;
  }
  return places;
}

/** The score if character `row` of the pattern is character `at` of the word; undefined if it is not. */
function characterScore(
  pattern: string,
  word: string,
  row: number,
  at: number,
  newRun: boolean,
): { score: number; strong: boolean } | undefined {
  if (pattern[row]?.toLowerCase() !== word[at]?.toLowerCase()) return undefined;
  const exact = pattern[row] === word[at] ? 7 : 5;
  const hump = isUpper(word, at) && !isUpper(word, at - 1);
  const afterSeparator = SEPARATOR.test(word.charAt(at - 1));
  let score = 1;
  if (at === row || hump) score = exact;
  else if (isSeparator(word, at) && !isSeparator(word, at - 1)) score = 5;
  else if (afterSeparator) score = 5;
  const strong = score > 1;
  const startsPart = isUpper(word, at) || afterSeparator;
  if (row === 0 && at > 0) score -= startsPart ? 3 : 5;
  if (row > 0 && newRun) score += startsPart ? 2 : 0;
  if (row > 0 && !newRun) score += startsPart ? 0 : 1;
  // Gaps have a cost, so a match of the last character must cost as if a gap came after it.
  if (at + 1 === word.length) score -= startsPart ? 3 : 5;
  return { score, strong };
}

const SEPARATOR = /[_\-. /\\'":$<>()[\]{}\t]/;

function isSeparator(word: string, at: number): boolean {
  return word.charAt(at) !== '\t' && SEPARATOR.test(word.charAt(at));
}

function isUpper(word: string, at: number): boolean {
  return word.charAt(at) !== word.charAt(at).toLowerCase();
}
