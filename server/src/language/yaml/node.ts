import { span, type Span } from '../base/span';
import { literalOffset, type LiteralLine } from './literal-lines';
import { MERGE_TAG, scalarTag, TAG_PREFIX, type ScalarStyle, type ScalarValue } from './scalar';

export type { ScalarStyle } from './scalar';

/** The YAML tree of ours: plain, read-only data with a span on every node. */
export type Node = ScalarNode | MappingNode | SequenceNode | AliasNode;

interface NodeBase {
  /** The node itself: without anchor, tag and surrounding white space. */
  readonly span: Span;
  readonly anchor?: string;
  /** With its handle resolved: `tag:yaml.org,2002:int` for `!!int`. */
  readonly tag?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** The text that YAML hands over: escapes decoded, lines folded. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** What PyYAML makes of the text. */
  readonly value: ScalarValue;
  /** Offset at which `text` is unchanged in the source; absent if escapes or folds intervene. */
  readonly textStart?: number;
  /** The places of the lines of `text`, for a literal block of several lines. */
  readonly lines?: readonly LiteralLine[];
}

export interface Pair {
  readonly key: Node;
  /** A key without a value has an empty plain scalar, whose span is empty. */
  readonly value: Node;
  /** Offset of the `:`; absent for an explicit key (`? key`) without a value. */
  readonly colon?: number;
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  /** As they are written. */
  readonly pairs: readonly Pair[];
  /** As dstack gets them: `<<` is merged in, and a repeated key keeps its last value. */
  readonly effective: ReadonlyMap<KeyIdentity, Pair>;
}

/**
 * A key as Python compares it: text; a bigint for values equal to an integer, so `1`, `0x1`, `1.0` and `true` are one
 * key; a number for other floats; null. Dates and binary keys are compared by their text.
 */
export type KeyIdentity = string | bigint | number | null;

/** The tag of a sequence that was written as the mapping of a set. */
export const SET_TAG = `${TAG_PREFIX}set`;

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  /** An item without a value after its `-` is an empty plain scalar. */
  readonly items: readonly Node[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** The node that the alias repeats; absent if there is no such anchor before it. */
  readonly target?: Node;
}

/** The node itself, or the target of an alias. */
export function resolveAlias(node: Node): Node {
  let current = node;
  // Aliases can only point backwards, so a chain of aliases ends; the limit is a safety net.
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

/** Whether the value is not written: `key:` alone. */
export function isEmptyScalar(node: Node): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}

/** The pairs of a mapping as dstack gets them. */
export function effectivePairs(mapping: MappingNode): readonly Pair[] {
  return [...mapping.effective.values()];
}

/** The suffix of a numeric key's name if the mapping also has its text as a key. */
export const NUMBER_KEY = '\0number';

/** The pair that gives `key` its value, or undefined. A key that is a number is found by its decimal digits. */
export function findPair(mapping: MappingNode, key: string): Pair | undefined {
  const pair = mapping.effective.get(key);
  if (pair) return pair;
  // Most names that are looked for are not written, and no number.
  if (!/^[-\dIN]/.test(key)) return undefined;
  const digits = key.endsWith(NUMBER_KEY) ? key.slice(0, -NUMBER_KEY.length) : key;
  const number = Number(digits);
  if (String(number) !== digits) return undefined;
  return mapping.effective.get(Number.isInteger(number) ? BigInt(number) : number);
}

/** The pair that is written in the mapping itself, not merged into it by `<<`. */
export function writtenPair({ pairs }: MappingNode, key: string): Pair | undefined {
  return pairs.find((pair) => keyText(pair) === key);
}

/** A small span for a mapping as a whole: its `type: task`, else its first key, else all of it. */
export function headSpan(mapping: MappingNode): Span {
  const type = findPair(mapping, 'type');
  if (type) return span(type.key.span.start, type.value.span.end);
  return mapping.pairs[0]?.key.span ?? mapping.span;
}

/** Whether the pair is a `<<` that merges its value into the mapping. */
export function isMerge(pair: Pair): boolean {
  const key = resolveAlias(pair.key);
  return key.kind === 'scalar' && scalarTag(key.text, key.style, key.tag) === MERGE_TAG;
}

/** Undefined for a list or a mapping, which Python does not accept as a key. */
export function keyIdentity(pair: Pair): KeyIdentity | undefined {
  const key = resolveAlias(pair.key);
  if (key.kind !== 'scalar') return undefined;
  const value = key.value;
  switch (value.type) {
    case 'null':
      return null;
    case 'bool':
      return value.value ? 1n : 0n;
    case 'float':
      return Number.isInteger(value.value) ? BigInt(value.value) : value.value;
    case 'timestamp':
    case 'binary':
      return `\0${value.type} ${value.text}`;
    default:
      return value.value;
  }
}

/**
 * The source span of `text[from, to)` of a scalar. It is the whole scalar if escapes or folded lines make the two differ,
 * and for an empty block of text, whose lines are not in its span.
 */
export function textSpan(node: ScalarNode, from: number, to: number): Span {
  const start = sourceOffset(node, from);
  const end = sourceOffset(node, to);
  const isKnown = start !== undefined && end !== undefined && end <= node.span.end;
  return isKnown ? span(start, end) : node.span;
}

function sourceOffset({ textStart, lines }: ScalarNode, at: number): number | undefined {
  if (textStart !== undefined) return textStart + at;
  return lines && literalOffset(lines, at);
}

/** Offset in a scalar's text of the source offset `offset`; undefined if they do not correspond. */
export function textOffset(node: ScalarNode, offset: number): number | undefined {
  if (node.textStart === undefined) return undefined;
  const at = offset - node.textStart;
  return at >= 0 && at <= node.text.length ? at : undefined;
}
