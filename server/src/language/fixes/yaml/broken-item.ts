import { typesOf, type Schema } from '../../schema/schema';
import { span } from '../../base/span';
import { t } from '../../l10n/text';
import type { Tree } from '../../yaml/tree';
import { styleOf } from '../../edit/layout';
import { indentOf, lastLineInside, lineText } from '../../edit/lines';
import type { Edit } from '../../edit/edit';
import { sourceInQuotes } from '../../edit/rewrite';
import type { Candidate, FixProvider } from '../fix-provider';
import { itemsAround } from './items-around';
import { OpenCommand } from '../../shell/command-lines';

/** A variable or a command in a list that YAML cannot read as one text. */
export const repairItem: FixProvider = ({ analysis, problem }) => {
  const { tree } = analysis;
  const { line } = tree.lines.position(problem.span.start);
  const item = openItemAbove(tree, line);
  const items = itemsAround(analysis, item ?? line);
  if (!items) return [];
  return item === undefined
    ? variableInQuotes(tree, line, items)
    : commandAsBlock(tree, item, items);
};

/** `- NAME: a: b` in a list of variables as `- "NAME=a: b"`. */
function variableInQuotes(
  tree: Tree,
  line: number,
  { textDeclares }: Schema,
): readonly Candidate[] {
  const content = lineText(tree, line).trimEnd();
  const [, dash, name, value] = /^(\s*- +)([a-z_]\w*): +([^\s"'#&*!|>].*)$/i.exec(content) ?? [];
  if (!textDeclares || dash === undefined || value === undefined || /\s#/.test(value)) return [];
  // A text that goes on would need all of its lines in the quotes.
  if (linesBelow(tree, line, dash.indexOf('-')).length > 0) return [];
  const start = tree.lines.start(line);
  const newText = sourceInQuotes(`${name ?? ''}=${value}`);
  const edits = [{ span: span(start + dash.length, start + content.length), newText }];
  return [{ title: t('Write `{0}`', newText), edits, meant: true }];
}

/** A command with a here-document or a loop, the lines of which YAML would join, as a block after `|`. */
function commandAsBlock(tree: Tree, first: number, items: Schema): readonly Candidate[] {
  const [dash] = PLAIN_ITEM.exec(lineText(tree, first)) ?? [];
  if (dash === undefined || items.shorthand || typesOf(items).join() !== 'string') return [];
  const rest = linesBelow(tree, first, dash.indexOf('-'));
  if (!endsInside(tree, first, rest)) return [];
  const start = tree.lines.start(first) + dash.length;
  const newText = `|${styleOf(tree).eol}${' '.repeat(dash.length)}`;
  const least = Math.min(...rest.flatMap((line) => indentOf(tree, line) ?? []));
  const edits = [
    { span: span(start, start), newText },
    ...rest.flatMap((line) => movedBy(dash.length - least, tree, line)),
  ];
  const title = t('Write the command as a block, after `|`');
  return [{ title, edits, meant: true, script: true }];
}

/** Whether the command of an item ends in its lines, and no further item is among those after its end. */
function endsInside(tree: Tree, first: number, rest: readonly number[]): boolean {
  const command = new OpenCommand();
  command.read(commandOf(tree, first));
  const items = rest.filter((line) => {
    const isOpen = command.isOpen;
    const content = lineText(tree, line).trim();
    command.read(content);
    return !isOpen && /^-\s/.test(content);
  });
  return !command.isOpen && items.length === 0;
}

/** The dash of an item that begins with a plain text. */
const PLAIN_ITEM = /^ *- +(?=[^\s|>"'#&*![{])/;

/** What is on the line of an item after its dash. */
function commandOf(tree: Tree, line: number): string {
  return lineText(tree, line).replace(PLAIN_ITEM, '').trim();
}

/** Lines above a mistake that are searched for the beginning of a command. */
const MOST_LINES = 200;

/** The nearest item above a line whose command has not ended before the line. */
function openItemAbove(tree: Tree, line: number): number | undefined {
  const least = Math.max(0, line - MOST_LINES);
  for (let above = line - 1; above >= least; above--) {
    const content = lineText(tree, above);
    // No list goes on above a property of the file.
    if (/^[\w-]+:/.test(content)) return undefined;
    if (PLAIN_ITEM.test(content) && isOpenAt(tree, above, line)) return above;
  }
  return undefined;
}

function isOpenAt(tree: Tree, first: number, line: number): boolean {
  const command = new OpenCommand();
  command.read(commandOf(tree, first));
  for (let inside = first + 1; inside < line; inside++) command.read(lineText(tree, inside).trim());
  return command.isOpen;
}

/** The lines below an item that are to the right of its dash, without those without content at their end. */
function linesBelow(tree: Tree, first: number, column: number): readonly number[] {
  const count = lastLineInside(tree, first, column) - first;
  return Array.from({ length: count }, (_, index) => first + 1 + index);
}

/** Moves a line to the right, or to the left as far as it is indented. */
function movedBy(columns: number, tree: Tree, line: number): readonly Edit[] {
  const start = tree.lines.start(line);
  const content = lineText(tree, line);
  const margin = content.length - content.trimStart().length;
  if (columns === 0 || content.trim() === '') return [];
  return columns > 0
    ? [{ span: span(start, start), newText: ' '.repeat(columns) }]
    : [{ span: span(start, start + Math.min(margin, -columns)), newText: '' }];
}
