/**
 * How well `pattern` fits a word, higher is better; undefined where its characters do not occur in the word in this
 * order, or where the first one stands in the middle of a part of it. As VS Code scores suggestions: a common
 * beginning counts most, then beginnings of parts (`dev_env`, `devEnv`), then what follows without a gap.
 * Follows `fuzzyScore` of VS Code's base/common/filters.ts, for texts without line breaks.
 */
export function fuzzyScore(pattern: string, word: string): number | undefined {
  if (pattern === '') return 0;
  if (pattern.length > word.length) return undefined;
  const best = bestFrom(pattern, word, 0, 0, new Map());
  if (best === undefined) return undefined;
  const fullMatch = pattern.length === word.length ? 2 : 0;
  return best.score + fullMatch - best.first;
}

interface Match {
  readonly score: number;
  /** Where the first character of the rest of the pattern is. */
  readonly first: number;
}

/** The best way to find `pattern[at..]` in `word[from..]`. */
function bestFrom(
  pattern: string,
  word: string,
  at: number,
  from: number,
  known: Map<number, Match | undefined>,
): Match | undefined {
  if (at === pattern.length) return { score: 0, first: from };
  const key = at * 1000 + from;
  if (known.has(key)) return known.get(key);
  let best: Match | undefined;
  for (let i = from; i < word.length; i++) {
    if (pattern[at]?.toLowerCase() !== word[i]?.toLowerCase()) continue;
    if (at === 0 && i > 0 && !startsPart(word, i)) continue;
    const rest = bestFrom(pattern, word, at + 1, i + 1, known);
    if (!rest) continue;
    const adjacent = at > 0 && i === from ? 1 : 0;
    const score = characterScore(pattern, word, at, i) + adjacent + rest.score;
    if (!best || score > best.score) best = { score, first: i };
  }
  known.set(key, best);
  return best;
}

function characterScore(pattern: string, word: string, at: number, i: number): number {
  const exact = pattern[at] === word[i];
  if (i === at) return exact ? 7 : 5;
  if (startsPart(word, i)) return (exact ? 5 : 3) - (at === 0 ? 3 : 0);
  return at === 0 ? -5 : 1;
}

function startsPart(word: string, i: number): boolean {
  const before = word.charAt(i - 1);
  return (
    /[\s\-_.:/$'"<>()[\]{}]/.test(before) || (/[A-Z]/.test(word.charAt(i)) && /[a-z]/.test(before))
  );
}
