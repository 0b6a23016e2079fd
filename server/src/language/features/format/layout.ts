import type { Outline } from './outline';

/** Whether the lists of a file stand to the right of their key. */
export type ListStyle = 'keep' | 'indented' | 'flush';

/** By how many columns something stands to the right of the key above it. */
export interface Layout {
  readonly mapping: number;
  readonly list: number;
}

/** What the file does mostly; `tabSize` decides where nothing is nested. */
export function layoutOf({ blocks }: Outline, style: ListStyle, tabSize: number): Layout {
  const nested = blocks.flatMap(({ kind, column, parent }) =>
    parent?.kind === 'mapping' ? [{ kind, by: column - parent.column }] : [],
  );
  const offsets = (kind: string) => nested.filter((one) => one.kind === kind).map(({ by }) => by);
  const lists = offsets('list');
  const mapping =
    mostFrequent(offsets('mapping')) ??
    // Lists that lose their indentation tell it no second time.
    mostFrequent(style === 'flush' ? [] : lists.filter((by) => by > 0)) ??
    Math.max(1, Math.min(tabSize, 8));
  if (style === 'flush') return { mapping, list: 0 };
  return { mapping, list: style === 'indented' ? mapping : (mostFrequent(lists) ?? mapping) };
}

/** Of several that are equally frequent, the first. */
function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
