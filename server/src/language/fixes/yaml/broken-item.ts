import { typesOf, type Schema } from '../../schema/schema';
import { span } from '../../base/span';
import { t } from '../../l10n/text';
import type { Tree } from '../../yaml/tree';
import { styleOf } from '../../edit/layout';
import { indentOf, ownerAbove } from '../../edit/lines';
import type { Edit } from '../../edit/edit';
import { lastPair, stepsTo } from '../../edit/locate';
import { sourceInQuotes } from '../../edit/rewrite';
import type { Candidate, FixProvider } from '../fix-provider';
import { needsLines } from './command-lines';

/** A variable or a command in a list that YAML cannot read as one text. */
export const repairItem: FixProvider = ({ analysis: { tree, bound }, problem }) => {
  const { line } = tree.lines.position(problem.span.start);
  const item = itemAbove(tree, line);
  const owner = ownerAbove(tree, item ?? line);
  const pair = owner && lastPair(stepsTo(tree.root, owner.key))?.pair;
  const items = pair && bound.propertyOf(pair)?.items;
  if (!items) return [];
  return item === undefined
    ? variableInQuotes(tree, line, items)
    : commandAsBlock(tree, item, items);
};

/** `- NAME: a: b` in a list of variables as `- "NAME=a: b"`. */
function variableInQuotes(
  { text, lines }: Tree,
  line: number,
  { textDeclares }: Schema,
): readonly Candidate[] {
  const start = lines.start(line);
  const content = text.slice(start, lines.end(line)).trimEnd();
  const [, dash, name, value] = /^(\s*- +)([a-z_]\w*): +([^\s"'#].*)$/i.exec(content) ?? [];
  if (!textDeclares || dash === undefined || value === undefined || /\s#/.test(value)) return [];
  const newText = sourceInQuotes(`${name ?? ''}=${value}`);
  const edits = [{ span: span(start + dash.length, start + content.length), newText }];
  return [{ title: t('Write `{0}`', newText), edits, meant: true }];
}

/** A command with a here-document or a loop, the lines of which YAML would join, as a block after `|`. */
function commandAsBlock(tree: Tree, first: number, items: Schema): readonly Candidate[] {
  const [dash] = PLAIN_ITEM.exec(contentOf(tree, first)) ?? [];
  if (dash === undefined || items.shorthand || typesOf(items).join() !== 'string') return [];
  const rest = linesBelow(tree, first, dash.indexOf('-'));
  const command = contentOf(tree, first).slice(dash.length);
  if (!needsLines([command, ...rest.map((one) => contentOf(tree, one))].map((one) => one.trim())))
    return [];
  const start = tree.lines.start(first) + dash.length;
  const newText = `|${styleOf(tree).eol}${' '.repeat(dash.length)}`;
  const least = Math.min(...rest.map((one) => indentOf(tree, one) ?? Infinity));
  const edits = [
    { span: span(start, start), newText },
    ...rest.flatMap((one) => movedBy(dash.length - least, tree, one)),
  ];
  return [{ title: t('Write the command as a block, after `|`'), edits, meant: true }];
}

/** The dash of an item that begins with a plain text. */
const PLAIN_ITEM = /^ *- +(?=[^\s|>"'#])/;

function contentOf({ text, lines }: Tree, line: number): string {
  return text.slice(lines.start(line), lines.end(line));
}

/** The nearest line above that begins an item, farther to the left. */
function itemAbove(tree: Tree, line: number): number | undefined {
  const column = indentOf(tree, line) ?? 0;
  for (let above = line - 1; above >= 0; above--) {
    const indent = indentOf(tree, above);
    if (indent === undefined || indent >= column) continue;
    return PLAIN_ITEM.test(contentOf(tree, above)) ? above : undefined;
  }
  return undefined;
}

/** The lines below an item that are to the right of its dash, without those without content at their end. */
function linesBelow(tree: Tree, first: number, column: number): readonly number[] {
  const found: number[] = [];
  let last = 0;
  for (let line = first + 1; line < tree.lines.count; line++) {
    const indent = indentOf(tree, line);
    if (indent !== undefined && indent <= column) break;
    found.push(line);
    if (indent !== undefined) last = found.length;
  }
  return found.slice(0, last);
}

/** Moves a line to the right, or to the left as far as it is indented. */
function movedBy(columns: number, tree: Tree, line: number): readonly Edit[] {
  const start = tree.lines.start(line);
  const content = contentOf(tree, line);
  const margin = content.length - content.trimStart().length;
  if (columns === 0 || content.trim() === '') return [];
  return columns > 0
    ? [{ span: span(start, start), newText: ' '.repeat(columns) }]
    : [{ span: span(start, start + Math.min(margin, -columns)), newText: '' }];
}
