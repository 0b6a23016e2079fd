import { span } from '../../base/span';
import { findPair, keyText, resolveAlias, type MappingNode, type Pair } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { columnOf, removePair, renameKey } from '../../edit/rewrite';
import { hasComment, holds } from '../../edit/locate';
import type { Edit } from '../../edit/edit';
import type { Candidate, Context } from '../fix-provider';
import { pairSpan } from '../../edit/item-text';
import { t } from '../../l10n/text';

/**
 * `limits` and `requests` of Kubernetes as hardware: their content, in dstack's names and units. Together they must agree:
 * a limit above the request has no counterpart.
 */
export function fromKubernetes(
  { analysis: { tree, bound } }: Context,
  mapping: MappingNode,
  pair: Pair,
): readonly Candidate[] {
  const isBlock = (one: Pair) => /^(?:limits|requests)$/.test(keyText(one) ?? '');
  if (!isBlock(pair) || mapping.flow || !bound.schemaOf(mapping)?.hardware) return [];
  const blocks = mapping.pairs.filter(isBlock);
  const amounts = new Map<string, string>();
  const edits = blocks.map((block) => unpacked(tree, mapping, block, amounts));
  if (edits.includes(undefined)) return [];
  const title =
    blocks.length === 1
      ? t("Write what is in `{0}` as dstack's resources", keyText(pair) ?? '')
      : t("Write `limits` and `requests` as dstack's resources");
  return [{ title, meant: true, edits: edits.flatMap((made) => made ?? []) }];
}

/** The edits that leave what is in a block, but for the `amounts` of the one before; undefined if they disagree. */
function unpacked(
  tree: Tree,
  mapping: MappingNode,
  block: Pair,
  amounts: Map<string, string>,
): readonly (Edit | undefined)[] | undefined {
  const inner = resolveAlias(block.value);
  if (inner.kind !== 'mapping' || inner.flow || inner !== block.value) return undefined;
  const own = inner.pairs.map((one) => amountIn(one, mapping));
  if (new Set(own.map((amount) => amount?.name)).size < own.length) return undefined;
  const fits = own.every((one) => one && (amounts.get(one.name) ?? one.text) === one.text);
  if (!fits) return undefined;
  const fresh = own.flatMap((one) => (one && !amounts.has(one.name) ? one : []));
  for (const { name, text } of fresh) amounts.set(name, text);
  const repeated = inner.pairs.filter((one) => !fresh.some(({ pair }) => pair === one));
  const isAll = fresh.length === 0;
  const removed = isAll
    ? [removePair(tree, mapping, block) ?? []].flat()
    : repeated.flatMap((one) => removePair(tree, inner, one) ?? []);
  // A comment would be lost with what is said twice.
  if (removed.some((gone) => hasComment(tree, gone.span))) return undefined;
  if (isAll) return removed;
  const by = columnOf(tree, inner.span.start) - columnOf(tree, block.key.span.start);
  const moved = dedented(tree, inner, by).filter(
    ({ span: at }) => !removed.some((gone) => holds(gone.span, at)),
  );
  return [withoutLine(tree, block), ...moved, ...removed, ...fresh.flatMap(({ edits }) => edits)];
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^[a-z]+\.com\/(?:gpu|mig-.*)$/, 'gpu'],
  [/^(?:cpu|memory)$/, ''],
  [/^ephemeral-storage$/, 'disk'],
];

/** An amount in dstack's words. */
interface Amount {
  readonly pair: Pair;
  readonly name: string;
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** The amount of a property; undefined if dstack has no such amount, or the file has it already. */
function amountIn(pair: Pair, mapping: MappingNode): Amount | undefined {
  const key = keyText(pair) ?? '';
  const [, found] = NAMES.find(([pattern]) => pattern.test(key)) ?? [];
  const value = resolveAlias(pair.value);
  if (found === undefined || value.kind !== 'scalar' || value !== pair.value) return undefined;
  const name = found === '' ? key : found;
  const text = amountOf(name, value.text);
  if (text === undefined || findPair(mapping, name)) return undefined;
  const renamed = name === key ? [] : [renameKey(pair, name)];
  const edits = text === value.text ? renamed : [...renamed, { span: value.span, newText: text }];
  return { pair, name, text, edits };
}

/** `16GB` for `16Gi`; a part of a CPU counts as one. */
function amountOf(name: string, text: string): string | undefined {
  if (name === 'gpu') return text;
  const [, number, unit = ''] = /^([0-9]+(?:\.[0-9]+)?)([a-zA-Z]*)$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  if (name === 'cpu') {
    if (unit === 'm') return String(Math.max(1, Math.ceil(Number(number) / 1000)));
    return unit === '' && /^[0-9]+$/.test(number) ? text : undefined;
  }
  return /^[MGT]i?$/.test(unit) ? `${number}${unit.charAt(0)}B` : undefined;
}

/** Removes the line of a property whose value is below it. */
function withoutLine({ text, lines }: Tree, pair: Pair): Edit {
  const { line } = lines.position(pair.key.span.start);
  const { start } = pairSpan(pair);
  const colon = (pair.colon ?? start) + 1;
  const comment = text.slice(colon, lines.end(line)).search(/#/);
  return comment < 0
    ? { span: span(lines.start(line), lines.start(line + 1)), newText: '' }
    : { span: span(start, colon + comment), newText: '' };
}

function dedented({ text, lines }: Tree, { span: at }: MappingNode, by: number): readonly Edit[] {
  const edits: Edit[] = [];
  const last = lines.position(text.slice(0, at.end).trimEnd().length).line;
  for (let line = lines.position(at.start).line; line <= last; line++) {
    const start = lines.start(line);
    const indent = /^ */.exec(text.slice(start, lines.end(line)))?.[0].length ?? 0;
    if (indent >= by) edits.push({ span: span(start, start + by), newText: '' });
  }
  return edits;
}
