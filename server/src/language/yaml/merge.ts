import { problem, type Problem } from '../problem/problem';
import { resolveDraft, type Draft, type MappingDraft, type PairDraft } from './draft';
import type { KeyIdentity, Pair } from './node';

/** Pairs by key, as a Python dictionary holds them. */
export type PairTable = Map<KeyIdentity, Pair>;

/** Merged mappings can repeat pairs without end; beyond this many no more are merged. */
const MAX_MERGED_PAIRS = 100_000;

/** Merges in merges, beyond which PyYAML ends with a RecursionError when `dstack apply` calls it. */
const MAX_DEPTH = 988;

/** Lays down the pairs of merged mappings. Mirrors `SafeConstructor.flatten_mapping`. */
export class Merger {
  private mergedPairs = 0;
  private depth = 0;

  /** `open` makes the effective pairs of a mapping, which can merge others in turn. */
  constructor(
    private readonly problems: Problem[],
    private readonly open: (mapping: MappingDraft) => void,
  ) {}

  /** Records what the `<<` of `pair` merges. Of several mappings the first wins, so it is applied last. */
  merge(pair: PairDraft, into: PairTable): void {
    const value = resolveDraft(pair.value);
    const sources = value.kind === 'sequence' ? value.items.map(resolveDraft) : [value];
    const isWrong = ({ kind }: Draft) => kind !== 'mapping' && kind !== 'alias';
    if (sources.some(isWrong)) {
      const message =
        'The value of `<<` must be a mapping or a list of mappings, usually an alias.';
      this.problems.push(problem('wrong-type', pair.value.span, message));
    }
    for (const source of [...new Set(sources)].reverse())
      if (source.kind === 'mapping') this.mergeMapping(source, pair, into);
  }

  private mergeMapping(source: MappingDraft, pair: Pair, into: PairTable): void {
    if (this.depth === MAX_DEPTH) {
      const message = 'The file has more merges in merges than dstack can read.';
      this.problems.push(problem('yaml-syntax', pair.key.span, message));
      return;
    }
    this.depth++;
    this.open(source);
    this.depth--;
    const before = this.mergedPairs;
    this.mergedPairs += source.effective.size;
    if (this.mergedPairs > MAX_MERGED_PAIRS) {
      if (before <= MAX_MERGED_PAIRS) this.problems.push(tooMuchMerged(pair));
      return;
    }
    for (const [identity, merged] of source.effective) setPair(into, identity, merged);
  }
}

/** A repeated key keeps its first place and its first form, as in Python: `1` and `true` are the same key. */
export function setPair(pairs: PairTable, identity: KeyIdentity, pair: Pair): void {
  const first = pairs.get(identity);
  pairs.set(identity, first && typeof identity !== 'string' ? { ...pair, key: first.key } : pair);
}

function tooMuchMerged(pair: Pair): Problem {
  const message = '`<<` merges so much here that the file cannot be checked fully.';
  return problem('file-too-large', pair.key.span, message, { severity: 'warning' });
}
