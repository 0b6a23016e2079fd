import { lookup } from '../base/lookup';
import { findPair, resolveAlias, type MappingNode } from '../yaml/node';
import type { EntityKind, Schema } from './schema';

/**
 * The schema that holds for `mapping`: for a node with a discriminator the alternative that the mapping's tag names,
 * for any other node the node itself. With no tag or an unknown one it is the node itself, which then says nothing
 * about properties.
 */
export function variantOf(schema: Schema, mapping: MappingNode): Schema {
  let current = schema;
  while (current.discriminator) {
    const chosen = alternative(current, tagOf(current.discriminator.propertyName, mapping));
    if (!chosen) return current;
    current = chosen;
  }
  return current;
}

/** The alternative of a discriminated schema for the value `tag` of its discriminator. */
export function alternative(schema: Schema, tag: string | undefined): Schema | undefined {
  const name = schema.discriminator?.propertyName;
  if (name === undefined || tag === undefined) return undefined;
  return schema.oneOf?.find((option) => lookup(option.properties, name)?.const === tag);
}

/** The values of the discriminator, in the schema's order. */
export function tagsOf(schema: Schema): readonly string[] {
  const name = schema.discriminator?.propertyName;
  if (name === undefined) return [];
  return (schema.oneOf ?? []).flatMap((option) => lookup(option.properties, name)?.const ?? []);
}

/** The schema of the property `key` in a mapping of this schema, or undefined where none is known. */
export function propertyOf(schema: Schema, key: string | undefined): Schema | undefined {
  if (key === undefined) return undefined;
  const { properties, additionalProperties } = schema;
  return lookup(properties, key) ?? (additionalProperties || undefined);
}

/**
 * What a property declares, if the variant of a mapping is unknown and all variants agree: a volume has its name before
 * it has a backend.
 */
export function declaredInAll(schema: Schema, key: string): EntityKind | undefined {
  const [first, ...others] = (schema.oneOf ?? []).map((option) =>
    option.discriminator ? declaredInAll(option, key) : lookup(option.properties, key)?.declares,
  );
  return others.every((one) => one === first) ? first : undefined;
}

function tagOf(name: string, mapping: MappingNode): string | undefined {
  const value = findPair(mapping, name)?.value;
  const node = value && resolveAlias(value);
  return node?.kind === 'scalar' && node.value.type === 'str' ? node.value.value : undefined;
}
