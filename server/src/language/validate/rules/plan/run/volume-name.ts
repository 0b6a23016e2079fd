import { resolveAlias, type Node } from '../../../../yaml/node';
import type { Item, View } from '../../view';
import { textOf, type Text } from '../interpolation/text';

/** The name of a network volume in the `volumes` of a run, as it is written. */
export interface VolumeName extends Text {
  /** The position of its mount in `volumes`. */
  readonly mount: number;
}

/** The volumes that a run mounts; a mount with several takes one of them. Those with problems are left out. */
export function volumeNames(run: View): readonly VolumeName[] {
  return run
    .items('volumes')
    .flatMap((item, mount) => namesIn(item).map((name) => ({ ...name, mount })));
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
