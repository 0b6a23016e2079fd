import { allowsType, typesOf, type Schema } from '../../schema/schema';
import { propertyOf } from '../../schema/variant';
import { span, type Span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import { isReadAsWritten } from '../../edit/as-written';
import { sourceInQuotes } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import { indentOf, lineText, ownerAbove } from '../../edit/lines';
import { lastPair, stepsTo } from '../../edit/locate';
import { UNSURE, type Candidate, type Context, type FixProvider } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { afterBullet, startsWithBullet, type Line } from './bullets';
import { isContinued, needsLines } from '../../shell/command-lines';
import { t, type Text } from '../../l10n/text';

/** Where YAML cannot be read: the lines of the list around the problem as items. */
export const addMissingDashes: FixProvider = ({ analysis: { tree, bound }, problem }) => {
  const { line } = tree.lines.position(problem.span.start);
  const owner = ownerAbove(tree, line);
  if (!owner) return [];
  const place = lastPair(stepsTo(tree.root, owner.key));
  const schema = place && bound.propertyOf(place.pair);
  if (place && belongsBeside(tree, line, bound.schemaOf(place.mapping))) return [];
  if (schema && allowsType(schema, 'object') && isMapping(tree, owner.line)) return [];
  return schema && typesOf(schema).includes('array')
    ? linesAsItems(tree, owner.line, schema.items ?? {})
    : [];
};

/** Whether all lines below a property are properties, of a mapping that needs no dashes. */
function isMapping(tree: Tree, owner: number): boolean {
  const below = linesBelow(tree, owner);
  return below.length > 0 && below.every(({ text }) => isProperty(text));
}

/** Whether a line is a property beside the list, and not of an item above without the space after its dash. */
function belongsBeside(tree: Tree, line: number, schema: Schema = {}): boolean {
  if (line > 0 && /^\s*-[\w-]+:(?:\s|$)/.test(lineText(tree, line - 1))) return false;
  const [, name] = /^\s*([\w-]+):(?:\s|$)/.exec(lineText(tree, line)) ?? [];
  return name !== undefined && propertyOf(schema, name) !== undefined;
}

/** A value of several lines, or on its own line, in the place of a list. */
export function valueAsItems({ analysis: { tree } }: Context, key: Span, items: Schema) {
  return linesAsItems(tree, tree.lines.position(key.start).line, items);
}

/**
 * The lines below a property as the items of its list: a dash for each line that has none, and a space after a dash
 * without one. Lines that are indented deeper, or joined by `\` or `&&`, continue the item above.
 */
function linesAsItems(tree: Tree, owner: number, items: Schema): readonly Candidate[] {
  const below = linesBelow(tree, owner);
  const [first] = below;
  if (!first) return [];
  const written = [...lineBeside(tree, owner, first.indent), ...below];
  const isScript = !items.shorthand && typesOf(items).join() === 'string';
  const grouped = (lines: readonly Line[]) => groupsOf(lines, first.indent, isScript);
  const isWithout = grouped(written).some(
    ([line]) => line && !isItem(line.text) && !startsWithBullet(line.text),
  );
  const groups = grouped(isWithout ? written : written.map(afterBullet));
  // A bullet beside lines without one may be a word of a command.
  const preferred = !(isWithout && written.some(({ text }) => startsWithBullet(text)));
  if (hasListInItem(groups)) return [];
  const edits = groups.flatMap((group) => editsOf(tree, group, first.indent, items, isScript));
  const isMissing = groups.some(([line]) => line && !isItem(line.text));
  if (!isMissing || edits.length === 0) return [];
  // A bullet goes, and lines of a script may look like properties.
  const isBlock = isScript && groups.some((group) => needsLines(group.map(textOf)));
  const meant = isBlock || groups.some(([line]) => line?.bullet);
  // `--ls` may be an item or an option.
  const isOption = groups.some(([line]) => line?.text.startsWith('--'));
  return [{ title: titleOf(groups), edits, ...(isOption ? UNSURE : { preferred, meant }) }];
}

/** Whether a list begins below an item, so that its items have a column of their own. */
function hasListInItem(groups: readonly (readonly Line[])[]): boolean {
  return groups.some(([line], index) => {
    const above = groups[index - 1]?.at(-1);
    const isInside = line && above && line.indent > above.indent && above.text.endsWith(':');
    return isInside && isItem(line.text);
  });
}

function titleOf(groups: readonly (readonly Line[])[]): Text {
  const without = groups.filter(([line]) => line && !isItem(line.text));
  const glued = without.filter(([line]) => line && isGlued(line.text));
  if (glued.length === without.length)
    return glued.length === 1 ? t('Add a space after the dash') : t('Add a space after each dash');
  if (without.length === groups.length && groups.length > 1) return t('Make each line a list item');
  return without.length === 1
    ? t('Make the line a list item')
    : t('Make {0} lines list items', without.length);
}

/**
 * The lines that are indented deeper than a property, without blank lines and comments; if the first one is at the column
 * of the property and is none itself, those at that column.
 */
function linesBelow(tree: Tree, owner: number): readonly Line[] {
  const found: Line[] = [];
  const least = indentOf(tree, owner) ?? 0;
  for (let line = owner + 1; line < tree.lines.count; line++) {
    const indent = indentOf(tree, line);
    if (indent === undefined) continue;
    if (indent < least) break;
    const start = tree.lines.start(line);
    const text = withoutComment(tree.text.slice(start + indent, tree.lines.end(line)));
    const isLoose = (found[0]?.indent ?? indent) === least && !isProperty(found[0]?.text ?? text);
    const isBeside = indent === least && (isProperty(text) || !isLoose);
    if (isBeside) break;
    const from = start + indent;
    found.push({ span: span(from, from + text.length), lead: span(start, from), indent, text });
  }
  return found;
}

/** The text that is on the line of the property. */
function lineBeside(tree: Tree, owner: number, indent: number): readonly Line[] {
  const start = tree.lines.start(owner);
  const content = tree.text.slice(start, tree.lines.end(owner));
  const [, key = '', space = '', rest = ''] =
    /^(\s*(?:- +)*[\w-]+:)( +)([^#\s].*)$/.exec(content) ?? [];
  if (rest === '') return [];
  const text = withoutComment(rest);
  const lead = span(start + key.length, start + key.length + space.length);
  return [{ span: span(lead.end, lead.end + text.length), lead, indent, text }];
}

/** The text before ` #`, without spaces at its end. */
function withoutComment(source: string): string {
  const comment = source.search(/\s#/);
  return (comment < 0 ? source : source.slice(0, comment)).trimEnd();
}

function isProperty(text: string): boolean {
  return /^[\w-]+:(?:\s|$)/.test(text);
}

function isItem(text: string): boolean {
  return /^-(?:\s|$)/.test(text);
}

/** `-|`: an item in which a block of text begins. */
const BLOCK_HEADER = /^-[|>][-+0-9]*$/;

/** `-python x`, but no option such as `--lr`. */
function isGlued(text: string): boolean {
  return /^-(?![-\s])/.test(text);
}

function groupsOf(
  lines: readonly Line[],
  column: number,
  isScript: boolean,
): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  const areGlued = lines[0] !== undefined && /^-/.test(lines[0].text);
  for (const line of lines) {
    const above = groups.at(-1);
    const isJoined =
      line.indent > column ||
      (isScript && above !== undefined && isContinued(above.map(textOf), line.text, areGlued));
    const isOwn = !isItem(line.text) || (line.indent > column && beginsMapping(above?.[0]));
    if (above && isJoined && isOwn) above.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Whether a line is the first property of an item, without the space after its dash: `-name: x`. */
function beginsMapping(line: Line | undefined): boolean {
  return line !== undefined && isGlued(line.text) && isProperty(line.text.slice(1));
}

const textOf = ({ text }: Line) => text;

function editsOf(
  tree: Tree,
  group: readonly Line[],
  column: number,
  items: Schema,
  isScript: boolean,
): readonly Edit[] {
  const [first, ...rest] = group;
  const isMapping = beginsMapping(first);
  if (!first || (!isMapping && rest.some(({ text }) => isItem(text)))) return [];
  const { bullet = 0 } = first;
  const { end } = first.lead;
  const { eol } = styleOf(tree);
  const aligned = alignedTo(column, tree, first, eol);
  // What is inside such an item would have to move with it.
  if (isItem(first.text)) return rest.length === 0 ? aligned : [];
  if (BLOCK_HEADER.test(first.text))
    return [...aligned, { span: span(end + 1, end + 1), newText: ' ' }];
  const deeper = isMapping
    ? rest.map((line) => alignedBy(column + 2 - (rest[0]?.indent ?? 0), line))
    : rest.map((line) => {
        // What is indented as far as the text after a bullet stays below that text.
        const width = line.indent >= column + bullet ? bullet : 0;
        return alignedBy(2 - width, line);
      });
  if (isScript && needsLines(group.map(textOf))) {
    const head = `- |${eol}${' '.repeat(column + 2)}`;
    return [...aligned, { span: span(end, end), newText: head }, ...deeper];
  }
  return [...aligned, ...itemEdits(first, rest, items), ...deeper];
}

/** Puts a line at the column of the list, on a line of its own. */
function alignedTo(column: number, { lines, text }: Tree, { lead }: Line, eol: string) {
  const isOwnLine = lines.start(lines.position(lead.start).line) === lead.start;
  const margin = (isOwnLine ? '' : eol) + ' '.repeat(column);
  return text.slice(lead.start, lead.end) === margin ? [] : [{ span: lead, newText: margin }];
}

/** Moves a line to the right, or to the left. */
function alignedBy(columns: number, { span: { start } }: Line): Edit {
  return {
    span: span(start + Math.min(columns, 0), start),
    newText: ' '.repeat(Math.max(columns, 0)),
  };
}

/** A dash before the text of an item, with the quotes that YAML needs to read it as it is. */
function itemEdits(first: Line, rest: readonly Line[], items: Schema): readonly Edit[] {
  const { start, end } = first.span;
  const dash = isGlued(first.text) ? 1 : 0;
  const text = first.text.slice(dash);
  const written = rest.length > 0 ? text : asItem(text, items);
  if (written === text)
    return [{ span: span(start + dash, start + dash), newText: dash > 0 ? ' ' : '- ' }];
  return [{ span: span(start, end), newText: `- ${written}` }];
}

/** A line as an item of a list: in quotes if YAML would read something else. */
function asItem(text: string, items: Schema): string {
  const bare = items.shorthand ? text.replace(/,$/, '') : text;
  const entry = items.textDeclares ? variableOf(bare) : bare;
  const isMapping = allowsType(items, 'object') && isProperty(entry);
  return isMapping || isReadAsWritten(entry) ? entry : sourceInQuotes(entry);
}

/** `NAME: "value"` as `NAME=value`. */
function variableOf(text: string): string {
  const [, name, value = ''] = /^(\w+)\s*:\s+(.*)$/.exec(text) ?? [];
  if (name === undefined) return text;
  const [, double] = /^"([^"\\]*)"$/.exec(value) ?? [];
  const [, single] = /^'((?:[^']|'')*)'$/.exec(value) ?? [];
  return `${name}=${double ?? single?.replaceAll("''", "'") ?? value}`;
}
