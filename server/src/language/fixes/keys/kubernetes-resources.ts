import { span } from '../../base/span';
import { findPair, keyText, resolveAlias, type MappingNode, type Pair } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { columnOf, renameKey } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import type { Candidate, Context } from '../fix-provider';
import { pairSpan } from '../../edit/item-text';
import { t } from '../../l10n/text';

/** `limits` and `requests` of Kubernetes as hardware: their content, in dstack's names and units. */
export function fromKubernetes(
  { analysis: { tree, bound } }: Context,
  mapping: MappingNode,
  pair: Pair,
): readonly Candidate[] {
  const name = keyText(pair) ?? '';
  if (!/^(?:limits|requests)$/.test(name) || mapping.flow) return [];
  if (!bound.schemaOf(mapping)?.hardware) return [];
  const inner = resolveAlias(pair.value);
  if (inner.kind !== 'mapping' || inner.flow || inner !== pair.value) return [];
  const other = findPair(mapping, name === 'limits' ? 'requests' : 'limits');
  const edits = inner.pairs.map((one) => converted(one, mapping, other));
  if (edits.includes(undefined)) return [];
  const by = columnOf(tree, inner.span.start) - columnOf(tree, pair.key.span.start);
  return [
    {
      title: t("Write what is in `{0}` as dstack's resources", name),
      meant: true,
      edits: [withoutLine(tree, pair), ...dedented(tree, inner, by), ...edits.flat()],
    },
  ];
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^[a-z]+\.com\/(?:gpu|mig-.*)$/, 'gpu'],
  [/^(?:cpu|memory)$/, ''],
  [/^ephemeral-storage$/, 'disk'],
];

/** The edits of one amount; undefined if dstack has no such amount, or the file has it already. */
function converted(
  pair: Pair,
  mapping: MappingNode,
  other: Pair | undefined,
): readonly Edit[] | undefined {
  const key = keyText(pair) ?? '';
  const [, found] = NAMES.find(([pattern]) => pattern.test(key)) ?? [];
  const value = resolveAlias(pair.value);
  if (found === undefined || value.kind !== 'scalar' || value !== pair.value) return undefined;
  const name = found === '' ? key : found;
  const twin = other && resolveAlias(other.value);
  if (findPair(mapping, name) || (twin?.kind === 'mapping' && findPair(twin, key)))
    return undefined;
  const text = amountOf(name, value.text);
  if (text === undefined) return undefined;
  const renamed = name === key ? [] : [renameKey(pair, name)];
  return text === value.text ? renamed : [...renamed, { span: value.span, newText: text }];
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
