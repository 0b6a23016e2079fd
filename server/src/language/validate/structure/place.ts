import type { ErrorObject } from 'ajv';
import type { Bound } from '../../coerce/bind';
import type { Problem } from '../../problem/problem';
import type { Schema } from '../../schema/schema';
import type { Span } from '../../base/span';
import { findPair, resolveAlias, type Node, type Pair } from '../../yaml/node';

/** Where an error of the structure lies: the node, its path, and what is known about the document. */
export interface Place {
  readonly node: Node;
  readonly path: readonly string[];
  readonly root: Node;
  readonly bound: Bound;
}

/** Turns an error of one keyword into a problem, or into nothing where the error says nothing new. */
export type Translate = (error: ErrorObject, place: Place) => Problem | undefined;

export function schemaOf(place: Place): Schema {
  return place.bound.schemaOf(place.node) ?? {};
}

/** The property that the place is the value of: the last step of its path that is a key. */
export function propertyName(place: Place): string {
  const key = [...place.path].reverse().find((step) => !/^\d+$/.test(step));
  return key ?? 'the configuration';
}

/** How a sentence calls the mapping at the place: "a service", "`resources`". */
export function mappingName(place: Place): string {
  const schema = schemaOf(place);
  if (place.path.length > 0) return `\`${propertyName(place)}\``;
  return schema.title ? withArticle(schema.title.toLowerCase()) : 'the configuration';
}

/** The small span that stands for a whole mapping: its key, else its own first key. */
export function headSpan(place: Place): Span {
  const node = resolveAlias(place.node);
  if (place.path.length === 0 && node.kind === 'mapping') {
    const type = findPair(node, 'type');
    if (type) return pairSpan(type);
  }
  return ownerPair(place)?.key.span ?? firstKeySpan(node);
}

function firstKeySpan(node: Node): Span {
  const first = node.kind === 'mapping' ? node.pairs[0]?.key.span : undefined;
  return first ?? node.span;
}

/** The pair whose value the place is, where it is not an item of a list. */
export function ownerPair(place: Place): Pair | undefined {
  const key = place.path.at(-1);
  if (key === undefined) return undefined;
  let node: Node | undefined = place.root;
  for (const step of place.path.slice(0, -1)) {
    const current: Node | undefined = node && resolveAlias(node);
    if (current?.kind === 'sequence') node = current.items[Number(step)];
    else node = current?.kind === 'mapping' ? findPair(current, step)?.value : undefined;
  }
  const parent = node && resolveAlias(node);
  return parent?.kind === 'mapping' ? findPair(parent, key) : undefined;
}

function pairSpan(pair: Pair): Span {
  return { start: pair.key.span.start, end: pair.value.span.end };
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
