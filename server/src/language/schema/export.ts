import { mapChildren, type Nested } from './children';
import { typesOf, type JsonType, type Schema } from './schema';

/** Plain JSON Schema 2020-12. */
export interface JsonSchema extends Nested<JsonSchema> {
  readonly [keyword: string]: unknown;
}

/**
 * `coerced`: what the validator compiles, which checks a value after coercion; without documentation. `written`: for
 * publishing, checks a document as the user wrote it, with documentation. The content of shorthands is not checked
 * there, so it accepts all that dstack accepts, and some of what dstack rejects.
 */
export type Form = 'coerced' | 'written';

const STRUCTURE = [
  'title',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'items',
  'const',
  'enum',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'oneOf',
  'discriminator',
] as const satisfies readonly (keyof Schema)[];

const ANNOTATIONS = ['description', 'default', 'examples', 'deprecated'] as const;

/**
 * The schema as plain JSON Schema, in which parts that occur more than once and have a `title` are in `$defs`, so the
 * compiled validator stays small.
 */
export function exportSchema(schema: Schema, form: Form = 'coerced'): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...shareParts(plain(schema, form)),
  };
}

function plain(schema: Schema, form: Form): JsonSchema {
  const known = withoutRemoved(schema);
  const own =
    form === 'coerced'
      ? pick(known, STRUCTURE)
      : pick(asWritten(known), [...STRUCTURE, ...ANNOTATIONS]);
  const children = mapChildren(own, (child) => plain(child as Schema, form));
  // In JSON Schema every key is text, also one that YAML reads as a number.
  const { propertyNames } = known;
  return { ...children, ...(propertyNames && { propertyNames: plain(propertyNames, 'coerced') }) };
}

/** dstack no longer knows a removed property; we keep it in our data to say so. */
function withoutRemoved(schema: Schema): Schema {
  if (!schema.properties) return schema;
  const known = Object.entries(schema.properties).filter(([, property]) => !property.removed);
  return { ...schema, properties: Object.fromEntries(known) };
}

function pick(source: object, keywords: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(source).filter(([key]) => keywords.includes(key)));
}

/** The node as it applies to a document before coercion. Its `oneOf` also accepts values that are not mappings. */
function asWritten(schema: Schema): object {
  const { enum: values, deprecated, oneOf, discriminator: _, ...rest } = schema;
  const types = writtenTypes(schema);
  const scalars = types.filter((type) => type !== 'object');
  return {
    ...rest,
    ...(types.length > 0 && { type: types.length === 1 ? types[0] : types }),
    // The values of a shorthand are those that it expands to.
    ...(values && !schema.shorthand && { enum: values }),
    ...(deprecated !== undefined && { deprecated: true }),
    ...(oneOf && { oneOf: scalars.length > 0 ? [...oneOf, { type: scalars }] : oneOf }),
  };
}

/** dstack accepts numbers where text is expected, and a shorthand may be text, a number or, for `off`, a boolean. */
function writtenTypes(schema: Schema): readonly JsonType[] {
  const types = new Set<JsonType>(typesOf(schema));
  const anyText = types.has('string') && !schema.enum && schema.const === undefined;
  if (schema.shorthand || anyText) types.add('number');
  if (schema.shorthand) types.add('string');
  if (schema.shorthand?.endsWith('duration')) types.add('boolean');
  if (types.has('number')) types.delete('integer');
  return [...types];
}

function shareParts(root: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  const count = (node: JsonSchema): JsonSchema => {
    if (node['title'] !== undefined) counts.set(keyOf(node), (counts.get(keyOf(node)) ?? 0) + 1);
    return mapChildren(node, count);
  };
  count(root);
  const names = new Map<string, string>();
  const shared = new Map<string, JsonSchema>();
  const share = (node: JsonSchema): JsonSchema => {
    const inner = mapChildren(node, share);
    const key = keyOf(node);
    if (node['title'] === undefined || (counts.get(key) ?? 0) < 2) return inner;
    const name = names.get(key) ?? unusedName(String(node['title']), shared);
    names.set(key, name);
    shared.set(name, withoutAnnotations(inner));
    return { $ref: `#/$defs/${name}`, ...pick(inner, ANNOTATIONS) };
  };
  const result = mapChildren(root, share);
  return { ...result, $defs: Object.fromEntries(shared) };
}

/** Nodes with the same key differ at most in the keywords beside a `$ref`. */
function keyOf(node: JsonSchema): string {
  return JSON.stringify(withoutAnnotations(node));
}

function withoutAnnotations(node: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(node).filter(([key]) => !ANNOTATIONS.some((name) => name === key)),
  );
}

/** `Memory range` becomes `memory-range`, the next one `memory-range-2`. */
function unusedName(title: string, taken: ReadonlyMap<string, unknown>): string {
  const base = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}-${String(n)}`;
  return name;
}
