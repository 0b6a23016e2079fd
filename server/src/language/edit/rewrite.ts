import { anchorSpan } from '../yaml/anchor';
import { span, type Span } from '../base/span';
import { resolveScalar } from '../yaml/scalar';
import type { MappingNode, Node, Pair, ScalarNode, SequenceNode } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { textToYaml } from './yaml-text';
import type { Edit } from './edit';
import { stepsTo, type Step } from './locate';
import { styleOf } from './layout';

/** Changes the name of a property; its quotes stay. */
export function renameKey({ key }: Pair, name: string): Edit {
  return key.kind === 'scalar' && key.style !== 'plain'
    ? { span: span(key.span.start + 1, key.span.end - 1), newText: name }
    : { span: key.span, newText: name };
}

/** What stands behind the colon; for a key without a value an empty span right behind the colon. */
export function valueSpan(pair: Pair): Span {
  const { span: own } = pair.value;
  return own.start < own.end ? own : span(afterColon(pair), afterColon(pair));
}

/** The offset after the colon; of a name alone, as in `{A, B}`, after the name. */
function afterColon({ colon, key }: Pair): number {
  return colon === undefined ? key.span.end : colon + 1;
}

/** Puts a text that fits on one line in the place of a value. */
export function replaceValue(pair: Pair, text: string): Edit {
  const at = valueSpan(pair);
  const colon = pair.colon === undefined ? ':' : '';
  return { span: at, newText: at.start === at.end ? `${colon} ${text}` : text };
}

/** A text as YAML of the file's own style: in the quotes given, else plain where YAML reads it as this text. */
export function textAs(
  text: string,
  tree: Tree,
  { style, flow }: { style: ScalarNode['style']; flow: boolean },
): string {
  const plain = textToYaml(text, flow);
  if (style === 'single' || (style === 'plain' && plain !== text && styleOf(tree).quote === "'"))
    return /[\n\t\p{C}]/u.test(text) ? JSON.stringify(text) : singleQuoted(text);
  if (style === 'double') return JSON.stringify(text);
  return plain;
}

/** A text of one line in single quotes. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What stands in the source as a text in quotes: those that need the fewest escapes. */
export function sourceInQuotes(source: string): string {
  const isDouble = source.includes("'") && !/["\\]/.test(source);
  return isDouble ? `"${source}"` : singleQuoted(source);
}

/** Whether a plain text is read by YAML as a text and not as a number, a switch or a date. */
export function isPlainText(text: string): boolean {
  return resolveScalar(text, 'plain').type === 'str';
}

/** Column of an offset. */
export function columnOf(tree: Tree, offset: number): number {
  return tree.lines.position(offset).character;
}

/** The start of the line of an offset, and the start of the next. */
function lineOf({ lines, text }: Tree, offset: number): Span {
  const { line } = lines.position(offset);
  const end = lines.end(line);
  const rest = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return span(lines.start(line), end + rest);
}

/** Takes a property out of its mapping; where it is the only one, what holds the mapping goes with it. */
export function removePair(tree: Tree, mapping: MappingNode, pair: Pair): Edit | undefined {
  if (mapping.pairs.length === 1) {
    const outer = ownerOf(tree, mapping);
    return outer && removeStep(tree, outer);
  }
  const { start } = anchorSpan(tree, pair.key) ?? pair.key.span;
  const end = endOf(pair);
  if (mapping.flow) {
    const { next, previous } = neighbours(mapping.pairs, pair);
    return removeFromFlow(span(start, end), next?.key.span.start, previous && endOfPair(previous));
  }
  return removeLines(tree, start, end, followingStart(mapping.pairs, pair));
}

/** The outermost property that `removePair` takes out: what holds nothing else goes as well. */
export function removedWith(tree: Tree, mapping: MappingNode, pair: Pair): Pair {
  let removed = pair;
  let around: MappingNode | SequenceNode = mapping;
  while (sizeOf(around) === 1) {
    const outer = ownerOf(tree, around);
    if (!outer) break;
    if (outer.kind === 'pair') removed = outer.pair;
    around = outer.kind === 'pair' ? outer.mapping : outer.list;
  }
  return removed;
}

/** Takes an item out of its list; where it is the only one, the property that holds the list goes with it. */
export function removeItem(tree: Tree, list: SequenceNode, item: Node): Edit | undefined {
  if (list.items.length === 1) {
    const outer = ownerOf(tree, list);
    return outer && removeStep(tree, outer);
  }
  if (list.flow) {
    const { next, previous } = neighbours(list.items, item);
    return removeFromFlow(item.span, next?.span.start, previous?.span.end);
  }
  const index = list.items.indexOf(item);
  const dash = dashOf(tree, list, index);
  const nextDash = index + 1 < list.items.length ? dashOf(tree, list, index + 1) : undefined;
  return removeLines(tree, dash, item.span.end, nextDash);
}

/** Where the dash of an item of a block list stands: behind the item before it are only white space and comments. */
export function dashOf({ text }: Tree, { items, span: all }: SequenceNode, index: number): number {
  const gap = /(?:\s|#[^\r\n\x85\u2028\u2029]*)*/y;
  gap.lastIndex = items[index - 1]?.span.end ?? all.start;
  return gap.lastIndex + (gap.exec(text)?.[0].length ?? 0);
}

/** The property or item whose value is a mapping or a list. */
function ownerOf(tree: Tree, { span: at }: MappingNode | SequenceNode): Step | undefined {
  return stepsTo(tree.root, at)
    .filter((step) => targetSpan(step) === at)
    .at(-1);
}

function sizeOf(node: MappingNode | SequenceNode): number {
  return node.kind === 'mapping' ? node.pairs.length : node.items.length;
}

function removeStep(tree: Tree, step: Step): Edit | undefined {
  return step.kind === 'pair'
    ? removePair(tree, step.mapping, step.pair)
    : removeItem(tree, step.list, step.item);
}

function targetSpan(step: Step): Span {
  return step.kind === 'pair' ? step.pair.value.span : step.item.span;
}

function endOfPair({ key, value }: Pair): number {
  return Math.max(key.span.end, value.span.end);
}

function neighbours<T>(
  all: readonly T[],
  one: T,
): { next: T | undefined; previous: T | undefined } {
  const index = all.indexOf(one);
  return { next: all[index + 1], previous: all[index - 1] };
}

function followingStart(pairs: readonly Pair[], pair: Pair): number | undefined {
  return pairs[pairs.indexOf(pair) + 1]?.key.span.start;
}

/** Whole lines where nothing else stands on them; behind a dash what follows moves up to its place. */
function removeLines(tree: Tree, start: number, end: number, next: number | undefined): Edit {
  const first = lineOf(tree, start);
  const isAlone = tree.text.slice(first.start, start).trim() === '';
  if (!isAlone && next !== undefined) return { span: span(start, next), newText: '' };
  const last = lineOf(tree, Math.max(start, end - (tree.text[end - 1] === '\n' ? 1 : 0)));
  return { span: span(isAlone ? first.start : start, last.end), newText: '' };
}

/** Takes a property of a block mapping out with its lines; the mapping stays, with nothing else in it. */
export function removeLinesOf(tree: Tree, pair: Pair): Edit {
  return removeLines(tree, pair.key.span.start, endOf(pair), undefined);
}

/** With the comma and the space that belong to it. */
function removeFromFlow(at: Span, nextStart?: number, previousEnd?: number): Edit {
  if (nextStart !== undefined) return { span: span(at.start, nextStart), newText: '' };
  return { span: span(previousEnd ?? at.start, at.end), newText: '' };
}

/**
 * Adds a property to a mapping: behind `after`, else behind the last one. `value` is its YAML without indentation; of
 * several lines the second and later ones are indented by what the property is.
 */
export function insertPair(
  tree: Tree,
  mapping: MappingNode,
  key: string,
  value: string,
  after = mapping.pairs.at(-1),
): Edit {
  if (!after)
    return {
      span: span(mapping.span.start + 1, mapping.span.start + 1),
      newText: `${key}: ${value}`,
    };
  if (mapping.flow) {
    const end = endOf(after);
    return { span: span(end, end), newText: `, ${key}: ${value}` };
  }
  const { eol } = styleOf(tree);
  const indent = ' '.repeat(columnOf(tree, after.key.span.start));
  const lines = value
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : indent + line));
  const written = `${key}:${lines[0] === '' ? '' : ' '}${lines.join(eol)}`;
  const end = endOfLines(tree, after);
  const isUnended = end > 0 && !/[\r\n]/.test(tree.text.charAt(end - 1));
  return {
    span: span(end, end),
    newText: isUnended ? `${eol}${indent}${written}` : `${indent}${written}${eol}`,
  };
}

/**
 * Gives a property that is not there its value, as YAML of one line: as the last one of a mapping, or as the last part of a
 * shorthand. There is no edit for another scalar or a list.
 */
export function addProperty(
  tree: Tree,
  node: Node,
  key: string,
  value: string,
  isShorthand: boolean,
): readonly Edit[] {
  if (node.kind === 'mapping') return [insertPair(tree, node, key, value)];
  if (node.kind !== 'scalar' || !isShorthand) return [];
  const newText = textAs(`${node.text}:${value}`, tree, { style: node.style, flow: true });
  return [{ span: node.span, newText }];
}

/** The offset after the value of a property, or after its colon. */
export function endOf(pair: Pair): number {
  return Math.max(pair.value.span.end, afterColon(pair));
}

/** The offset after the line on which a property ends. */
export function endOfLines(tree: Tree, pair: Pair): number {
  const end = endOf(pair);
  if (/[\r\n]/.test(tree.text.charAt(end - 1))) return end;
  return lineOf(tree, end).end;
}
