/**
 * How Python reads numbers, dates and base64: only as much as PyYAML's constructors need. Each function returns
 * undefined or false if Python raises.
 */

/** Python rejects decimal integers with more digits (`sys.get_int_max_str_digits`). */
const MAX_DECIMAL_DIGITS = 4300;

/** Base-60 numbers with more places are rejected here: their size grows without limit. Python has no limit. */
const MAX_PLACES = 2000;

const SPACE =
  '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';

const INTEGERS = {
  2: new RegExp(`^${SPACE}([-+]?)(?:0[bB])?([01]+)${SPACE}$`),
  8: new RegExp(`^${SPACE}([-+]?)(?:0[oO])?([0-7]+)${SPACE}$`),
  10: new RegExp(`^${SPACE}([-+]?)([0-9]+)${SPACE}$`),
  16: new RegExp(`^${SPACE}([-+]?)(?:0[xX])?([0-9a-fA-F]+)${SPACE}$`),
};

const BIGINT_PREFIX = { 2: '0b', 8: '0o', 10: '', 16: '0x' };

/** `int(text, base)` for text without underscores, of ASCII digits. */
export function pythonInt(text: string, base: 2 | 8 | 10 | 16): bigint | undefined {
  const [, sign, digits] = INTEGERS[base].exec(text) ?? [];
  if (digits === undefined || (base === 10 && digits.length > MAX_DECIMAL_DIGITS)) return undefined;
  const value = BigInt(BIGINT_PREFIX[base] + digits);
  return sign === '-' ? -value : value;
}

const FLOAT = new RegExp(
  `^${SPACE}([-+]?)(?:((?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:e[-+]?[0-9]+)?)|(inf(?:inity)?)|(nan))${SPACE}$`,
);

/** `float(text)` for lower-case text without underscores, of ASCII digits. */
export function pythonFloat(text: string): number | undefined {
  const match = FLOAT.exec(text);
  if (!match) return undefined;
  const [, sign, digits, infinity] = match;
  const value = digits !== undefined ? Number(digits) : infinity !== undefined ? Infinity : NaN;
  return sign === '-' ? -value : value;
}

/** Base 60, as in `8080:22`. */
export function sexagesimalInt(text: string): bigint | undefined {
  const places = text.split(':');
  if (places.length > MAX_PLACES) return undefined;
  let value = 0n;
  for (const place of places) {
    const digit = pythonInt(place, 10);
    if (digit === undefined) return undefined;
    value = value * 60n + digit;
  }
  return value;
}

/** Base 60 with a fraction, as in `1:30.5`; added up in Python's order, for the same rounding. */
export function sexagesimalFloat(text: string): number | undefined {
  let value = 0;
  let base = 1n;
  for (const place of text.split(':').reverse()) {
    const digit = pythonFloat(place);
    const weight = Number(base);
    if (digit === undefined || weight === Infinity) return undefined;
    value += digit * weight;
    base *= 60n;
  }
  return value;
}

const DATE_TIME =
  /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+]([0-9]{1,2})(?::([0-9]{2}))?))?)?\n?$/;

/** Whether the text is a date or a time stamp in PyYAML's format that Python's `datetime` can hold. */
export function isDateTime(text: string): boolean {
  const match = DATE_TIME.exec(text);
  if (!match) return false;
  const [
    year = 0,
    month = 0,
    day = 0,
    hour = 0,
    minute = 0,
    second = 0,
    zoneHour = 0,
    zoneMinute = 0,
  ] = match.slice(1).map((part) => Number(part ?? 0));
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  if (hour > 23 || minute > 59 || second > 59) return false;
  return zoneHour * 60 + zoneMinute < 24 * 60;
}

/** The number of days of a month, counted from 1. */
export function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * Whether `base64.decodebytes` accepts the text: it must be ASCII, characters other than base 64 digits are skipped,
 * and the last group of four may be padded, but not cut off.
 */
export function isBase64(text: string): boolean {
  if (/[^\0-\x7f]/.test(text)) return false;
  let place = 0;
  let padding = 0;
  for (const char of text) {
    if (char === '=') {
      if (place >= 2 && place + ++padding >= 4) return true;
    } else if (/[A-Za-z0-9+/]/.test(char)) {
      padding = 0;
      place = (place + 1) % 4;
    }
  }
  return place === 0;
}
