import { span } from '../../base/span';
import { columnOf, dashOf } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import { targetOf } from '../../edit/locate';
import type { FixProvider } from '../fix-provider';
import { t } from '../../l10n/text';

/** An item of a list that includes the items below it, because these are indented deeper: aligns them. */
export const splitContinued: FixProvider = ({ analysis: { tree }, steps }) => {
  const step = steps.at(-1);
  const node = step && targetOf(step);
  if (step?.kind !== 'item' || step.list.flow || node?.kind !== 'scalar' || node.style !== 'plain')
    return [];
  const { lines, text } = tree;
  const column = columnOf(tree, dashOf(tree, step.list, step.index));
  const first = lines.position(node.span.start).line + 1;
  const last = lines.position(node.span.end).line;
  const edits: Edit[] = [];
  for (let line = first; line <= last; line++) {
    const start = lines.start(line);
    const [, indent] = /^( *)- /.exec(text.slice(start, lines.end(line))) ?? [];
    if (indent === undefined) continue;
    edits.push({
      span: span(start, start + indent.length),
      newText: ' '.repeat(column),
    });
  }
  return edits.length > 0 ? [{ title: t('Align the items'), edits }] : [];
};
