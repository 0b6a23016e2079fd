import { alternative, tagsOf } from '../../../server/src/language/schema/variant';
import type { Schema } from '../../../server/src/language/schema/schema';
import { combinationsOf, leastOf, type Combination } from './combinations';
import type { Random } from './random';
import { placesOf, type Place } from './schema-places';
import { inFlow, mappingFor, poolFor, tweaked, valueFor } from './property-values';

/** A whole configuration made from the schema: required properties and some others, mostly with valid values. */
export function generateConfiguration(root: Schema, random: Random): string {
  const type = random.pick(tagsOf(root));
  const variant = alternative(root, type);
  const odd = random.pick([0, 0, 0, 0.05, 0.15]);
  const properties =
    variant && mappingFor(withoutType(variant), [], random, odd, 3, random.pick([2, 4, 8]));
  return document(
    type,
    { ...skeleton(type, random), ...Object.fromEntries(properties ?? []) },
    random,
  );
}

/** The minimal configuration of a type with one property, at any depth, set to a value from its pools. */
export function generateProbe(root: Schema, random: Random): string {
  const place = random.pick(placesOf(root));
  const { path, schema } = place;
  const { good, odd } = poolFor(schema, path);
  const values = random.chance(0.2) || odd.length === 0 ? good : odd;
  const picked = values.length > 0 ? random.pick(values) : valueFor(schema, path, random, 1);
  return probe(root, place, random.chance(0.3) ? tweaked(picked, random) : picked, random);
}

/** The minimal configuration with `value` at a place. */
export function probe(root: Schema, { type, path }: Place, value: string, random: Random): string {
  const [top = '', ...rest] = path;
  const property = around(alternative(root, type), [top], rest, value, random);
  return document(type, { ...leastOf(type), [top]: property }, random);
}

/** The minimal configuration of a type with properties that belong together or exclude each other. */
export function generateCombination(root: Schema, random: Random): string {
  const type = random.pick(tagsOf(root));
  const several = random.sample(combinationsOf(type), random.chance(0.3) ? 2 : 1);
  return document(type, Object.assign({}, leastOf(type), ...several) as Combination, random);
}

/** Profiles with the parameters of the schema. */
export function generateProfiles(root: Schema, random: Random): string {
  const profile = root.properties?.['profiles']?.items ?? {};
  const odd = random.pick([0, 0.1, 0.3]);
  const items = Array.from({ length: 1 + random.below(2) }, (_, index) => {
    const properties = mappingFor(profile, ['profiles', index], random, odd, 3, 5) ?? [];
    const lines = [['name', `p${index}`] as const, ...properties].map(
      ([key, value]) => `${key}: ${value}`,
    );
    return `  - ${lines.join('\n    ')}\n`;
  });
  return `profiles:\n${items.join('')}`;
}

function skeleton(type: string, random: Random): Combination {
  return Object.fromEntries(Object.entries(leastOf(type)).filter(() => !random.chance(0.03)));
}

function withoutType(variant: Schema): Schema {
  const properties = Object.fromEntries(
    Object.entries(variant.properties ?? {}).filter(([key]) => key !== 'type'),
  );
  return { ...variant, properties, required: (variant.required ?? []).filter((k) => k !== 'type') };
}

/** Wraps a value in the mappings and lists of its path, with the required properties of each mapping. */
function around(
  owner: Schema | undefined,
  path: readonly (string | number)[],
  rest: readonly (string | number)[],
  value: string,
  random: Random,
): string {
  const key = path.at(-1);
  const option = owner?.oneOf?.find((o) => o.properties && String(key) in o.properties) ?? owner;
  const schema = typeof key === 'number' ? owner?.items : option?.properties?.[String(key)];
  const [next, ...others] = rest;
  if (next === undefined) return value;
  const inner = inFlow(around(schema, [...path, next], others, value, random));
  if (typeof next === 'number') return `[${inner}]`;
  const chosen = schema?.oneOf?.find((o) => o.properties && next in o.properties) ?? schema;
  return mappingInFlow(chosen, path, { [next]: inner }, random);
}

/** A mapping in flow style with the given properties and, before them, those that are required. */
export function mappingInFlow(
  schema: Schema | undefined,
  path: readonly (string | number)[],
  set: Combination,
  random: Random,
): string {
  const required = (schema?.required ?? []).filter((name) => !(name in set));
  const more = required.map((name) => {
    const property = schema?.properties?.[name];
    return [name, property?.const ?? valueFor(property, [...path, name], random, 0, 0)] as const;
  });
  const all = [...more, ...Object.entries(set)];
  return `{${all.map(([key, value]) => `${key}: ${inFlow(value ?? '')}`).join(', ')}}`;
}

/** Writes the properties of the top, one per line; some lists and mappings in block style. */
export function document(type: string, properties: Combination, random: Random): string {
  const lines = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${value}\n`,
  );
  const typeLine = `type: ${type}\n`;
  return random.chance(0.1) ? lines.join('') + typeLine : typeLine + lines.join('');
}
