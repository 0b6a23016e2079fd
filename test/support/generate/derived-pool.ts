import { typesOf, type Schema } from '../../../server/src/language/schema/schema';
import { tagsOf } from '../../../server/src/language/schema/variant';
import { pool, together, type Pool } from './pools';

/** Values that follow from the types, choices and limits of a schema alone. */
export function derivedPool(schema: Schema | undefined): Pool {
  if (!schema) return together([]);
  const types = typesOf(schema);
  return together([
    choicePool(schema),
    ...(types.includes('boolean') ? [pool('booleans')] : []),
    ...(types.includes('integer') || types.includes('number') ? [numberPool(schema)] : []),
    ...(types.includes('string') ? [lengthPool(schema)] : []),
    examplePool(schema),
  ]);
}

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
    odd: [...around, ...pool('numbers').odd],
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
