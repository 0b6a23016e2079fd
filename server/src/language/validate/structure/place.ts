import type { ErrorObject } from 'ajv';
import type { Bound } from '../../coerce/bind';
import type { Problem } from '../../problem/problem';
import type { Schema } from '../../schema/schema';
import type { Span } from '../../base/span';
import { withArticle } from '../../base/words';
import { findPair, headSpan as headOf, resolveAlias, type Node, type Pair } from '../../yaml/node';
import { nodeAt } from '../../yaml/walk';

/** Where an error of the structure is: the node, its path, and what is known about the document. */
export interface Place {
  readonly node: Node;
  readonly path: readonly string[];
  readonly root: Node;
  readonly bound: Bound;
}

/** Turns an error of one keyword into a problem, or into nothing if the error says nothing new. */
export type Translate = (error: ErrorObject, place: Place) => Problem | undefined;

/** What is known about the node; empty if there is no schema for it. */
export function schemaOf(place: Place): Schema {
  return place.bound.schemaOf(place.node) ?? {};
}

/** The property that the place is the value of: the last step of its path that is a key. */
export function propertyName(place: Place): string {
  const key = [...place.path].reverse().find((step) => !/^\d+$/.test(step));
  return key ?? 'the configuration';
}

/** The name of the mapping at the place, in a sentence: "a service", "`resources`". */
export function mappingName(place: Place): string {
  const schema = schemaOf(place);
  if (place.path.length > 0) return `\`${propertyName(place)}\``;
  return schema.title ? withArticle(schema.title.toLowerCase()) : 'the configuration';
}

/** The small span that represents a whole mapping: its key, else its own first key. */
export function headSpan(place: Place): Span {
  const node = resolveAlias(place.node);
  if (place.path.length === 0 && node.kind === 'mapping') return headOf(node);
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
  const owner = nodeAt(place.root, place.path.slice(0, -1));
  const parent = owner && resolveAlias(owner);
  return parent?.kind === 'mapping' ? findPair(parent, key) : undefined;
}

/** Whether the place is an item of a list. */
export function isItem(place: Place): boolean {
  return /^\d+$/.test(place.path.at(-1) ?? '');
}

/** Whether `name` is the `type` of the whole file. */
export function isRootType(place: Place, name: string): boolean {
  return name === 'type' && place.path.length === 0;
}
