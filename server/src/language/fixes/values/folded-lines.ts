import { span } from '../../base/span';
import { columnOf, dashOf } from '../../edit/rewrite';
import { styleOf } from '../../edit/layout';
import { targetOf } from '../../edit/locate';
import { t } from '../../l10n/text';
import { areLines, misreadIfJoined } from '../../shell/joined-lines';
import type { ScalarNode } from '../../yaml/node';
import { UNSURE, type FixProvider } from '../fix-provider';

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
  const contents = lines.map((line) => line.trim());
  const isScript = misreadIfJoined(contents) !== undefined;
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
  const asBlock = { title: t('Write it as a block (`- |`)'), edits: [block] };
  // A line that might go on with the command above is for the author to judge.
  const asScript = { yes: [asBlock], maybe: [{ ...asBlock, ...UNSURE }], no: [] };
  // The shell would read a line without a backslash as the end of the command.
  const isOneCommand = contents.slice(0, -1).every((line) => line.endsWith('\\'));
  return [
    ...(isScript ? asScript[areLines(contents)] : isOneCommand ? [asBlock] : []),
    { title: t('Leave out the backslashes'), edits: backslashes },
  ];
};

/** The lines of a text as the shell should get them, without the header of a block. */
function linesOf(source: string, { style }: ScalarNode): readonly string[] {
  const isQuoted = style === 'single' || style === 'double';
  const inner = isQuoted ? source.slice(1, -1) : source;
  const text = style === 'single' ? inner.replaceAll("''", "'") : inner;
  return text
    .trimEnd()
    .split(/\r?\n/)
    .slice(style === 'folded' || /^\s*[\r\n]/.test(text) ? 1 : 0);
}

/** The lines of one command, the first of them at a column and the others further to the right. */
function continued(lines: readonly string[], column: number, unit: number): readonly string[] {
  return lines.map((line, index) => ' '.repeat(column + (index > 0 ? unit : 0)) + line.trim());
}

/** The lines of a script, the first at a column, and the others there or further to the right, as they are indented. */
function shifted([first = '', ...rest]: readonly string[], column: number): readonly string[] {
  const marginOf = (line: string) => line.length - line.trimStart().length;
  const margins = rest.filter((line) => line.trim() !== '').map(marginOf);
  const least = margins.reduce((one, other) => Math.min(one, other), Infinity);
  return [first.trim(), ...rest.map((line) => line.trimEnd().slice(least))].map((line) =>
    line === '' ? '' : ' '.repeat(column) + line,
  );
}
