import { span } from '../../base/span';
import { columnOf, dashOf } from '../../edit/rewrite';
import { styleOf } from '../../edit/layout';
import { targetOf } from '../../edit/locate';
import { t } from '../../l10n/text';
import type { ScalarNode } from '../../yaml/node';
import type { FixProvider } from '../fix-provider';

/** An item of several lines as a block of text, which keeps them, or without its backslashes. */
export const unfold: FixProvider = ({ analysis: { tree }, steps }) => {
  const step = steps.at(-1);
  const node = step && targetOf(step);
  if (step?.kind !== 'item' || step.list.flow || node?.kind !== 'scalar') return [];
  const { start, end } = node.span;
  const source = tree.text.slice(start, end);
  const { eol, unit } = styleOf(tree);
  const column = columnOf(tree, dashOf(tree, step.list, step.index)) + 2;
  const block =
    node.style === 'folded'
      ? { span: span(start, start + 1), newText: '|' }
      : {
          span: span(start, end),
          newText: `|${eol}${indented(linesOf(source, node), column, unit, eol)}`,
        };
  const backslashes = [...source.matchAll(/\\[ \t]*(?=\r?\n)/g)].map(
    ({ index, 0: { length } }) => ({
      span: span(start + source.slice(0, index).trimEnd().length, start + index + length),
      newText: '',
    }),
  );
  // The shell would read a line without a backslash as the end of the command.
  const isOneCommand = linesOf(source.trimEnd(), node)
    .slice(node.style === 'folded' ? 1 : 0, -1)
    .every((line) => line.endsWith('\\'));
  return [
    ...(isOneCommand ? [{ title: t('Write it as a block (`- |`)'), edits: [block] }] : []),
    { title: t('Leave out the backslashes'), edits: backslashes },
  ];
};

/** The lines of a command, the first of them at a column and the others further to the right. */
function indented(lines: readonly string[], column: number, unit: number, eol: string): string {
  return lines.map((line, index) => ' '.repeat(column + (index > 0 ? unit : 0)) + line).join(eol);
}

/** The lines of a text as the shell should get them. */
function linesOf(source: string, { style }: ScalarNode): readonly string[] {
  const text = style === 'single' ? source.slice(1, -1).replaceAll("''", "'") : source;
  return text.split(/\r?\n/).map((line) => line.trim());
}
