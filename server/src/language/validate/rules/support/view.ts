import { isRecord, lookup } from '../../../base/lookup';
import type { Span } from '../../../base/span';
import {
  effectivePairs,
  findPair,
  headSpan,
  resolveAlias,
  type MappingNode,
  type Node,
  type Pair,
} from '../../../yaml/node';

/** The mapping among the forms of a value. */
type MappingOf<V> = Exclude<Extract<V, object>, readonly unknown[]>;
/** The type of the items, if one of the forms of a value is a list. */
type ItemOf<V> = V extends readonly (infer I)[] ? I : never;
type Key<T> = keyof T & string;

/** An item of a list as a rule sees it. */
export interface Item<V> {
  readonly node: Node;
  /** In dstack's terms; undefined where the item has a problem. */
  readonly value: V | undefined;
  /** Where the item is written as a mapping. */
  readonly view: View<MappingOf<V>> | undefined;
}

/**
 * A mapping as a rule sees it: the nodes of the file side by side with their values in dstack's terms (shorthands
 * expanded, durations in seconds). Values that already have a problem are invisible.
 *
 * @typeParam T what dstack's model of the mapping holds, see `coerce/values.ts`
 */
export class View<T extends object = object> {
  constructor(
    readonly node: MappingNode,
    private readonly coerced: Readonly<Record<string, unknown>>,
    private readonly isBroken: (node: Node) => boolean,
  ) {}

  /** Whether the key is in the file, whatever its value. */
  has(key: string): boolean {
    return findPair(this.node, key) !== undefined;
  }

  /** Whether the key is there with a value other than null, right or wrong, that dstack does not drop. */
  isSet(key: string): boolean {
    const value = lookup(this.coerced, key);
    return this.has(key) && value !== null && value !== undefined;
  }

  /** Whether the file has the key with a value other than null. Unlike for `isSet`, dstack may have removed it. */
  isGiven(key: string): boolean {
    const node = this.valueNode(key);
    return node !== undefined && !(node.kind === 'scalar' && node.value.type === 'null');
  }

  /** Whether the key is in the file and has a problem, so the intent is unknown. */
  isUnsure(key: string): boolean {
    const pair = findPair(this.node, key);
    return pair !== undefined && (this.isBroken(pair.key) || this.isBroken(pair.value));
  }

  /** Whether some key has a problem: a key that seems to be missing may be there under a wrong name. */
  hasUnsureKeys(): boolean {
    return effectivePairs(this.node).some((pair) => this.isBroken(pair.key));
  }

  /** The value in dstack's terms; undefined where the key is absent or its value has a problem. */
  value<K extends Key<T>>(key: K): T[K] | undefined {
    // The schema accepts a value without a problem, so the type is that of the model.
    return this.visible(key) as T[K] | undefined;
  }

  /** Whether the value is there, without a problem, and other than null. */
  hasValue(key: string): boolean {
    const value = this.visible(key);
    return value !== null && value !== undefined;
  }

  /** Whether the value is true for Python's `if`; never if it is absent or has a problem. */
  isTruthy(key: string): boolean {
    const value = this.visible(key);
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  }

  /** The nested mapping under `key`, or undefined where it is written in another form. */
  view<K extends Key<T>>(key: K): View<MappingOf<T[K]>> | undefined {
    const pair = findPair(this.node, key);
    return pair && this.nested(pair.value, lookup(this.coerced, key));
  }

  /** The mappings among the items of the list under `key`, in order. */
  views<K extends Key<T>>(key: K): readonly View<MappingOf<ItemOf<T[K]>>>[] {
    return this.items(key).flatMap((item) => item.view ?? []);
  }

  /** The items of the list under `key`: node, value, and a view where the item is a mapping. */
  items<K extends Key<T>>(key: K): readonly Item<ItemOf<T[K]>>[] {
    const node = this.valueNode(key);
    const values = lookup(this.coerced, key);
    if (node?.kind !== 'sequence' || !Array.isArray(values)) return [];
    return node.items.map((item, index) => ({
      node: item,
      value: this.isBroken(item) ? undefined : (values[index] as ItemOf<T[K]>),
      view: this.nested(item, values[index]),
    }));
  }

  /** The key with its value, as the file has them. */
  pair(key: string): Pair | undefined {
    return findPair(this.node, key);
  }

  /** The value's node, with aliases resolved. */
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
    return headSpan(this.node);
  }

  private visible(key: string): unknown {
    return this.has(key) && !this.isUnsure(key) ? lookup(this.coerced, key) : undefined;
  }

  private nested<V extends object>(source: Node, coerced: unknown): View<V> | undefined {
    const node = resolveAlias(source);
    if (node.kind !== 'mapping' || !isRecord(coerced)) return undefined;
    return new View(node, coerced, this.isBroken);
  }
}
