import type { ScalarValue } from '../yaml/scalar';
import { decodeBase64, floatText, intText, stripNumber } from '../python/python';

/**
 * Pydantic's lax conversions of one scalar to a primitive type, as dstack's `CoreModel` configures them
 * (`coerce_numbers_to_str`). Each gives undefined where pydantic refuses.
 */
export type Conversion<T> = (scalar: ScalarValue) => T | undefined;

/** Bytes are to pydantic what the same text would be. */
function ofBytes<T>(base64: string, convert: Conversion<T>): T | undefined {
  const text = decodeBase64(base64);
  return text === undefined ? undefined : convert({ type: 'str', value: text });
}

/** `int`, of any size: integral floats within 64 bits, booleans and texts such as `5`, `+5`, `1_000`, `5.0`. */
export const toBigInt: Conversion<bigint> = (scalar) => {
  switch (scalar.type) {
    case 'int':
      return scalar.value;
    case 'bool':
      return scalar.value ? 1n : 0n;
    case 'float': {
      const fits = Number.isInteger(scalar.value) && Math.abs(scalar.value) < 2 ** 63;
      return fits ? BigInt(scalar.value) : undefined;
    }
    case 'str':
      return integerFromText(scalar.value);
    case 'binary':
      return ofBytes(scalar.text, toBigInt);
    default:
      return undefined;
  }
};

/** `int` as a JavaScript number, which is inexact beyond 2^53, but not on which side of 2^63 it is. */
export const toInteger: Conversion<number> = (scalar) => {
  const value = toBigInt(scalar);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Math.abs(number) !== 2 ** 63) return number;
  const fits = BigInt.asIntN(64, value) === value;
  return number * (fits ? 1 - Number.EPSILON : 1 + Number.EPSILON);
};

/** `float`: any number that fits, booleans and texts that read as a number. */
export const toNumber: Conversion<number> = (scalar) => {
  switch (scalar.type) {
    case 'int': {
      const value = Number(scalar.value);
      return Number.isFinite(value) ? value : undefined;
    }
    case 'bool':
      return Number(scalar.value);
    case 'float':
      return scalar.value;
    case 'str':
      return numberFromText(scalar.value);
    case 'binary':
      return ofBytes(scalar.text, toNumber);
    default:
      return undefined;
  }
};

const TRUE_WORDS = new Set(['1', 'on', 't', 'true', 'y', 'yes']);
const FALSE_WORDS = new Set(['0', 'off', 'f', 'false', 'n', 'no']);

/** `bool`: 0 and 1, and a fixed list of words in any case. */
export const toBoolean: Conversion<boolean> = (scalar) => {
  switch (scalar.type) {
    case 'bool':
      return scalar.value;
    case 'int':
    case 'float': {
      const number = Number(scalar.value);
      return number === 0 ? false : number === 1 ? true : undefined;
    }
    case 'str': {
      const word = scalar.value.toLowerCase();
      return TRUE_WORDS.has(word) ? true : FALSE_WORDS.has(word) ? false : undefined;
    }
    case 'binary':
      return ofBytes(scalar.text, toBoolean);
    default:
      return undefined;
  }
};

/** `str`: numbers are written out as Python writes them; booleans, dates and null are refused. */
export const toText: Conversion<string> = (scalar) => {
  switch (scalar.type) {
    case 'str':
      return scalar.value;
    case 'int':
      return intText(scalar.value);
    case 'float':
      return floatText(scalar.value);
    case 'binary':
      return ofBytes(scalar.text, toText);
    default:
      return undefined;
  }
};

/** Python reads decimal integers of at most so many digits. */
const MAX_DIGITS = 4300;

/** Groups: sign and digits without leading zeros; or, where a sign stands behind leading zeros (`0-1` is -1), both. */
const INTEGER =
  /^(?:([-+]?)(?:0[0_]*)?([1-9](?:_?[0-9])*)|[-+]?0(?:[0_]*0)?|\+?0[0_]*(-)_?(0|[1-9](?:_?[0-9])*))(?:\.0+)?$/;

/** An integer as pydantic reads it from text, or undefined. */
export function integerFromText(text: string): bigint | undefined {
  const match = INTEGER.exec(stripNumber(text));
  if (!match) return undefined;
  const [, sign = match[3], digits = match[4] ?? '0'] = match;
  const number = digits.replaceAll('_', '');
  if (number.length > MAX_DIGITS) return undefined;
  return sign === '-' ? -BigInt(number) : BigInt(number);
}

const NUMBER =
  /^[-+]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[-+]?[0-9]+)?|(inf(?:inity)?)|(nan))$/i;

/** A number as pydantic reads it from text, or undefined: single underscores may stand anywhere but at the ends. */
function numberFromText(text: string): number | undefined {
  const trimmed = stripNumber(text);
  const plain = /^_|__|_$/.test(text) || !text.includes('_') ? trimmed : text.replaceAll('_', '');
  const match = NUMBER.exec(plain);
  if (!match) return undefined;
  if (match[2] !== undefined) return NaN;
  if (match[1] !== undefined) return plain.startsWith('-') ? -Infinity : Infinity;
  return Number(plain);
}
