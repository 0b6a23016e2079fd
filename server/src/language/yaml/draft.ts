import { span, type Span } from '../base/span';
import { literalLines } from './literal-lines';
import type { AliasNode, MappingNode, Node, Pair, ScalarNode, SequenceNode } from './node';
import type { ScalarStyle } from './scalar';

/** The writable form of nodes that are read-only later. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Nodes while a tree is built. `construct` fills in the values of scalars and the `effective` pairs. */
export type Draft = ScalarDraft | MappingDraft | SequenceDraft | AliasDraft;
export type ScalarDraft = Mutable<ScalarNode>;
export type MappingDraft = Mutable<Omit<MappingNode, 'pairs'>> & { readonly pairs: PairDraft[] };
export type SequenceDraft = Mutable<Omit<SequenceNode, 'items'>> & { items: Draft[] };
export type AliasDraft = Mutable<Omit<AliasNode, 'target'>> & { readonly target?: Draft };
export interface PairDraft extends Pair {
  readonly key: Draft;
  readonly value: Draft;
}

/** Anchor and tag of a node. */
export type Properties = Pick<Node, 'anchor' | 'tag'>;

export const NO_PROPERTIES: Properties = {};

/** A scalar whose `text` may be found unchanged at `textStart` of the source. */
export function scalarDraft(
  source: string,
  at: Span,
  content: { readonly text: string; readonly style: ScalarStyle; readonly textStart: number },
  properties: Properties,
): ScalarDraft {
  const { text, style, textStart } = content;
  const value = { type: 'str', value: text } as const;
  // Assigned one by one: to spread objects here was a tenth of the time of parsing.
  const node: ScalarDraft = { kind: 'scalar', span: span(at.start, at.end), text, style, value };
  if (properties.anchor !== undefined) node.anchor = properties.anchor;
  if (properties.tag !== undefined) node.tag = properties.tag;
  if (source.startsWith(text, textStart)) node.textStart = textStart;
  else if (style === 'literal') {
    const lines = literalLines(source, text, textStart);
    if (lines) node.lines = lines;
  }
  return node;
}

/** The empty scalar in place of a missing key, value or item. */
export function emptyDraft(offset: number, properties = NO_PROPERTIES): ScalarDraft {
  const content = { text: '', style: 'plain', textStart: offset } as const;
  return scalarDraft('', span(offset, offset), content, properties);
}

/** A mapping without pairs; its span is to be completed. */
export function mappingDraft(start: number, flow: boolean, properties: Properties): MappingDraft {
  const at = span(start, start);
  return { kind: 'mapping', span: at, ...properties, flow, pairs: [], effective: new Map() };
}

/** A sequence without items; its span is to be completed. */
export function sequenceDraft(start: number, flow: boolean, properties: Properties): SequenceDraft {
  return { kind: 'sequence', span: span(start, start), ...properties, flow, items: [] };
}

/** The draft that `draft` is an alias of, or itself. Aliases have no anchors, so one step is enough. */
export function resolveDraft(draft: Draft): Draft {
  return (draft.kind === 'alias' ? draft.target : undefined) ?? draft;
}

/** The end of a pair, without trailing white space. */
export function pairEnd(pair: Pair): number {
  return Math.max(pair.value.span.end, pair.key.span.end, (pair.colon ?? -1) + 1);
}
