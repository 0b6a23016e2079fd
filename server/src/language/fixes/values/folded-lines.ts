import { span } from '../../base/span';
import { columnOf, dashOf } from '../../edit/rewrite';
import { styleOf } from '../../edit/layout';
import { targetOf } from '../../edit/locate';
import { t } from '../../l10n/text';
import { misreadIfJoined } from '../../shell/command-lines';
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
  const lines = linesOf(source, node);
  const isScript = misreadIfJoined(lines.map((line) => line.trim())) !== undefined;
  const inBlock = isScript ? shifted(lines, column) : continued(lines, column, unit);
  const block =
    node.style === 'folded'
      ? { span: span(start, start + 1), newText: '|' }
      : { span: span(start, end), newText: ['|', ...inBlock].join(eol) };
  const backslashes = [...source.matchAll(/\\[ \t]*(?=\r?\n)/g)].map(
    ({ index, 0: { length } }) => ({
      span: span(start + source.slice(0, index).trimEnd().length, start + index + length),
      newText: '',
    }),
  );
  // The shell would read a line without a backslash as the end of the command.
  const isWhole = isScript ? hasNoOptions(lines) : lines.slice(0, -1).every(isContinued);
  return [
    ...(isWhole ? [{ title: t('Write it as a block (`- |`)'), edits: [block] }] : []),
    ...(backslashes.length > 0 && !isScript
      ? [{ title: t('Leave out the backslashes'), edits: backslashes }]
      : []),
  ];
};

/** The lines of a text as the shell should get them, without the header of a block. */
function linesOf(source: string, { style }: ScalarNode): readonly string[] {
  const text = style === 'single' ? source.slice(1, -1).replaceAll("''", "'") : source;
  return text
    .trimEnd()
    .split(/\r?\n/)
    .slice(style === 'folded' ? 1 : 0);
}

/** The lines of one command, the first of them at a column and the others further to the right. */
function continued(lines: readonly string[], column: number, unit: number): readonly string[] {
  return lines.map((line, index) => ' '.repeat(column + (index > 0 ? unit : 0)) + line.trim());
}

/** The lines of a script, those below the first as far from each other as they are. */
function shifted([first = '', ...rest]: readonly string[], column: number): readonly string[] {
  const marginOf = (line: string) => line.length - line.trimStart().length;
  const least = Math.min(...rest.map(marginOf));
  return [first.trim(), ...rest.map((line) => line.trimEnd().slice(least))].map(
    (line) => ' '.repeat(column) + line,
  );
}

function isContinued(line: string): boolean {
  return line.trimEnd().endsWith('\\');
}

/** Whether no line is an option of the command of the line above, which a line break would end. */
function hasNoOptions(lines: readonly string[]): boolean {
  return lines.every((line, index) => {
    const above = lines[index - 1];
    return above === undefined || isContinued(above) || !/^\s*--?\w/.test(line);
  });
}
