import type { ScalarValue } from '../yaml/scalar';

/**
 * Pydantic's lax conversions of one scalar to a primitive type, as dstack's `CoreModel` configures them
 * (`coerce_numbers_to_str`). Each gives undefined where pydantic refuses.
 */
export type Conversion<T> = (scalar: ScalarValue) => T | undefined;

/** `int`: integral floats, booleans and texts such as `5`, `+5`, `1_000`, `5.0`. */
export const toInteger: Conversion<number> = (scalar) => {
  switch (scalar.type) {
    case 'int':
      return Number(scalar.value);
    case 'bool':
      return Number(scalar.value);
    case 'float':
      return Number.isInteger(scalar.value) ? scalar.value : undefined;
    case 'str':
      return integerFromText(scalar.value);
    default:
      return undefined;
  }
};

/** `float`: any number, booleans and texts that Python's `float()` reads. */
export const toNumber: Conversion<number> = (scalar) => {
  switch (scalar.type) {
    case 'int':
      return Number(scalar.value);
    case 'bool':
      return Number(scalar.value);
    case 'float':
      return scalar.value;
    case 'str':
      return numberFromText(scalar.value);
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
      return scalar.value.toString();
    case 'float':
      return floatText(scalar.value);
    default:
      return undefined;
  }
};

/** An integer as pydantic reads it from text, or undefined. */
export function integerFromText(text: string): number | undefined {
  const match = /^\s*([+-]?\d+(?:_\d+)*)(?:\.0+)?\s*$/.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1].replace(/_/g, ''));
}

/** A number as Python's `float()` reads it from text, or undefined. */
export function numberFromText(text: string): number | undefined {
  const trimmed = text.trim();
  if (
    /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i.test(
      trimmed,
    )
  ) {
    return Number(trimmed.replace(/_/g, ''));
  }
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(trimmed);
  if (!special) return undefined;
  if (special[2]?.toLowerCase() === 'nan') return NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}

/** `str(float)` of Python: `3.0`, `1e+16`, `1e-05`, `inf`. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    const sign = exponent < 0 ? '-' : '+';
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const text = Object.is(value, -0) ? '-0' : plainDigits(value);
  return text.includes('.') ? text : `${text}.0`;
}

/** Digits without exponent; JavaScript writes an exponent only below 1e-6 and from 1e21. */
function plainDigits(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
