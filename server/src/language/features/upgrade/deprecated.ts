import type { Analysis } from '../../analysis';
import type { Edit } from '../../edit/edit';
import { removePair, renameKey } from '../../edit/rewrite';
import { findPair, keyText, type MappingNode, type Pair } from '../../yaml/node';
import { nodesIn } from '../../yaml/walk';

/** A property that a release of dstack advises against, with the offset of its key and what to do about it. */
interface Deprecated {
  readonly at: number;
  readonly message: string;
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The deprecated properties of a file. Those without a replacement have no effect and can be removed. */
export function deprecatedIn(analysis: Analysis): readonly Deprecated[] {
  const { root } = analysis.tree;
  if (!root) return [];
  return [...nodesIn(root)].flatMap(({ node }) => {
    if (node.kind !== 'mapping') return [];
    return node.pairs.flatMap((pair) => deprecation(analysis, node, pair) ?? []);
  });
}

function deprecation(
  { tree, bound }: Analysis,
  mapping: MappingNode,
  pair: Pair,
): Deprecated | undefined {
  const { deprecated, removed, replacement, description = '' } = bound.propertyOf(pair) ?? {};
  if (deprecated === undefined || removed !== undefined) return undefined;
  const name = keyText(pair) ?? '';
  const message = `\`${name}\` is deprecated since dstack ${deprecated}. ${description}`.trim();
  const at = pair.key.span.start;
  if (replacement && !findPair(mapping, replacement.property)) {
    const title = `Change to \`${replacement.property}\``;
    return { at, message, title, edits: [renameKey(pair, replacement.property)] };
  }
  const edit = removePair(tree, mapping, pair);
  return { at, message, title: `Remove \`${name}\``, edits: edit ? [edit] : [] };
}
