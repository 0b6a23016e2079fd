import type { Shorthand } from './grammar/shorthand';
import type { ScalarValue } from '../yaml/scalar';
import { failed, parsed, type Parsed, type Part } from './grammar/grammar';
import { quote } from '../base/words';
import { Piece, refuse } from './grammar/piece';
import * as python from '../python/python';
import { wrongKind } from './grammar/text';
import { digits, type Written } from './grammar/write';

const CODE = 'duration';
const FORMS = 'a number of seconds, or a number with `s`, `m`, `h`, `d` or `w` such as `2h`';
const OR_OFF = `${FORMS}, or \`off\``;

/** Seconds; a negative number is valid. Mirrors `Duration.parse` of core/models/duration.py. */
export const duration: Shorthand<number> = {
  noun: 'duration',
  read: (scalar) => (scalar.type === 'null' ? parsed(null) : readSeconds(scalar, FORMS)),
  strict: true,
  isAmount: true,
  unit: 'seconds',
  write: durationText,
};

/** Seconds from 0, `off`, or null for the default. Mirrors `OptionalOffableDuration`. */
export const offDuration: Shorthand<number | 'off'> = {
  noun: 'duration or `off`',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'bool') return parsed(scalar.value ? null : 'off');
    if (isOff(scalar)) return parsed('off', [{ kind: 'keyword', start: 0, end: OFF.length }]);
    const seconds = readSeconds(scalar, OR_OFF);
    if (!seconds.ok || seconds.value >= 0) return seconds;
    const message =
      'A duration cannot be negative. Write `off` for no limit, or a time such as `2h`.';
    return failed({ code: CODE, message, data: { suggestion: OFF } });
  },
  strict: true,
  isAmount: true,
  write: (value) => (value === OFF ? OFF : durationText(value)),
};

/** Seconds, a negative number for `off`, or null for the default. Mirrors `OptionalIdleDuration`. */
export const idleDuration: Shorthand<number> = {
  noun: 'duration or `off`',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'bool') return parsed(scalar.value ? null : -1);
    if (isOff(scalar)) return parsed(-1, [{ kind: 'keyword', start: 0, end: OFF.length }]);
    return readSeconds(scalar, OR_OFF);
  },
  strict: true,
  isAmount: true,
  write: (value) => (value === -1 ? OFF : durationText(value)),
};

/** Seconds from 0, or null for `off` as well. Mirrors `DevEnvironmentConfiguration.parse_inactivity_duration`. */
export const inactivityDuration: Shorthand<number> = {
  noun: 'duration or `off`',
  read: (scalar) => {
    const seconds = offDuration.read(scalar);
    if (!seconds.ok) return seconds;
    return parsed(seconds.value === 'off' ? null : seconds.value, seconds.parts);
  },
  strict: true,
};

const OFF = 'off';

function isOff(scalar: ScalarValue): boolean {
  return scalar.type === 'str' && scalar.value === OFF;
}

function readSeconds(scalar: ScalarValue, expected: string): Parsed<number> {
  switch (scalar.type) {
    case 'str':
      return readText(Piece.of(scalar.value), expected);
    case 'bool':
    case 'int':
      return parsed(Number(scalar.value));
    case 'float': {
      if (Number.isFinite(scalar.value)) return parsed(Math.trunc(scalar.value) + 0);
      const message = `A duration must be finite: write ${expected}.`;
      return failed({ code: CODE, message });
    }
    default:
      return wrongKind(CODE, scalar, expected);
  }
}

const SECONDS = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 24 * 3600],
  ['w', 7 * 24 * 3600],
]);

const AMOUNT = /^(\p{Nd}+) *([smhdw])\n?$/u;

function readText(text: Piece, expected: string): Parsed<number> {
  const seconds = python.int(text.text);
  if (seconds !== undefined) return parsed(Number(seconds), [text.part('number')]);
  const [, digits = '', unit = ''] = AMOUNT.exec(text.text) ?? [];
  const amount = python.int(digits);
  if (amount === undefined) return notADuration(text, expected);
  const at = text.text.indexOf(unit);
  const parts: Part[] = [
    text.slice(0, digits.length).part('number'),
    text.slice(at, at + 1).part('unit'),
  ];
  return parsed(Number(amount * BigInt(SECONDS.get(unit) ?? 1)), parts);
}

/** Other words for the units, unknown to dstack. */
const UNIT_WORDS: readonly (readonly [word: RegExp, unit: string])[] = [
  [/^s(?:ecs?|econds?)?$/i, 's'],
  [/^m(?:ins?|inutes?)?$/i, 'm'],
  [/^h(?:rs?|ours?)?$/i, 'h'],
  [/^d(?:ays?)?$/i, 'd'],
  [/^w(?:ks?|eeks?)?$/i, 'w'],
];

const OFF_WORD = /^(?:off|no|none|never|false|disabled?|unlimited|infinite|infinity|inf)$/i;

function notADuration(text: Piece, expected: string): Parsed<number> {
  const [, digits, word] = /^([0-9]+) *([a-z]+)$/i.exec(text.text) ?? [];
  const unit = word === undefined ? undefined : unitOf(word);
  if (digits !== undefined && word !== undefined && unit !== undefined) {
    const broken = text.slice(digits.length);
    const message = `${quote(word)} is not a unit of time: write \`${digits}${unit}\`.`;
    return refuse(CODE, broken, message, { suggestion: unit });
  }
  const off = expected === OR_OFF && OFF_WORD.test(python.strip(text.text));
  const suggestion = off ? OFF : likelyDuration(text.text);
  const advice = suggestion === undefined ? expected : `\`${suggestion}\``;
  const message = `${quote(text.text)} is not a duration: write ${advice}.`;
  return refuse(CODE, text, message, suggestion === undefined ? undefined : { suggestion });
}

function unitOf(word: string): string | undefined {
  return UNIT_WORDS.find(([pattern]) => pattern.test(word))?.[1];
}

const LONGEST = 60;

/** `90m` for `1h30m`, `1.5h` and `1 hour 30 minutes`; undefined for other texts. */
function likelyDuration(text: string): string | undefined {
  const terms = /^\s*(?:[0-9]+(?:\.[0-9]+)?\s*[a-z]+[\s,]*)+$/i;
  if (text.length > LONGEST || !terms.test(text)) return undefined;
  let seconds = 0;
  let smallest = 'w';
  for (const [, number, word = ''] of text.matchAll(/([0-9.]+)\s*([a-z]+)/gi)) {
    const unit = unitOf(word);
    if (unit === undefined) return undefined;
    seconds += Number(number) * secondsOf(unit);
    if (secondsOf(unit) < secondsOf(smallest)) smallest = unit;
  }
  const unit = [smallest, 'h', 'm', 's'].find((name) => {
    return secondsOf(name) <= secondsOf(smallest) && seconds % secondsOf(name) === 0;
  });
  return unit === undefined ? undefined : `${seconds / secondsOf(unit)}${unit}`;
}

function secondsOf(unit: string): number {
  return SECONDS.get(unit) ?? 1;
}

/** The largest unit that a time is a multiple of: `2d`, `90m`, `5s`; a number where it is negative. */
function durationText(seconds: unknown): Written {
  if (typeof seconds !== 'number') return undefined;
  if (seconds < 0) return seconds;
  const fits = (unit: string) => seconds > 0 && seconds % secondsOf(unit) === 0;
  const unit = ['d', 'h', 'm'].find(fits) ?? 's';
  return `${digits(seconds / secondsOf(unit))}${unit}`;
}
