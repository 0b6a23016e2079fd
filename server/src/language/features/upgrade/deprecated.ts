import type { Analysis } from '../../analysis';
import type { Edit } from '../../edit/edit';
import { removal } from '../../fixes/keys/removal';
import { asReplacement } from '../../fixes/keys/replacement';
import { keyText, type MappingNode, type Pair } from '../../yaml/node';
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

function deprecation(analysis: Analysis, mapping: MappingNode, pair: Pair): Deprecated | undefined {
  const { deprecated, removed, description = '' } = analysis.bound.propertyOf(pair) ?? {};
  if (deprecated === undefined || removed !== undefined) return undefined;
  const name = keyText(pair) ?? '';
  const message = `\`${name}\` is deprecated since dstack ${deprecated}. ${description}`.trim();
  const at = pair.key.span.start;
  const { title, edits } =
    asReplacement(analysis, mapping, pair) ?? removal(analysis.tree, mapping, pair);
  const { translate } = analysis.environment;
  return { at, message, title: translate(title), edits: edits.flatMap((edit) => edit ?? []) };
}
