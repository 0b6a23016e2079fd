import type { Schema } from '../../../server/src/language/schema/schema';
import { derivedPool } from './derived-pool';
import { ANYWHERE, pool, together, type Pool } from './pools';
import type { Random } from './random';

/** Values for a property that the schema describes: valid values, boundaries and mistakes. */
export function poolFor(schema: Schema | undefined, path: readonly (string | number)[]): Pool {
  const [list, last] = path.slice(-2);
  return together([
    derivedPool(schema),
    pool(`shorthand ${schema?.shorthand ?? ''}`),
    typeof last === 'number' ? pool(`items ${list ?? ''}`) : pool(`key ${path.at(-1) ?? ''}`),
  ]);
}

/**
 * A value for a property, as YAML text on one line. With the probability `odd` it is a boundary or a mistake. `depth`
 * limits how deep mappings nest.
 */
export function valueFor(
  schema: Schema | undefined,
  path: readonly (string | number)[],
  random: Random,
  odd: number,
  depth = 3,
): string {
  if (random.chance(odd / 4)) return random.pick(ANYWHERE);
  const values = poolFor(schema, path);
  if (values.odd.length > 0 && random.chance(odd)) return random.pick(values.odd);
  const composite =
    schema && depth > 0 && random.chance(0.5) && composed(schema, path, random, odd, depth);
  if (composite) return composite;
  return values.good.length > 0 ? random.pick(values.good) : 'text';
}

/** A mapping or list in flow style, built from the schema's properties or items. */
function composed(
  schema: Schema,
  path: readonly (string | number)[],
  random: Random,
  odd: number,
  depth: number,
): string | undefined {
  if (schema.items) {
    const items = Array.from({ length: 1 + random.below(3) }, (_, index) =>
      inFlow(valueFor(schema.items, [...path, index], random, odd, depth - 1)),
    );
    return `[${items.join(', ')}]`;
  }
  const mapping = mappingFor(schema, path, random, odd, depth);
  return mapping && `{${mapping.map(([key, value]) => `${key}: ${inFlow(value)}`).join(', ')}}`;
}

/** Properties with values for a mapping that the schema describes: the required ones and some others. */
export function mappingFor(
  schema: Schema,
  path: readonly (string | number)[],
  random: Random,
  odd: number,
  depth: number,
  most = 3,
): readonly (readonly [string, string])[] | undefined {
  const variant = schema.discriminator ? random.pick(schema.oneOf ?? []) : schema;
  if (!variant.properties) return undefined;
  if (variant.discriminator) return mappingFor(variant, path, random, odd, depth, most);
  const required = (variant.required ?? []).filter(() => !random.chance(odd / 4));
  const optional = Object.keys(variant.properties).filter(
    (key) => !variant.required?.includes(key),
  );
  const keys = [...required, ...random.sample(optional, random.below(most + 1))];
  return keys.map((key) => {
    const property = variant.properties?.[key];
    return [key, valueFor(property, [...path, key], random, odd, depth - 1)] as const;
  });
}

/** A value with one or two characters changed, as by a slip or a paste. */
export function tweaked(value: string, random: Random): string {
  const at = random.below(value.length + 1);
  const rest = value.slice(at);
  const slips = [
    random.pick(CHARACTERS) + rest,
    random.pick(CHARACTERS) + rest.slice(1),
    rest.slice(1),
    rest.slice(0, 1) + rest,
    rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2),
  ];
  const once = value.slice(0, at) + random.pick(slips);
  return random.chance(0.3) ? tweaked(once, random) : once;
}

/** Characters with a meaning in some shorthand or in YAML, and similar ones without. */
const CHARACTERS: readonly string[] = [
  ...'0123456789.:-_/,*+=~@#&|%$<>()\?! ',
  ...'aAbBdDeEfFgGhkKmMnNsStTwWxXyYzZ',
  ...'٣²½é–\u00a0\u200b：',
  ...['..', '::', '//', '${{', '}}', '0x', '1e', '""', "''"],
];

/** YAML text that means the same scalar inside `{}` and `[]`. */
export function inFlow(value: string): string {
  if (value === '') return "''";
  if (/^["'[{!&*]/.test(value) || !/[,[\]{}#\n]|: |:$/.test(value)) return value;
  return `'${value.replace(/'/g, "''").replace(/\n\s*/g, ' ')}'`;
}
