import { toText } from '../../pydantic/conversions';
import { touches } from '../../base/span';
import {
  findPair,
  isEmptyScalar,
  isMerge,
  keyText,
  resolveAlias,
  type MappingNode,
  type Node,
  type ScalarNode,
} from '../../yaml/node';
import type { Schema } from '../../schema/schema';
import { variantOf } from '../../schema/variant';
import { propertyIn, type Property, type TagOf } from '../../cursor/property-lookup';

/** What the cursor is on: the key of a property, or a scalar. */
export interface Target {
  readonly kind: 'key' | 'value';
  readonly node: ScalarNode;
  /** The value of a key. */
  readonly value?: Node;
  /** The text of a key that YAML does not read as text; undefined if dstack rejects it. */
  readonly taken?: string;
  /** The property; for the item of a list its schema alone. */
  readonly property: Partial<Property> & { readonly schema: Schema };
}

/** What is at `offset`, or undefined if the schema knows nothing. Nothing is searched below an alias. */
export function targetAt(root: Node, schema: Schema, offset: number): Target | undefined {
  if (!touches(root.span, offset)) return undefined;
  let node = root;
  let property: Target['property'] | undefined = { schema };
  while (property) {
    if (node.kind === 'alias') return undefined;
    if (isEmptyScalar(node)) return undefined;
    if (node.kind === 'scalar') return { kind: 'value', node, property };
    const inner: Inner =
      node.kind === 'mapping'
        ? inMapping(node, property.schema, offset)
        : inItems(node.items, property.schema, offset);
    if (!inner || 'kind' in inner) return inner;
    ({ node, property } = inner);
  }
  return undefined;
}

type Inner =
  { readonly node: Node; readonly property: Target['property'] | undefined } | Target | undefined;

function inMapping(mapping: MappingNode, schema: Schema, offset: number): Inner {
  for (const pair of mapping.pairs) {
    const onKey = touches(pair.key.span, offset);
    if (!onKey && !touches(pair.value.span, offset)) continue;
    if (!onKey && isMerge(pair)) {
      return { node: pair.value, property: { schema: variantOf(schema, mapping) } };
    }
    const property = propertyIn(schema, keyText(pair) ?? '', tagsOf(mapping));
    if (!onKey) return { node: pair.value, property };
    if (pair.key.kind !== 'scalar' || !property) return undefined;
    const taken = property.free && !schema.propertyNames ? toText(pair.key.value) : undefined;
    return {
      kind: 'key',
      node: pair.key,
      property,
      value: pair.value,
      ...(taken !== undefined && { taken }),
    };
  }
  return undefined;
}

function inItems(items: readonly Node[], { items: schema }: Schema, offset: number): Inner {
  const node = items.find((item) => touches(item.span, offset));
  return node && { node, property: schema && { schema } };
}

function tagsOf(mapping: MappingNode): TagOf {
  return (name) => {
    const value = findPair(mapping, name)?.value;
    const node = value && resolveAlias(value);
    return node?.kind === 'scalar' ? node.text : undefined;
  };
}
