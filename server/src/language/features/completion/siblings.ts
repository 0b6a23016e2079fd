import { findPair, resolveAlias, type Node } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import type { ValueSlot } from '../../yaml/slot';

/**
 * The texts that another property has of the mapping in which a value is written: its value, or the items of its list.
 * Lists are taken from the tree, which may lack what stands behind unfinished text.
 */
export function siblingTexts({ root }: Tree, slot: ValueSlot, property: string): readonly string[] {
  const depth = slot.path.length - (typeof slot.path.at(-1) === 'number' ? 2 : 1);
  const text = slot.scopes[depth]?.get(property);
  if (text !== undefined) return [text];
  const pair = pairIn(nodeAt(root, slot.path.slice(0, depth)), property);
  const value = pair && resolveAlias(pair.value);
  if (value?.kind !== 'sequence') return [];
  return value.items.map(resolveAlias).flatMap((item) => (item.kind === 'scalar' ? item.text : []));
}

function nodeAt(root: Node | null | undefined, path: ValueSlot['path']): Node | undefined {
  let node = root ?? undefined;
  for (const step of path) {
    const current = node && resolveAlias(node);
    node =
      typeof step === 'string'
        ? pairIn(current, step)?.value
        : current?.kind === 'sequence'
          ? current.items[step]
          : undefined;
  }
  return node && resolveAlias(node);
}

function pairIn(node: Node | undefined, property: string) {
  return node?.kind === 'mapping' ? findPair(node, property) : undefined;
}
