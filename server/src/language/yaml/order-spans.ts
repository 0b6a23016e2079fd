import { span } from '../base/span';
import type { Draft, MappingDraft, PairDraft } from './draft';

/**
 * Makes the spans of a tree lie in each other and in order, where `yaml` has put some marks of a broken text elsewhere.
 * No span starts before `from`; gives the offset at which the tree ends.
 */
export function orderSpans(node: Draft, from: number): number {
  const start = Math.max(node.span.start, from);
  let end = start;
  if (node.kind === 'sequence') for (const item of node.items) end = orderSpans(item, end);
  if (node.kind === 'mapping') end = orderPairs(node, end);
  node.span = span(start, Math.max(end, node.span.end));
  return node.span.end;
}

function orderPairs(node: MappingDraft, from: number): number {
  let end = from;
  node.pairs.forEach((pair, index) => {
    const { key, value, colon } = pair;
    end = orderSpans(key, end);
    if (colon !== undefined && colon < end) node.pairs[index] = { key, value } satisfies PairDraft;
    else if (colon !== undefined) end = colon + 1;
    end = orderSpans(value, end);
  });
  return end;
}
