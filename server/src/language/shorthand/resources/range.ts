import type { Shorthand } from '../grammar/shorthand';
import { parsed, type Parsed } from '../grammar/grammar';
import { integerFromText, toBigInt } from '../../pydantic/conversions';
import { isRecord } from '../../base/lookup';
import { quote } from '../../base/words';
import { Piece, refuse } from '../grammar/piece';
import * as python from '../../python/python';
import { wrongKind } from '../grammar/text';
import type { PartKind } from '../grammar/grammar';
import { digits, type Written } from '../grammar/write';

/** A range as dstack's model holds it: `null` is an open end. */
export interface RangeValue {
  readonly min: number | null;
  readonly max: number | null;
}

/** Reads one end of a range. */
type ReadEnd<T> = (end: Piece) => Parsed<T>;

/** A range of integers. Mirrors `Range[int]` of core/models/resources.py. */
export const integerRange: Shorthand<RangeValue> = {
  noun: 'number or range',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'str') return readIntegerRange(Piece.of(scalar.value), 'number');
    const number = scalar.type === 'binary' ? undefined : toBigInt(scalar);
    if (number === undefined) {
      return wrongKind('range', scalar, 'an integer such as `4`, or a range such as `2..8`');
    }
    return parsed({ min: Number(number), max: Number(number) });
  },
  strict: true,
  separator: /\.\./,
  isAmount: true,
  write: integerRangeText,
};

/** Reads a range of integers, each end a part of that kind. */
export function readIntegerRange(text: Piece, kind: PartKind): Parsed<RangeValue> {
  return readRange(text, (end) => readInteger(end, kind));
}

/** An integer as pydantic accepts it in text. */
export function readInteger(text: Piece, kind: PartKind): Parsed<bigint> {
  const value = integerFromText(text.text);
  if (value !== undefined) return parsed(value, [text.part(kind)]);
  const message = `${quote(text.text)} is not an integer: write e.g. \`4\`, or a range such as \`2..8\`.`;
  return refuse('range', text, message);
}

/** Mirrors `Range._parse` and `Range._post_validate`. */
export function readRange<T extends number | bigint>(
  text: Piece,
  readEnd: ReadEnd<T>,
): Parsed<RangeValue> {
  return orLikelyRange(text, (range) => readExactly(range, readEnd));
}

/** The result of `read`; an error about another notation of a range suggests the right one. */
export function orLikelyRange<T>(text: Piece, read: (range: Piece) => Parsed<T>): Parsed<T> {
  const range = read(text);
  if (range.ok) return range;
  // The text after three dots would be read as a fraction.
  const isRepaired = range.error.data?.['suggestion'] !== undefined && !text.text.includes('...');
  const suggestion = isRepaired ? undefined : likelyRange(text.text);
  if (suggestion === undefined || !read(Piece.of(suggestion)).ok) return range;
  const message = `${quote(text.text)} is not a range: write ${quote(suggestion)}.`;
  return refuse('range', text, message, { suggestion });
}

function readExactly<T extends number | bigint>(
  text: Piece,
  readEnd: ReadEnd<T>,
): Parsed<RangeValue> {
  if (!text.text.includes('..')) {
    const both = readEnd(text);
    if (!both.ok) return both;
    return parsed({ min: Number(both.value), max: Number(both.value) }, both.parts);
  }
  const ends = readEnds(text, readEnd);
  if (!ends.ok) return ends;
  const { low, high } = ends.value;
  if (low === null && high === null) {
    return refuse('range', text, 'A range needs at least one limit, e.g. `4..`, `..8` or `4..8`.');
  }
  if (low !== null && high !== null && low > high) return backwards(text);
  const toNumber = (end: T | null) => (end === null ? null : Number(end));
  return parsed({ min: toNumber(low), max: toNumber(high) }, ends.parts);
}

/** The two ends of a text with `..` in it; an omitted end is null. */
export function readEnds<T>(
  text: Piece,
  readEnd: ReadEnd<T>,
): Parsed<{ readonly low: T | null; readonly high: T | null }> {
  const compact = text.withoutSpaces();
  const [first = compact, second, ...more] = compact.split('..');
  if (second === undefined || more.length > 0) {
    const message = `${quote(text.text)} has more than two limits: write a range as \`4..8\`.`;
    return refuse('range', text, message);
  }
  const operator = compact.slice(first.text.length, first.text.length + 2).part('operator');
  const low = first.text === '' ? parsed(null) : readEnd(first);
  if (!low.ok) return low;
  const high = second.text === '' ? parsed(null) : readEnd(second);
  if (!high.ok) return high;
  return parsed({ low: low.value, high: high.value }, [...low.parts, operator, ...high.parts]);
}

/** The error about a range whose ends are in the wrong order. */
export function backwards<T>(range: Piece): Parsed<T> {
  const ends = range.withoutSpaces().text.split('..').map(python.strip);
  const suggestion = ends.reverse().join('..');
  const message = `${quote(range.text)} starts with the larger number: put the smaller one first, e.g. ${quote(suggestion)}.`;
  return refuse('range', range, message, { suggestion });
}

/** The range for other notations: `2-8`, `2...8`, `2+`, `2-`, `>=2`, `<=8`. */
function likelyRange(text: string): string | undefined {
  const compact = text.replaceAll(' ', '');
  const range = compact
    .replace(/^((?!.*\.\.)[^-]+)-([^-]+)$/, '$1..$2')
    .replace(/\.{3,}|…/, '..')
    .replace(/^([^+-]+)[+-]$/, '$1..')
    .replace(/^>=(.+)$/, '$1..')
    .replace(/^<=(.+)$/, '..$1');
  return range === compact ? undefined : range;
}

/** `8`, `8..`, `..8` or `4..8`; undefined for other values. */
export function integerRangeText(value: unknown): Written {
  return rangeText(value, (end) => (Number.isSafeInteger(end) ? end : digits(end)));
}

/** A range with each end in the words of `endText`. In the long form, an open end can be absent. */
export function rangeText(value: unknown, endText: (end: number) => string | number): Written {
  if (!isRange(value)) return undefined;
  const { min = null, max = null } = value;
  const [low, high] = [min, max].map((end) => (end === null ? '' : endText(end)));
  return min !== null && min === max ? low : `${String(low)}..${String(high)}`;
}

/** A list is another long form, such as groups of replicas. */
function isRange(value: unknown): value is Partial<RangeValue> {
  if (!isRecord(value)) return false;
  return Object.values(value).every((end) => end === null || typeof end === 'number');
}
