import type { ShorthandError } from './grammar/grammar';
import { quote, withArticle } from '../base/words';
import type { Piece } from './grammar/piece';
import * as python from '../python/python';

/** The valid values of a field of a cron expression; `min` and `max` are inclusive. */
export interface CronField {
  readonly title: string;
  readonly min: number;
  readonly max: number;
  /** Names for the numbers, starting at `min`. */
  readonly names?: readonly string[];
  /** Whether `last` is valid: the last day of the month. */
  readonly last?: boolean;
}

type ExpressionError = Omit<ShorthandError, 'code'>;

const EVERY = /^\*(?:\/(\p{Nd}+))?$/u;
const NUMBERS = /^(\p{Nd}+)(?:-(\p{Nd}+))?(?:\/(\p{Nd}+))?$/u;
// APScheduler ignores what follows a name. The four letters match a-z in Python as well.
const NAMES = /^([a-z\u0130\u0131\u017f\u212a]+)(?:-([a-z\u0130\u0131\u017f\u212a]+))?/i;
const LAST = /^la[s\u017f]t/i;

/**
 * What is wrong with one expression of a field, which is not empty, or undefined. Mirrors the expressions of
 * `apscheduler.triggers.cron`, their order and their bounds.
 */
export function readExpression(text: Piece, field: CronField): ExpressionError | undefined {
  const every = EVERY.exec(text.text);
  if (every) return checkEvery(text, every[1], field);
  const numbers = NUMBERS.exec(text.text);
  if (numbers) return checkNumbers(text, numbers, field);
  if (field.last && LAST.test(text.text)) return undefined;
  const names = field.names && NAMES.exec(text.text);
  if (names) return checkNames(text, names, field);
  return unknown(text, field);
}

/**
 * The values of one expression of a field, ascending, or `last` for the last day of the month. `readExpression` must
 * accept the expression. Mirrors `get_next_value` of `apscheduler.triggers.cron.expressions`.
 */
export function expressionValues(text: string, field: CronField): readonly number[] | 'last' {
  const every = EVERY.exec(text);
  if (every) return steps(field.min, field.max, every[1]);
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, first = '', last, step] = numbers;
    const end = last ?? (step === undefined ? first : String(field.max));
    return steps(number(first), Math.min(number(end), field.max), step);
  }
  if (field.last && LAST.test(text)) return 'last';
  const [, first = '', last = first] = NAMES.exec(text) ?? [];
  return steps(field.min + indexOfName(first, field), field.min + indexOfName(last, field));
}

function steps(first: number, last: number, step = '1'): readonly number[] {
  const size = Math.max(1, number(step));
  const length = Math.max(0, Math.floor((last - first) / size) + 1);
  return Array.from({ length }, (_, index) => first + index * size);
}

function checkEvery(text: Piece, stepText: string | undefined, field: CronField) {
  if (stepText === undefined) return undefined;
  return checkStep(text, stepText, field.max - field.min, field);
}

function checkNumbers(text: Piece, match: RegExpExecArray, field: CronField) {
  const [, firstText = '', lastText, stepText] = match;
  const first = number(firstText);
  const last = lastText !== undefined ? number(lastText) : stepText === undefined ? first : null;
  if (last !== null && first > last) return backwards(text, firstText, lastText ?? '', field);
  if (first < field.min) return outOfBounds(text, 0, firstText, field);
  if (last !== null && last > field.max) {
    const start = lastText === undefined ? 0 : firstText.length + 1;
    return outOfBounds(text, start, lastText ?? firstText, field);
  }
  if (stepText === undefined) return undefined;
  if (first > field.max) return outOfBounds(text, 0, firstText, field);
  // For APScheduler a last value of 0 is absent.
  const range = (last === null || last === 0 ? field.max : last) - first;
  return checkStep(text, stepText, range, field);
}

function checkNames(text: Piece, match: RegExpExecArray, field: CronField) {
  const [, first = '', last] = match;
  const firstIndex = indexOfName(first, field);
  if (firstIndex < 0) return unknownName(text.slice(0, first.length), field);
  if (last === undefined) return undefined;
  const lastIndex = indexOfName(last, field);
  const start = first.length + 1;
  if (lastIndex < 0) return unknownName(text.slice(start, start + last.length), field);
  return firstIndex > lastIndex ? backwards(text, first, last, field) : undefined;
}

function checkStep(text: Piece, stepText: string, range: number, field: CronField) {
  const step = number(stepText);
  if (step > 0 && step <= range) return undefined;
  const piece = text.slice(text.text.length - stepText.length);
  const message =
    range > 0
      ? `The step ${quote(stepText)} is not valid here: use 1 to ${range}.`
      : 'The step has no effect: leave it out.';
  // A step over the whole range leaves the first value only.
  const first = text.text.startsWith('*') && step > range ? String(field.min) : undefined;
  return problem(first === undefined ? piece : text, message, first);
}

/** The number `digits` at offset `start` is too small or too large. */
function outOfBounds(text: Piece, start: number, digits: string, field: CronField) {
  const piece = text.slice(start, start + digits.length);
  const bounds = `from ${field.min} to ${field.max}`;
  const message = `${quote(digits)} is not ${withArticle(field.title)}: write a number ${bounds}.`;
  const isSunday = field.names?.length === 7 && number(digits) === 7;
  if (!isSunday) return problem(piece, message);
  const explained = `${message} Here 0 is Monday and 6 is Sunday.`;
  if (text.text === digits) return problem(piece, explained, 'sun');
  // A user who ends a week with 7 begins it with 1 (or with Sunday, as 0), so the other end is wrong as well.
  const [, first] = /^([0-6])-7$/.exec(text.text) ?? [];
  const from = first === undefined ? undefined : field.names?.[Math.max(0, Number(first) - 1)];
  return from === undefined
    ? problem(piece, explained)
    : problem(text, explained, range(from, 'sun'));
}

/** `22-6` has a meaning, but it must be written as two ranges. */
function backwards(text: Piece, first: string, last: string, field: CronField): ExpressionError {
  const [lowest = field.min, highest = field.max] = /^[a-z]/i.test(first)
    ? [field.names?.at(0), field.names?.at(-1)]
    : [];
  const fits = [first, last].every((end) => indexOfName(end, field) >= 0 || isWithin(end, field));
  const plain = fits && text.text === `${first}-${last}`;
  const ends = [range(first, highest), range(lowest, last)];
  const suggestion = plain ? ends.join(',') : undefined;
  const advice =
    suggestion === undefined ? 'put the smaller value first' : `write \`${suggestion}\``;
  const message = `The range ${quote(text.text)} starts with the larger value: ${advice}.`;
  return problem(text, message, suggestion);
}

function range(first: string | number, last: string | number): string {
  return String(first).toLowerCase() === String(last).toLowerCase()
    ? `${first}`
    : `${first}-${last}`;
}

function isWithin(text: string, field: CronField): boolean {
  return number(text) >= field.min && number(text) <= field.max;
}

function unknownName(text: Piece, field: CronField): ExpressionError {
  const names = field.names ?? [];
  const suggestion = names.find((name) => text.text.toLowerCase().startsWith(name));
  const all = names.map((name) => `\`${name}\``).join(', ');
  return problem(
    text,
    `${quote(text.text)} is not ${withArticle(field.title)}: use ${all}.`,
    suggestion,
  );
}

function unknown(text: Piece, field: CronField): ExpressionError {
  const example = field.names ? `\`*\`, \`${field.names.slice(0, 2).join('-')}\`` : '`*`, `*/5`';
  const message = `${quote(text.text)} is not ${withArticle(field.title)}: write e.g. ${example} or \`1,3\`.`;
  const isLast = field.last && /^l$/i.test(text.text);
  return problem(text, message, text.text === '?' ? '*' : isLast ? 'last' : undefined);
}

function problem(text: Piece, message: string, suggestion?: string): ExpressionError {
  return {
    message,
    start: text.start,
    end: text.end,
    ...(suggestion !== undefined && { data: { suggestion } }),
  };
}

function indexOfName(text: string, field: CronField): number {
  return field.names?.indexOf(text.toLowerCase()) ?? -1;
}

/** The value of digits; infinite if Python rejects them. */
function number(digits: string): number {
  return Number(python.int(digits) ?? Infinity);
}
