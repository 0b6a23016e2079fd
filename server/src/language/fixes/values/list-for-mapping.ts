import type { Schema } from '../../schema/schema';
import { span } from '../../base/span';
import { keyText, resolveAlias, type Node, type Pair, type SequenceNode } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { itemAsSource } from '../../edit/item-text';
import { columnOf, dashOf, textAs } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import type { Step } from '../../edit/locate';
import type { Candidate, Context } from '../fix-provider';
import { t } from '../../l10n/text';

/** A list in the place of one mapping: its properties without the dashes, each of them once. */
export function asOneMapping(
  { analysis: { tree } }: Context,
  step: Step,
  list: SequenceNode,
  schema: Schema,
): Candidate | undefined {
  if (list.flow) return undefined;
  const named = schema.properties ? undefined : namesAndValues(tree, list);
  if (named) return named;
  const items = list.items.map(resolveAlias);
  const pairs = items.flatMap((item) => (item.kind === 'mapping' ? item.pairs : []));
  if (items.some(({ kind }) => kind !== 'mapping') || isRepeated(pairs)) return undefined;
  const column = step.kind === 'pair' ? columnOf(tree, step.pair.key.span.start) : Infinity;
  const edits = list.items.flatMap((item, index) => withoutDash(tree, list, item, index, column));
  return { title: t('Remove the dashes'), edits };
}

function isRepeated(pairs: readonly Pair[]): boolean {
  return new Set(pairs.map(keyText)).size < pairs.length;
}

/** The edits that remove a dash and move its item to the left; at the `column` of the key spaces replace the dash. */
function withoutDash(
  tree: Tree,
  list: SequenceNode,
  item: Node,
  index: number,
  column: number,
): readonly Edit[] {
  const dash = dashOf(tree, list, index);
  if (columnOf(tree, dash) <= column) return [{ span: span(dash, dash + 1), newText: ' ' }];
  const { lines, text } = tree;
  const width = item.span.start - dash;
  const edits = [{ span: span(dash, item.span.start), newText: '' }];
  const last = text.slice(0, item.span.end).trimEnd().length;
  for (let line = lines.position(dash).line + 1; lines.start(line) < last; line++) {
    const start = lines.start(line);
    const spaces = /^ */.exec(text.slice(start, start + width))?.[0].length ?? 0;
    if (spaces > 0) edits.push({ span: span(start, start + spaces), newText: '' });
  }
  return edits;
}

/** Items `key: A` with `value: b`, or `A=b`; some may be properties `A: b`, but not all, which only need no dashes. */
function namesAndValues(tree: Tree, list: SequenceNode): Candidate | undefined {
  const read = list.items.map(nameAndValue);
  const names = read.map((one) => one?.name);
  if (names.includes(undefined) || new Set(names).size < names.length) return undefined;
  if (list.items.every((item) => item.kind === 'mapping' && item.pairs.length === 1))
    return undefined;
  const edits = list.items.flatMap((item, index): readonly Edit[] => {
    const { name = '', value = '' } = read[index] ?? {};
    const source = [name, value].map((one) => textAs(one, tree, { style: 'plain', flow: false }));
    const dash = { span: span(dashOf(tree, list, index), item.span.start), newText: '' };
    const pair = source.join(': ');
    const made =
      item.kind === 'mapping'
        ? itemAsSource(tree, item, pair)
        : [{ span: item.span, newText: pair }];
    return [dash, ...made];
  });
  return { title: t('Write `NAME: value`'), edits, meant: true };
}

function nameAndValue(node: Node): { readonly name: string; readonly value: string } | undefined {
  if (node.kind === 'scalar') {
    const [, name, value] = /^([\w./-]+)=(.*)$/.exec(node.text) ?? [];
    return name === undefined || value === undefined ? undefined : { name, value };
  }
  if (node.kind !== 'mapping') return undefined;
  const texts = new Map(
    node.pairs.map((pair) => [keyText(pair)?.toLowerCase(), textOf(pair.value)]),
  );
  const value = texts.get('value');
  const name = texts.get('key') ?? texts.get('name');
  if (texts.size === 2 && name !== undefined && value !== undefined) return { name, value };
  const [only, ...others] = texts;
  if (!only || others.length > 0 || only[0] === undefined || only[1] === undefined)
    return undefined;
  return { name: only[0], value: only[1] };
}

function textOf(node: Node): string | undefined {
  return node.kind === 'scalar' && !/[\r\n]/.test(node.text) ? node.text : undefined;
}
