import { pythonFloat, pythonInt } from './scalars';

/** Python's own reading of text, by the names that Python has for it: `python.int(text)`. */

/** White space that `int()` and `float()`, and pydantic, ignore around a number. */
const NUMBER_SPACE = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** White space to `str.split()` and `str.strip()`. */
const SPACE = `${NUMBER_SPACE}\\x1c-\\x1f`;

const WORD = new RegExp(`[^${SPACE}]+`, 'g');
const IS_SPACE = new RegExp(`[${SPACE}]`);
const IS_NUMBER_SPACE = new RegExp(`[${NUMBER_SPACE}]`);

/** `str.strip()`. */
export function strip(text: string): string {
  return trim(text, IS_SPACE);
}

/** A text without the white space around it that Python and pydantic ignore in numbers. */
export function stripNumber(text: string): string {
  return trim(text, IS_NUMBER_SPACE);
}

function trim(text: string, isSpace: RegExp): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace.test(text.charAt(start))) start++;
  while (end > start && isSpace.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The places of the words of `str.split()`: start and end of each. */
export function words(text: string): (readonly [number, number])[] {
  return Array.from(text.matchAll(WORD), (match) => [match.index, match.index + match[0].length]);
}

/** `str.isalpha()` of one character. */
export function isAlpha(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

/** `str.isprintable()` of one character. */
export function isPrintable(character: string): boolean {
  return character === ' ' || !/[\p{C}\p{Z}]/u.test(character);
}

/** `len(str)`: the number of characters; JavaScript counts UTF-16 units. */
export function length(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** `int(text)`; undefined if it raises: digits of any script, `_` between digits, at most 4300 digits. */
export function int(text: string): bigint | undefined {
  // As nearly every number is written.
  if (/^[0-9]{1,15}$/.test(text)) return BigInt(text);
  const digits = plainDigits(stripNumber(text));
  return digits !== undefined && /^[-+]?[0-9]+$/.test(digits) ? pythonInt(digits, 10) : undefined;
}

/** `float(text)`; undefined if it raises. */
export function float(text: string): number | undefined {
  const digits = plainDigits(stripNumber(text));
  return digits !== undefined && /^[-+.0-9a-z]+$/i.test(digits)
    ? pythonFloat(digits.toLowerCase())
    : undefined;
}

/** The text with ASCII digits in place of those of other scripts, which `int` reads as well. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => asciiDigit(character) ?? character);
}

/** The text with ASCII digits and without the underscores between digits; undefined for other underscores. */
function plainDigits(text: string): string | undefined {
  const ascii = asciiDigits(text);
  const joined = ascii.replace(/(?<=[0-9])_(?=[0-9])/g, '');
  return joined.includes('_') ? undefined : joined;
}

/** Unicode keeps the decimal digits of each script together, from 0 to 9; some such runs adjoin. */
function asciiDigit(character: string): string | undefined {
  const digit = character.codePointAt(0) ?? 0;
  if (!isDecimal(digit)) return undefined;
  let zero = digit;
  while (isDecimal(zero - 1)) zero--;
  return String((digit - zero) % 10);
}

function isDecimal(codePoint: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(codePoint));
}

const MAX_DIGITS = 4300;

const TOO_LONG = 10n ** BigInt(MAX_DIGITS);

/** `str(int)`, which raises beyond 4300 digits. */
export function intText(value: bigint): string | undefined {
  // In JavaScript it works, but takes seconds for as many digits as a file can have in base 16.
  return -TOO_LONG < value && value < TOO_LONG ? value.toString() : undefined;
}

/** `str(float)`: `3.0`, `1e+16`, `1e-05`, `inf`. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? '-' : '+';
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

/**
 * `base64.decodebytes(text).decode()`; undefined if the bytes are not UTF-8. The text must be decodable: characters
 * other than base 64 digits are skipped, and text after full padding does not count.
 */
export function decodeBase64(text: string): string | undefined {
  const padded = text.indexOf('=');
  let digits = text.slice(0, padded < 0 ? text.length : padded).replace(/[^A-Za-z0-9+/]/g, '');
  let padding = 0;
  for (const character of padded < 0 ? '' : text.slice(padded)) {
    const place = digits.length % 4;
    if (character === '=' && place >= 2 && place + ++padding >= 4) break;
    if (!/[A-Za-z0-9+/]/.test(character)) continue;
    padding = 0;
    digits += character;
  }
  const decoded = atob(digits);
  const bytes = new Uint8Array(decoded.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = decoded.charCodeAt(index);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
