import { tagsOf } from '../../server/src/language/schema/variant';
import { typesOf, type Schema } from '../../server/src/language/schema/schema';
import { ANYWHERE, BY_KEY, BY_LIST, BY_SHORTHAND, type Pool } from './pools';
import type { Random } from './random';

/** Values for a property that the schema describes: what it may hold, its boundaries, and mistakes. */
export function poolFor(schema: Schema | undefined, path: readonly (string | number)[]): Pool {
  const pools = [
    derivedPool(schema),
    schema?.shorthand ? BY_SHORTHAND[schema.shorthand] : undefined,
  ];
  const last = path.at(-1);
  if (typeof last === 'string' && Object.hasOwn(BY_KEY, last)) pools.push(BY_KEY[last]);
  const list = path.at(-2);
  if (typeof last === 'number' && typeof list === 'string') pools.push(BY_LIST[list]);
  return {
    good: pools.flatMap((pool) => pool?.good ?? []),
    odd: pools.flatMap((pool) => pool?.odd ?? []),
  };
}

/**
 * A value for a property, as YAML text on one line. With the probability `odd` it is a boundary or a mistake.
 * `depth` bounds how far mappings nest.
 */
export function valueFor(
  schema: Schema | undefined,
  path: readonly (string | number)[],
  random: Random,
  odd: number,
  depth = 3,
): string {
  if (random.chance(odd / 4)) return random.pick(ANYWHERE);
  const pool = poolFor(schema, path);
  if (pool.odd.length > 0 && random.chance(odd)) return random.pick(pool.odd);
  const composite =
    schema && depth > 0 && random.chance(0.5) && composed(schema, path, random, odd, depth);
  if (composite) return composite;
  return pool.good.length > 0 ? random.pick(pool.good) : 'text';
}

/** A mapping or list in flow style, put together from the schema's properties or items. */
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

/** YAML text that stands for the same scalar inside `{}` and `[]`. */
export function inFlow(value: string): string {
  if (value === '') return "''";
  if (/^["'[{!&*]/.test(value) || !/[,[\]{}#\n]|: |:$/.test(value)) return value;
  return `'${value.replace(/'/g, "''").replace(/\n\s*/g, ' ')}'`;
}

/** What follows from the types and limits of the schema alone. */
function derivedPool(schema: Schema | undefined): Pool {
  if (!schema) return { good: [], odd: [] };
  const types = typesOf(schema);
  const pools = [
    choicePool(schema),
    types.includes('boolean') ? BOOLEANS : undefined,
    types.includes('integer') || types.includes('number') ? numberPool(schema) : undefined,
    types.includes('string') ? lengthPool(schema) : undefined,
    examplePool(schema),
  ];
  return {
    good: pools.flatMap((pool) => pool?.good ?? []),
    odd: pools.flatMap((pool) => pool?.odd ?? []),
  };
}

const BOOLEANS: Pool = {
  good: ['true', 'false', 'yes', 'no'],
  odd: [
    '"true"',
    '"yes"',
    '"off"',
    '"t"',
    '"F"',
    '"y"',
    'y',
    'TRUE',
    'On',
    '1',
    '0',
    '2',
    '1.0',
    '0.0',
    '"1"',
    '"0"',
    '" true"',
    '"TRUE"',
    'maybe',
    'null',
    '~',
    '-0',
    '0x1',
    '[true]',
    '2026-01-01',
  ],
};

function choicePool(schema: Schema): Pool {
  const values = [
    ...(schema.enum ?? []),
    ...tagsOf(schema),
    ...(schema.const ? [schema.const] : []),
  ]
    .filter((value) => value !== null)
    .map(String);
  const near = values
    .slice(0, 4)
    .flatMap((value) => [
      value.toUpperCase(),
      value.slice(0, -1),
      `${value}s`,
      `" ${value}"`,
      `"${value}"`,
      `[${value}]`,
      value.replace(/-/g, '_'),
    ]);
  return { good: values, odd: values.length > 0 ? [...near, 'null', '5', 'true', '""'] : [] };
}

function numberPool(schema: Schema): Pool {
  const limits = [schema.minimum, schema.maximum, schema.exclusiveMinimum].filter(
    (limit) => limit !== undefined,
  );
  const around = limits.flatMap((limit) => [limit, limit + 1, limit - 1, limit + 0.5]).map(String);
  return {
    good: limits.length > 0 ? [String(limits[0] ?? 1), '5'] : ['1', '5', '22'],
    odd: [
      ...around,
      '0',
      '-1',
      '5.0',
      '5.5',
      '"5"',
      '"5.0"',
      '"5.5"',
      '" 5"',
      '"5 "',
      '"+5"',
      '"1_0"',
      '"1__0"',
      '"0x10"',
      '"1e1"',
      '1e1',
      '1.0e+1',
      '1_0',
      '0x10',
      '010',
      '1:30',
      'true',
      'false',
      '"true"',
      'five',
      'null',
      '.inf',
      '.nan',
      '"inf"',
      '"NaN"',
      '""',
      '9223372036854775807',
      '9223372036854775808',
      '"99999999999999999999"',
      '1.0e+20',
      '-0',
      '-0.0',
      '2026-01-01',
      '"٥"',
      '"5\\n"',
      '"005"',
      '"-0"',
      '"5."',
      '".5"',
      '"5.00"',
      '"1_000.0"',
      '"5,0"',
    ],
  };
}

function lengthPool(schema: Schema): Pool {
  const lengths = [schema.minLength, schema.maxLength].filter((limit) => limit !== undefined);
  const around = lengths.flatMap((limit) => [limit, limit + 1, limit - 1]).filter((n) => n >= 0);
  return {
    good: ['text'],
    odd: ['5', '1.50', 'true', 'null', '""', ...around.map((n) => `"${'x'.repeat(n)}"`)],
  };
}

function examplePool(schema: Schema): Pool {
  return { good: (schema.examples ?? []).map((example) => JSON.stringify(example)), odd: [] };
}
