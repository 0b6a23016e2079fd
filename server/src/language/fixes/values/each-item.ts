import { columnOf, dashOf } from '../../edit/rewrite';
import { styleOf } from '../../edit/layout';
import type { Edit } from '../../edit/edit';
import type { Step } from '../../edit/locate';
import type { Tree } from '../../yaml/tree';

/** Several items, as YAML, in the place of one item of a list. */
export function eachItem(
  tree: Tree,
  { list, index, item }: Extract<Step, { kind: 'item' }>,
  items: readonly string[],
): Edit {
  const between = list.flow
    ? ', '
    : `${styleOf(tree).eol}${' '.repeat(columnOf(tree, dashOf(tree, list, index)))}- `;
  return { span: item.span, newText: items.join(between) };
}
