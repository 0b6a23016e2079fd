import type { JsonValue } from '../schema/schema';
import type { ShorthandName } from '../shorthand';
import type { RangeValue } from '../shorthand/range';

/** The writers of values that are numbers, by the grammar that has read them and reads the text as the same again. */
const NUMBERS: Readonly<Partial<Record<ShorthandName, (value: number) => JsonValue>>> = {
  duration: durationText,
  'idle-duration': (seconds) => (seconds === -1 ? 'off' : durationText(seconds)),
  memory: sizeText,
  'off-duration': durationText,
};

/** The same for ranges. */
const RANGES: Readonly<Partial<Record<ShorthandName, (value: Partial<RangeValue>) => JsonValue>>> =
  {
    'integer-range': (range) => rangeText(range, wholeNumber),
    'memory-range': (range) => rangeText(range, sizeText),
  };

/** The short text of a value that the grammar `name` has read; undefined where the long form says more. */
export function shortText(name: ShorthandName, value: unknown): JsonValue | undefined {
  if (typeof value === 'number') return NUMBERS[name]?.(value);
  if (value === 'off' && name === 'off-duration') return value;
  return isRange(value) ? RANGES[name]?.(value) : undefined;
}

/** In a file with mistakes a value can be anything; a list is the long form of another kind, such as groups of replicas. */
function isRange(value: unknown): value is Partial<RangeValue> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((end) => end === null || typeof end === 'number');
}

/** `8`, `8..`, `..8` or `4..8`. In the long form, an end that is open need not be written. */
function rangeText(
  { min = null, max = null }: Partial<RangeValue>,
  endText: (end: number) => JsonValue,
): JsonValue {
  const [low, high] = [min, max].map((end) => (end === null ? '' : endText(end)));
  return min !== null && min === max ? (low ?? '') : `${String(low)}..${String(high)}`;
}

/** A size in GB: `24GB`, `2TB`, `512MB`. */
function sizeText(gigabytes: number): string {
  if (gigabytes >= 1024 && gigabytes % 1024 === 0) return `${digits(gigabytes / 1024)}TB`;
  const isFraction = gigabytes > 0 && gigabytes < 1 && Number.isInteger(gigabytes * 1024);
  return isFraction ? `${String(gigabytes * 1024)}MB` : `${digits(gigabytes)}GB`;
}

const UNITS: readonly (readonly [seconds: number, unit: string])[] = [
  [24 * 3600, 'd'],
  [3600, 'h'],
  [60, 'm'],
];

/** A time in seconds in the largest unit that it is a multiple of: `2d`, `90m`, `5s`; a number where it is negative. */
function durationText(seconds: number): string | number {
  if (seconds < 0) return seconds;
  const [size, unit] = UNITS.find(([size]) => seconds > 0 && seconds % size === 0) ?? [1, 's'];
  return `${digits(seconds / size)}${unit}`;
}

/** A number as it stands beside others in a text: JavaScript writes those of 22 digits and more as `1e+21`. */
function digits(number: number): string {
  return String(Number.isInteger(number) ? BigInt(number) : number);
}

/** A number where it stands alone, else its digits. */
function wholeNumber(number: number): JsonValue {
  return Number.isSafeInteger(number) ? number : digits(number);
}
