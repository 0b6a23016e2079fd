import { allowsType, type Schema } from '../schema/schema';
import { parseShorthand, SHORTHANDS } from '../shorthand';

/** What YAML 1.1 reads as a truth value, in small letters. */
const BOOLEANS = ['true', 'false', 'yes', 'no', 'on', 'off'];

/** Texts that can continue the beginning of a value of any form. */
const CONTINUATIONS = [
  ...['0', '1', '00', '000', '.1', '.'],
  ...endsOf('.0.0.1'),
  ...endsOf('.0.0.0/8'),
  ...['B', 'GB', 'h', 'm', 'x', 'xx', ':1', ':x', '/x', ':/x', '=x', ' *', '//x'],
];

/** Whether `text` is the beginning of something that the schema accepts, and more has to follow. */
export function couldBecomeValue(text: string, schema: Schema): boolean {
  return (
    isBeginningOf(text, valuesOf(schema)) ||
    couldBecomeNumber(text, schema) ||
    couldBecomeText(text, schema)
  );
}

/** Whether `text` is the beginning of one of the values, and not all of it. */
export function isBeginningOf(text: string, values: readonly string[]): boolean {
  return values.some((value) => value.length > text.length && value.startsWith(text));
}

function valuesOf(schema: Schema): readonly string[] {
  const { const: only, enum: several = [], examples = [], valueDescriptions = {} } = schema;
  return [
    ...(only === undefined ? [] : [only]),
    ...[...several, ...examples].filter((value) => typeof value !== 'object').map(String),
    ...Object.keys(valueDescriptions),
    ...(allowsType(schema, 'boolean') ? BOOLEANS : []),
  ];
}

/** A number that is too small, or only a sign yet. */
function couldBecomeNumber(text: string, schema: Schema): boolean {
  const { minimum = schema.exclusiveMinimum, shorthand } = schema;
  if (shorthand !== undefined || minimum === undefined) return false;
  return /^\d*(?:\.\d*)?$/.test(text) && Number(text) <= minimum;
}

function couldBecomeText(text: string, schema: Schema): boolean {
  const { shorthand, pattern } = schema;
  if (shorthand !== undefined) {
    const more = [...(SHORTHANDS[shorthand].forms?.continuations ?? []), ...CONTINUATIONS];
    return more.some((rest) => parseShorthand(shorthand, { type: 'str', value: text + rest }).ok);
  }
  if (schema.enum || schema.const !== undefined || !allowsType(schema, 'string')) return false;
  if (pattern === undefined) return true;
  const form = new RegExp(pattern);
  return CONTINUATIONS.some((rest) => form.test(text + rest));
}

function endsOf(text: string): string[] {
  return [...text].map((_, index) => text.slice(index));
}
