import { lookup } from '../base/lookup';
import type { Schema } from '../schema/schema';
import { alternative, propertyOf, tagsOf } from '../schema/variant';
import type { Scope, Step } from './slot';

/** Returns the text of a property of a mapping, which may decide on the mapping's variant. */
export type TagOf = (property: string) => string | undefined;

/** A property that a mapping can have. */
export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** Whether its value decides which other properties exist. */
  readonly decides?: boolean;
  /** Whether the name is the user's own. */
  readonly free?: boolean;
  /** The release that the mapping itself needs, if that is newer than the one in use. */
  readonly mappingNeeds?: string;
}

/** The schema of the value at `path`; `scopes` are the mappings on the way, as a slot has them. */
export function schemaAt(
  root: Schema,
  path: readonly Step[],
  scopes: readonly Scope[],
): Schema | undefined {
  let schema: Schema | undefined = root;
  for (const [index, step] of path.entries()) {
    const scope = scopes[index];
    schema =
      typeof step === 'number'
        ? schema.items
        : propertyIn(schema, step, (property) => scope?.get(property))?.schema;
    if (!schema) return undefined;
  }
  return schema;
}

/** The property `name` of a mapping; undefined if it is unknown. */
export function propertyIn(schema: Schema, name: string, tagOf: TagOf): Property | undefined {
  const deciding = decidingIn(schema, tagOf).find((property) => property.name === name);
  if (deciding) return deciding;
  for (const variant of variantsIn(schema, tagOf)) {
    const property = propertyOf(variant, name);
    if (!property) continue;
    const free = property !== lookup(variant.properties, name);
    return { name, schema: property, required: variant.required?.includes(name) ?? false, free };
  }
  return undefined;
}

/**
 * The named properties of a mapping. While the variant is open, these are the properties of all variants that allow the
 * properties `set`; the one that decides on the variant comes first, with every variant as a value.
 */
export function propertiesIn(
  schema: Schema,
  tagOf: TagOf,
  set: readonly string[] = [],
): ReadonlyMap<string, Property> {
  const deciding = decidingIn(schema, tagOf).map((property) => [property.name, property] as const);
  const properties = new Map<string, Property>(deciding);
  const variants = possible(variantsIn(schema, tagOf), set);
  for (const variant of variants) {
    const mappingNeeds = variant.lacks?.property;
    for (const [name, property] of Object.entries(variant.properties ?? {})) {
      const known = properties.get(name);
      // Another variant, which the release has, is what it may be about.
      const isHere = known?.mappingNeeds !== undefined && mappingNeeds === undefined;
      if ((known && !isHere) || property.impossible) continue;
      const required = variants.every((other) => other.required?.includes(name));
      const needs = mappingNeeds === undefined ? {} : { mappingNeeds };
      properties.set(name, { name, schema: property, required, ...needs });
    }
  }
  return properties;
}

/** The properties that decide on the variant, from the outermost choice to the first that is still open. */
function decidingIn(schema: Schema, tagOf: TagOf): readonly Property[] {
  const properties: Property[] = [];
  for (let level: Schema | undefined = schema; level?.discriminator;) {
    const name = level.discriminator.propertyName;
    const chosen: Schema | undefined = alternative(level, tagOf(name));
    properties.push({ name, schema: tagChoice(level, chosen), required: true, decides: true });
    level = chosen;
  }
  return properties;
}

function possible(variants: readonly Schema[], set: readonly string[]): readonly Schema[] {
  if (variants.length < 2) return variants;
  const fitting = variants.filter((variant) => set.every((name) => propertyOf(variant, name)));
  return fitting.length > 0 ? fitting : variants;
}

/** The possible variants of a mapping: one if its tags decide, else all. */
function variantsIn(schema: Schema, tagOf: TagOf): readonly Schema[] {
  const name = schema.discriminator?.propertyName;
  if (name === undefined) return [schema];
  const chosen = alternative(schema, tagOf(name));
  return (chosen ? [chosen] : (schema.oneOf ?? [])).flatMap((option) => variantsIn(option, tagOf));
}

/** What decides on the variant of `schema`, as a property with one value for each. */
function tagChoice(schema: Schema, chosen: Schema | undefined): Schema {
  const name = schema.discriminator?.propertyName ?? '';
  const reference = (chosen ?? schema).reference;
  const values = (schema.oneOf ?? []).flatMap(({ properties, examples = [] }) => {
    const { const: value, description = '' } = lookup(properties, name) ?? {};
    return value === undefined ? [] : [{ value, description, example: examples[0] }];
  });
  const later = (schema.oneOf ?? []).flatMap(({ properties, lacks }) => {
    const value = lookup(properties, name)?.const;
    return value === undefined || !lacks?.property ? [] : [[value, lacks.property] as const];
  });
  const examples = values.flatMap(({ value, example }) =>
    example === undefined ? [] : [[value, example] as const],
  );
  return {
    type: 'string',
    description: schema.description ?? '',
    enum: tagsOf(schema),
    valueDescriptions: Object.fromEntries(
      values.map(({ value, description }) => [value, description]),
    ),
    ...(examples.length > 0 && { valueExamples: Object.fromEntries(examples) }),
    ...(reference === undefined ? {} : { reference }),
    ...(later.length > 0 && { lacks: { values: Object.fromEntries(later) } }),
  };
}
