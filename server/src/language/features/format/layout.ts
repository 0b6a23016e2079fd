import type { Outline } from './outline';

/** Whether the lists of a file are indented under their key. */
export type ListStyle = 'keep' | 'indented' | 'flush';

/** The number of columns by which something is indented under its key. */
export interface Layout {
  readonly mapping: number;
  readonly list: number;
}

/** Wider tabs are not intended for YAML. */
const WIDEST_TAB = 8;

/**
 * How the blocks of a file are indented: with the width of more than half of them, else with the editor's `tabSize`;
 * lists at the column of their key if most are.
 */
export function layoutOf({ blocks }: Outline, style: ListStyle, tabSize: number): Layout {
  const nested = blocks.flatMap(({ kind, column, parent }) =>
    parent?.kind === 'mapping' ? [{ kind, by: column - parent.column }] : [],
  );
  const lists = nested.filter(({ kind }) => kind === 'list');
  const isFlush = style === 'keep' ? majorityOf(lists) === 0 : style === 'flush';
  // Lists that lose their indentation do not count.
  const telling = nested.filter(({ kind, by }) => by > 0 && !(isFlush && kind === 'list'));
  const unit = majorityOf(telling) ?? Math.max(1, Math.min(tabSize, WIDEST_TAB));
  return { mapping: unit, list: isFlush ? 0 : unit };
}

/** The indentation that more than half of the blocks have under their key, in columns. */
function majorityOf(blocks: readonly { readonly by: number }[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { by } of blocks) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > blocks.length)?.[0];
}
