import { lookup } from '../../base/lookup';
import type { Span } from '../../base/span';
import {
  effectivePairs,
  findPair,
  resolveAlias,
  type MappingNode,
  type Node,
  type Pair,
} from '../../yaml/node';

/**
 * A mapping as a rule sees it: the nodes of the file side by side with their values in dstack's terms
 * (shorthands expanded, durations in seconds). What has a problem already is invisible.
 */
export class View {
  constructor(
    readonly node: MappingNode,
    private readonly coerced: Readonly<Record<string, unknown>>,
    private readonly isBroken: (node: Node) => boolean,
  ) {}

  /** Whether the key stands in the file, whatever its value. */
  has(key: string): boolean {
    return findPair(this.node, key) !== undefined;
  }

  /** Whether the key is there with a value other than null, right or wrong, that dstack does not drop. */
  isSet(key: string): boolean {
    const value = lookup(this.coerced, key);
    return this.has(key) && value !== null && value !== undefined;
  }

  /** Whether the key stands in the file and has a problem, so that nobody knows what was meant. */
  isUnsure(key: string): boolean {
    const pair = findPair(this.node, key);
    return pair !== undefined && (this.isBroken(pair.key) || this.isBroken(pair.value));
  }

  /** Whether some key has a problem: what seems to be missing may stand there under a wrong name. */
  hasUnsureKeys(): boolean {
    return effectivePairs(this.node).some((pair) => this.isBroken(pair.key));
  }

  /** The value in dstack's terms; undefined where the key is absent or its value has a problem. */
  value(key: string): unknown {
    return this.has(key) && !this.isUnsure(key) ? lookup(this.coerced, key) : undefined;
  }

  /** Whether Python's `if` takes the value for true; never where it is absent or has a problem. */
  isTruthy(key: string): boolean {
    return isTruthy(this.value(key));
  }

  /** Like `value`, for a property that holds text. */
  text(key: string): string | undefined {
    const value = this.value(key);
    return typeof value === 'string' ? value : undefined;
  }

  /** Like `value`, for a property that holds a number. */
  number(key: string): number | undefined {
    const value = this.value(key);
    return typeof value === 'number' ? value : undefined;
  }

  /** Like `value`, for a list; undefined where it is no list. */
  list(key: string): readonly unknown[] | undefined {
    const value = this.value(key);
    return Array.isArray(value) ? value : undefined;
  }

  /** The nested mapping under `key`, or undefined where it is written in another form. */
  view(key: string): View | undefined {
    const pair = findPair(this.node, key);
    return pair && this.nested(pair.value, lookup(this.coerced, key));
  }

  /** The mappings among the items of the list under `key`, in order. */
  views(key: string): readonly View[] {
    return this.items(key).flatMap((item) => item.view ?? []);
  }

  /** The items of the list under `key`: node, value, and a view where the item is a mapping. */
  items(key: string): readonly Item[] {
    const node = this.valueNode(key);
    const values = lookup(this.coerced, key);
    if (node?.kind !== 'sequence' || !Array.isArray(values)) return [];
    return node.items.map((item, index) => ({
      node: item,
      value: this.isBroken(item) ? undefined : (values[index] as unknown),
      view: this.nested(item, values[index]),
    }));
  }

  pair(key: string): Pair | undefined {
    return findPair(this.node, key);
  }

  /** The value's node behind aliases. */
  valueNode(key: string): Node | undefined {
    const pair = findPair(this.node, key);
    return pair && resolveAlias(pair.value);
  }

  /** The span of the key, or of the mapping's first key where it is absent. */
  keySpan(key: string): Span {
    return this.pair(key)?.key.span ?? this.headSpan();
  }

  /** The span of the value; of an absent or empty one the span of the key. */
  valueSpan(key: string): Span {
    const at = this.pair(key)?.value.span;
    return at && at.end > at.start ? at : this.keySpan(key);
  }

  /** A small span for a problem of the mapping as a whole: `type: task`, else the first key. */
  headSpan(): Span {
    const type = this.pair('type');
    if (type) return { start: type.key.span.start, end: type.value.span.end };
    return this.node.pairs[0]?.key.span ?? this.node.span;
  }

  private nested(source: Node, coerced: unknown): View | undefined {
    const node = resolveAlias(source);
    if (node.kind !== 'mapping' || typeof coerced !== 'object' || coerced === null)
      return undefined;
    return new View(node, coerced as Readonly<Record<string, unknown>>, this.isBroken);
  }
}

/** Python's `bool(value)` of a value in dstack's terms. */
function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return Boolean(value);
}

export interface Item {
  readonly node: Node;
  /** In dstack's terms; undefined where the item has a problem. */
  readonly value: unknown;
  readonly view: View | undefined;
}
