/**
 * The candidates that `word` may be a misspelling of, best first: the same but for case, hyphens and plural, then
 * by edit distance (insert, delete, replace, swap neighbours), at most a third of the word's length.
 */
export function closest(word: string, candidates: readonly string[]): string[] {
  if (word === '' || word.length > 60) return [];
  const limit = Math.max(1, Math.floor(word.length / 3));
  return candidates
    .map((candidate, order) => ({ candidate, order, distance: distance(word, candidate) }))
    .filter((entry) => entry.distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .map((entry) => entry.candidate);
}

function distance(word: string, candidate: string): number {
  const a = normalise(word);
  const b = normalise(candidate);
  if (a === b) return 0;
  if (`${a}s` === b || a === `${b}s`) return 0.5;
  if (Math.abs(a.length - b.length) > a.length) return Infinity;
  return editDistance(a, b);
}

function normalise(word: string): string {
  return word.toLowerCase().replace(/[-\s]/g, '_');
}

/** Damerau-Levenshtein distance with adjacent swaps, in O(a.length * b.length). */
export function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(substitute, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
