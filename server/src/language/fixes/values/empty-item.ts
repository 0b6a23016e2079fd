import { span } from '../../base/span';
import { dashOf, removeItem } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import { targetOf, type Step } from '../../edit/locate';
import type { Tree } from '../../yaml/tree';
import type { Candidate, Context } from '../fix-provider';
import { t } from '../../l10n/text';

/** Removes an item without a value from a list that has others; undefined for anything else. */
export function removeEmptyItem({ analysis: { tree }, steps }: Context): Candidate | undefined {
  const step = steps.at(-1);
  if (step?.kind !== 'item' || step.list.items.length === 1) return undefined;
  const node = targetOf(step);
  if (node.kind !== 'scalar' || node.value.type !== 'null') return undefined;
  return { title: t('Remove the empty item'), edits: [without(tree, step)] };
}

/** A comment after the dash stays, in its place. */
function without(
  tree: Tree,
  { list, item, index }: Extract<Step, { kind: 'item' }>,
): Edit | undefined {
  if (list.flow) return removeItem(tree, list, item);
  const dash = dashOf(tree, list, index);
  const line = tree.text.slice(dash, tree.lines.end(tree.lines.position(dash).line));
  const [before] = /^-\s+(?=#)/.exec(line) ?? [];
  return before === undefined
    ? removeItem(tree, list, item)
    : { span: span(dash, dash + before.length), newText: '' };
}
