import type { Span } from '../base/span';
import {
  resolveAlias,
  type MappingNode,
  type Node,
  type Pair,
  type ScalarNode,
  type SequenceNode,
} from '../yaml/node';
import type { Tree } from '../yaml/tree';

/** A step from the root towards a place: a property of a mapping, or an item of a list. */
export type Step =
  | { readonly kind: 'pair'; readonly mapping: MappingNode; readonly pair: Pair }
  | {
      readonly kind: 'item';
      readonly list: SequenceNode;
      readonly item: Node;
      readonly index: number;
    };

/** The steps to the innermost property or item that holds all of `at`, the root's first. */
export function stepsTo(root: Node | undefined, at: Span): readonly Step[] {
  const steps: Step[] = [];
  let node = root;
  while (node) {
    const step = stepIn(node, at);
    if (!step) return steps;
    steps.push(step);
    const inner: Node = step.kind === 'pair' ? step.pair.value : step.item;
    node = holds(inner.span, at) ? inner : undefined;
  }
  return steps;
}

function stepIn(node: Node, at: Span): Step | undefined {
  if (node.kind === 'mapping') {
    const pair = node.pairs.find(({ key, value }) =>
      holds({ start: key.span.start, end: Math.max(key.span.end, value.span.end) }, at),
    );
    return pair && { kind: 'pair', mapping: node, pair };
  }
  if (node.kind !== 'sequence') return undefined;
  const index = node.items.findIndex((item) => holds(item.span, at));
  const item = node.items[index];
  return item && { kind: 'item', list: node, item, index };
}

/** Whether one span lies in another. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a comment lies in the span, which would be lost where the span is replaced. */
export function hasComment({ comments }: Tree, at: Span): boolean {
  return comments.some(({ start }) => start >= at.start && start < at.end);
}

/** The innermost property on the way. */
export function lastPair(steps: readonly Step[]) {
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step?.kind === 'pair') return { ...step, index };
  }
  return undefined;
}

/** The value that a step leads to, aliases resolved. */
export function targetOf(step: Step): Node {
  return resolveAlias(step.kind === 'pair' ? step.pair.value : step.item);
}

/** The scalar that the way ends at. */
export function scalarAt(steps: readonly Step[]): ScalarNode | undefined {
  const last = steps.at(-1);
  const node = last && targetOf(last);
  return node?.kind === 'scalar' ? node : undefined;
}

/** The mappings on the way, the innermost first. */
export function mappingsAround(steps: readonly Step[]): readonly MappingNode[] {
  return steps.flatMap((step) => (step.kind === 'pair' ? step.mapping : [])).reverse();
}
