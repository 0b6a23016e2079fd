import type { Span } from '../../../base/span';
import type { Mount, Run, Volume } from '../../../coerce/values';
import { resolveAlias, textSpan, type Node } from '../../../yaml/node';
import { textOf, type Text } from './texts';
import type { Item, View } from './view';

/** The property with which an existing volume is registered. Mirrors `external_volume_id` of core/models/volumes.py. */
export function idKey(volume: View<Volume>): 'claim_name' | 'volume_id' {
  return volume.value('backend') === 'kubernetes' ? 'claim_name' : 'volume_id';
}

/** A path in the container at which a run mounts something. */
export interface MountPath {
  readonly path: string;
  readonly span: Span;
}

/** The paths at which a run mounts its volumes, without those that have problems. */
export function mountPaths(run: View<Run>): readonly MountPath[] {
  return run.items('volumes').flatMap((item) => {
    const path = item.view ? item.view.value('path') : item.value?.path;
    return path === undefined ? [] : { path, span: pathSpan(item) };
  });
}

function pathSpan({ node: source, view }: Item<Mount>): Span {
  if (view) return view.valueSpan('path');
  const node = resolveAlias(source);
  if (node.kind !== 'scalar') return source.span;
  return textSpan(node, node.text.indexOf(':') + 1, node.text.length);
}

/**
 * The names of the network volumes that a run mounts, as they are written; a mount with several uses one of them. Those
 * with problems are omitted.
 */
export function volumeNames(run: View<Run>): readonly Text[] {
  return run.items('volumes').flatMap(namesIn);
}

function namesIn({ node, value, view }: Item<Mount>): readonly Text[] {
  if (view) return view.isUnsure('name') ? [] : textsIn(view.valueNode('name'));
  const text = textOf(node);
  const name = value?.name;
  return text && typeof name === 'string'
    ? [{ node: text.node, piece: text.piece.slice(0, name.length) }]
    : [];
}

function textsIn(source: Node | undefined): readonly Text[] {
  const node = source && resolveAlias(source);
  if (node?.kind === 'sequence') return node.items.flatMap((item) => textOf(item) ?? []);
  return node ? [textOf(node) ?? []].flat() : [];
}
