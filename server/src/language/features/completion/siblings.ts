import { resolveAlias } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import type { ValueSlot } from '../../cursor/slot';
import { nodeAt } from '../../yaml/walk';

/**
 * The texts that another property has of the mapping in which a value is written: its value, or the items of its list.
 * Lists are taken from the tree, which may lack what stands behind unfinished text.
 */
export function siblingTexts({ root }: Tree, slot: ValueSlot, property: string): readonly string[] {
  const depth = slot.path.length - (typeof slot.path.at(-1) === 'number' ? 2 : 1);
  const text = slot.scopes[depth]?.get(property);
  if (text !== undefined) return [text];
  const found = nodeAt(root, [...slot.path.slice(0, depth), property]);
  const value = found && resolveAlias(found);
  if (value?.kind !== 'sequence') return [];
  return value.items.map(resolveAlias).flatMap((item) => (item.kind === 'scalar' ? item.text : []));
}
