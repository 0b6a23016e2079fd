import { allowsType, type Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { resolveScalar, type ScalarValue } from '../../yaml/scalar';

/** Whether the grammar and the limits of the schema allow a text, which YAML reads as `scalar`. */
export function isPossible(
  schema: Schema,
  text: string,
  scalar: ScalarValue = { type: 'str', value: text },
): boolean {
  const { shorthand } = schema;
  const parsed = shorthand && parseShorthand(shorthand, scalar);
  if (parsed && !parsed.ok) return false;
  const value: unknown = parsed ? parsed.value : text;
  if (schema.closed && isOpenRange(value)) return false;
  if (typeof value === 'number') return isWithinLimits(schema, value);
  // Without a grammar, a text is a number if it cannot be text.
  if (shorthand || allowsType(schema, 'string')) return true;
  const number = Number(text);
  const isFitting = allowsType(schema, 'number') ? number <= Infinity : Number.isInteger(number);
  return isFitting && isWithinLimits(schema, number);
}

/** The same for a text, in quotes or as YAML reads it without quotes. */
export function isAccepted(schema: Schema, text: string): boolean {
  const plain = resolveScalar(text, 'plain');
  return isPossible(schema, text) || (plain.type !== 'error' && isPossible(schema, text, plain));
}

function isWithinLimits(
  {
    minimum = -Infinity,
    exclusiveMinimum = -Infinity,
    maximum = Infinity,
    serverMaximum = Infinity,
  }: Schema,
  number: number,
): boolean {
  const isOutside = number < minimum || number <= exclusiveMinimum || number > maximum;
  return !isOutside && number <= serverMaximum;
}

function isOpenRange(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'max' in value && value.max === null;
}
