import type { Shorthand } from '../grammar/shorthand';
import type { ScalarValue } from '../../yaml/scalar';
import { parsed, type Parsed, type Part } from '../grammar/grammar';
import { toNumber } from '../../pydantic/conversions';
import { quote } from '../../base/words';
import { Piece, refuse } from '../grammar/piece';
import * as python from '../../python/python';
import { rangeText, readRange, type RangeValue } from './range';
import { wrongKind } from '../grammar/text';
import { digits, joined, type Written } from '../grammar/write';

const FORMS = 'a size such as `24GB`';
const RANGE_FORMS = 'a size such as `24GB`, or a range such as `24GB..80GB`';

/** A size in GB. Mirrors `Memory.parse` of core/models/resources.py. */
export const memory: Shorthand<number> = {
  noun: 'size',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'str') return readMemory(Piece.of(scalar.value));
    const size = sizeOf(scalar);
    return size === undefined ? wrongKind('memory-size', scalar, FORMS) : parsed(size);
  },
  strict: true,
  isAmount: true,
  write: sizeText,
};

/** A range of sizes in GB. Mirrors `Range[Memory]`. */
export const memoryRange: Shorthand<RangeValue> = {
  noun: 'size or range',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'str') return readMemoryRange(Piece.of(scalar.value));
    const size = sizeOf(scalar);
    if (size === undefined) return wrongKind('memory-size', scalar, RANGE_FORMS);
    return parsed({ min: size, max: size });
  },
  strict: true,
  separator: /\.\./,
  isAmount: true,
  write: memoryRangeText,
};

/** A size in GB from a number or a boolean, which is a number in Python. */
function sizeOf(scalar: ScalarValue): number | undefined {
  return scalar.type === 'binary' ? undefined : toNumber(scalar);
}

/** A disk with a range of sizes in GB. Mirrors `DiskSpec._parse`. */
export const disk: Shorthand<{ size: RangeValue }> = {
  noun: 'size or range',
  read: (scalar) => {
    const size = memoryRange.read(scalar);
    return size.ok ? parsed(size.value && { size: size.value }, size.parts) : size;
  },
  strict: true,
  separator: /\.\./,
  write: ({ size, ...more }) => joined([memoryRangeText(size)], more),
};

/** Reads a range of sizes in GB. */
export function readMemoryRange(text: Piece): Parsed<RangeValue> {
  return readRange(text, readMemory);
}

const FACTORS = new Map([
  ['tb', 1024],
  ['gb', 1],
  ['mb', 1 / 1024],
]);

function readMemory(text: Piece): Parsed<number> {
  const compact = text.withoutSpaces();
  const unitLength = /(?:tb|gb|mb)$/i.test(compact.text) ? 2 : 0;
  const number = compact.slice(0, compact.text.length - unitLength);
  const unit = compact.slice(number.text.length);
  const value = python.float(number.text);
  if (value === undefined) return notASize(compact);
  const parts: Part[] = [number.part('memory')];
  if (unitLength > 0) parts.push(unit.part('unit'));
  return parsed(value * (FACTORS.get(unit.text.toLowerCase()) ?? 1), parts);
}

function notASize(size: Piece): Parsed<number> {
  const [, number, unit] = /^([0-9._]+)([a-z]+)$/i.exec(size.text) ?? [];
  if (number !== undefined && unit !== undefined && python.float(number) !== undefined) {
    const suggestion = likelyUnit(unit);
    const example = suggestion ? number + suggestion : '24GB';
    const message = `${quote(size.written)} is not a size: use MB, GB or TB, e.g. \`${example}\`.`;
    const data = { given: unit, ...(suggestion && { suggestion }) };
    return refuse('memory-size', size.slice(number.length), message, data);
  }
  const suggestion = size.text.replace(',', '.');
  const message = `${quote(size.written)} is not a size: write a number with MB, GB or TB, e.g. \`24GB\`.`;
  const repaired = /^[0-9]+\.[0-9]+(?:[mgt]b)?$/i.test(suggestion);
  return refuse('memory-size', size, message, repaired ? { suggestion } : undefined);
}

/** The unit for a word such as `G`, `GiB`, `GBB` or `gigabytes`. */
function likelyUnit(word: string): string | undefined {
  const isUnit = word.length <= 3 || /^(?:meg|gig|tera)/i.test(word);
  return isUnit && /^[mgt]/i.test(word) ? `${word.charAt(0).toUpperCase()}B` : undefined;
}

/** A range of sizes in GB: `24GB`, `24GB..`; undefined for other values. */
export function memoryRangeText(range: unknown): Written {
  return rangeText(range, textOfSize);
}

function sizeText(gigabytes: unknown): Written {
  return typeof gigabytes === 'number' ? textOfSize(gigabytes) : undefined;
}

/** `24GB`, `2TB`, `512MB`. */
function textOfSize(gigabytes: number): string {
  if (gigabytes >= 1024 && gigabytes % 1024 === 0) return `${digits(gigabytes / 1024)}TB`;
  const isFraction = gigabytes > 0 && gigabytes < 1 && Number.isInteger(gigabytes * 1024);
  return isFraction ? `${String(gigabytes * 1024)}MB` : `${digits(gigabytes)}GB`;
}
