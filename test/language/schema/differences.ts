import { coerce } from '../../../server/src/language/coerce/coerce';
import { typesOf, type JsonType, type Schema } from '../../../server/src/language/schema/schema';
import { tagsOf, alternative } from '../../../server/src/language/schema/variant';
import { parse } from '../../../server/src/language/yaml/parse';

/** A model or annotation of dstack, as test/oracle/models.py describes it. */
export interface Described {
  readonly types: readonly JsonType[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, DescribedProperty>>;
  readonly items?: Described;
  readonly values?: Described;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
}

interface DescribedProperty extends Described {
  readonly required: boolean;
  readonly default: unknown;
}

const LIMITS = ['minimum', 'exclusiveMinimum', 'maximum', 'minLength', 'minItems'] as const;

/** Every way in which a schema differs from a model, one line each, beginning with the path of the property. */
export function differences(schema: Schema, model: Described, path = ''): readonly string[] {
  const found: string[] = [];
  const expect = (what: string, ours: unknown, theirs: unknown) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      found.push(`${path} ${what}: ${JSON.stringify(ours)}, in dstack ${JSON.stringify(theirs)}`);
    }
  };
  const merged = mergeAlternatives(schema);
  expect('types', comparable(typesOf(schema), schema), comparable(model.types, schema));
  expect('values', allowedValues(merged, model), model.enum && [...model.enum].sort());
  for (const limit of schema.shorthand ? [] : LIMITS) {
    if (model[limit] !== undefined) expect(limit, merged[limit], model[limit]);
  }
  if (model.properties) {
    found.push(...propertyDifferences(merged, model.properties, path));
  }
  if (model.items) found.push(...differences(schema.items ?? {}, model.items, `${path}[]`));
  if (model.values) {
    found.push(...differences(schema.additionalProperties || {}, model.values, `${path}{}`));
  }
  return found;
}

function propertyDifferences(
  schema: Schema,
  model: Readonly<Record<string, DescribedProperty>>,
  path: string,
): readonly string[] {
  const ours = Object.entries(schema.properties ?? {}).filter(([, { removed }]) => !removed);
  const invented = ours
    .filter(([name]) => !model[name])
    .map(([name]) => `${path}.${name} invented`);
  const compared = Object.entries(model).flatMap(([name, property]) => {
    const at = `${path}.${name}`;
    const own = schema.properties?.[name];
    if (!own) return [`${at} missing`];
    const required = schema.required?.includes(name) ?? false;
    return [
      ...(required === property.required ? [] : [`${at} required: ${required}`]),
      ...defaultDifferences(own, property, at),
      ...differences(own, property, at),
    ];
  });
  return [...invented, ...compared];
}

/** What dstack's models hold without the property; a default that dstack applies later is documentation only. */
function defaultDifferences(
  schema: Schema,
  { default: theirs }: DescribedProperty,
  path: string,
): readonly string[] {
  if (theirs === null || isEmpty(theirs)) return [];
  if (schema.const === theirs) return [];
  if (schema.default === undefined && schema.defaultDescription !== undefined) return [];
  const { root } = parse(JSON.stringify(schema.default ?? null));
  const ours = root && coerce(root, schema).value;
  const expected = JSON.stringify(withoutNulls(theirs));
  const given = JSON.stringify(withoutNulls(ours));
  return given === expected ? [] : [`${path} default: ${given}, in dstack ${expected}`];
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** With keys in order; fields that are null say nothing. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.sort().map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** Where a shorthand stands for a mapping or a list, what kind of scalar it is does not matter. */
function comparable(types: readonly JsonType[], schema: Schema): readonly JsonType[] {
  const compound = schema.shorthand
    ? types.filter((type) => ['array', 'object', 'null'].includes(type))
    : types;
  return [...compound].sort();
}

function allowedValues(schema: Schema, model: Described): readonly unknown[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  // A property that takes words besides numbers, such as `off`, describes them.
  const words = model.enum && Object.keys(schema.valueDescriptions ?? {});
  const values = schema.enum ?? words;
  return values?.filter((value) => value !== null && typeof value !== 'boolean').sort();
}

/** A schema with alternatives as the one that has all their properties, as the description of a union is merged. */
function mergeAlternatives(schema: Schema): Schema {
  if (!schema.discriminator) return schema;
  const tag = schema.discriminator.propertyName;
  const options = tagsOf(schema).flatMap((value) => alternative(schema, value) ?? []);
  const merged: Record<string, Schema> = {};
  for (const option of options) Object.assign(merged, option.properties);
  merged[tag] = { ...merged[tag], enum: tagsOf(schema) };
  delete (merged[tag] as { const?: string }).const;
  const required = Object.keys(merged).filter((name) =>
    options.every((option) => option.required?.includes(name)),
  );
  return { ...schema, properties: merged, required };
}
