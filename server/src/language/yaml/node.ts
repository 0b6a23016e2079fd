import { span, type Span } from '../span';
import type { ScalarValue } from './scalar';

/** The YAML tree of ours: plain, read-only data with a span on every node. */
export type Node = ScalarNode | MappingNode | SequenceNode | AliasNode;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface NodeBase {
  /** The node itself: without anchor, tag and surrounding white space. */
  readonly span: Span;
  readonly anchor?: string;
  readonly tag?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** The text that YAML hands over: escapes decoded, lines folded. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** What PyYAML makes of the text. */
  readonly value: ScalarValue;
  /** Offset at which `text` stands unchanged in the source; absent where escapes or folds intervene. */
  readonly textStart?: number;
}

export interface Pair {
  readonly key: Node;
  /** A key with nothing behind it has an empty plain scalar, whose span is empty. */
  readonly value: Node;
  /** Offset of the `:`; absent for an explicit key (`? key`) without a value. */
  readonly colon?: number;
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  /** An item with nothing behind its `-` is an empty plain scalar. */
  readonly items: readonly Node[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** The node that the alias repeats; absent when no such anchor stands before it. */
  readonly target?: Node;
}

/** The node that `node` stands for: itself, or the target of an alias. */
export function resolveAlias(node: Node): Node {
  let current = node;
  // Anchors can only point backwards, so that a chain of aliases ends; the bound is a safety net.
  for (let hops = 0; hops < 100 && current.kind === 'alias' && current.target; hops++) {
    current = current.target;
  }
  return current;
}

/** The text of a scalar key (`1:` has the text `1`), or undefined for any other kind of key. */
export function keyText(pair: Pair): string | undefined {
  const key = resolveAlias(pair.key);
  return key.kind === 'scalar' ? key.text : undefined;
}

export function isEmptyScalar(node: Node): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}

/**
 * The pairs of a mapping as PyYAML sees them: `<<` is merged in, and a repeated key keeps its last value.
 * Mirrors `SafeConstructor.flatten_mapping`.
 */
export function effectivePairs(mapping: MappingNode): readonly Pair[] {
  if (!mapping.pairs.some(isMerge) && !hasRepeatedKey(mapping)) return mapping.pairs;
  const merged = new Map<string | Node, Pair>();
  collectPairs(mapping, merged, new Set());
  return [...merged.values()];
}

/** The pair that gives `key` its value, or undefined. */
export function findPair(mapping: MappingNode, key: string): Pair | undefined {
  let found: Pair | undefined;
  for (const pair of effectivePairs(mapping)) if (keyText(pair) === key) found = pair;
  return found;
}

export function isMerge(pair: Pair): boolean {
  return pair.key.kind === 'scalar' && pair.key.style === 'plain' && pair.key.text === '<<';
}

function hasRepeatedKey(mapping: MappingNode): boolean {
  return new Set(mapping.pairs.map((pair) => keyText(pair) ?? pair.key)).size < mapping.pairs.length;
}

function collectPairs(
  mapping: MappingNode,
  into: Map<string | Node, Pair>,
  open: Set<MappingNode>,
): void {
  if (open.has(mapping)) return;
  open.add(mapping);
  for (const pair of mapping.pairs.filter(isMerge)) {
    // Of several merged mappings the first wins, so that the later ones are laid down before it.
    for (const source of mergeSources(pair.value).reverse()) collectPairs(source, into, open);
  }
  for (const pair of mapping.pairs) {
    if (!isMerge(pair)) into.set(keyText(pair) ?? pair.key, pair);
  }
  open.delete(mapping);
}

function mergeSources(value: Node): MappingNode[] {
  const node = resolveAlias(value);
  const candidates = node.kind === 'sequence' ? node.items.map(resolveAlias) : [node];
  return candidates.filter((candidate) => candidate.kind === 'mapping');
}

/**
 * The source span of `text[from, to)` of a scalar. Where escapes or folded lines make the two differ,
 * it is the whole scalar.
 */
export function textSpan(node: ScalarNode, from: number, to: number): Span {
  if (node.textStart === undefined) return node.span;
  return span(node.textStart + from, node.textStart + to);
}

/** Offset in a scalar's text of the source offset `offset`, or undefined where they do not correspond. */
export function textOffset(node: ScalarNode, offset: number): number | undefined {
  if (node.textStart === undefined) return undefined;
  const at = offset - node.textStart;
  return at >= 0 && at <= node.text.length ? at : undefined;
}
