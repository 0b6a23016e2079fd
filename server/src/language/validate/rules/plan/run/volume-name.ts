import { resolveAlias, type Node } from '../../../../yaml/node';
import type { Item, View } from '../../view';
import { textOf, type Text } from '../interpolation/text';

/**
 * The names of the network volumes that a run mounts, as they are written; a mount with several takes one of them. Those
 * with problems are left out.
 */
export function volumeNames(run: View): readonly Text[] {
  return run.items('volumes').flatMap(namesIn);
}

function namesIn({ node, value, view }: Item): readonly Text[] {
  if (view) return view.isUnsure('name') ? [] : textsIn(view.valueNode('name'));
  const text = textOf(node);
  const { name } = (value ?? {}) as { readonly name?: unknown };
  return text && typeof name === 'string'
    ? [{ node: text.node, piece: text.piece.slice(0, name.length) }]
    : [];
}

function textsIn(source: Node | undefined): readonly Text[] {
  const node = source && resolveAlias(source);
  if (node?.kind === 'sequence') return node.items.flatMap((item) => textOf(item) ?? []);
  return node ? [textOf(node) ?? []].flat() : [];
}
