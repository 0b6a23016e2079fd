import type { Shorthand } from './grammar/shorthand';
import { failed, parsed, type Parsed, type Part } from './grammar/grammar';
import { expressionValues, readExpression, type CronField } from './cron-expression';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import * as python from '../python/python';
import { textGrammar } from './grammar/text';

const CODE = 'cron';

/**
 * A cron expression of five fields, kept as it is. Mirrors `validate_cron` of utils/cron.py, that is
 * `CronTrigger.from_crontab` of APScheduler 3: day 0 of the week is Monday.
 */
export const cron: Shorthand<string> = {
  noun: 'cron expression',
  read: textGrammar({
    code: CODE,
    expected: 'a cron expression such as `0 8 * * mon-fri`',
    numbers: true,
    read: readCron,
  }),
  strict: true,
  forms: {
    labels: {
      'MINUTE HOUR DAY MONTH WEEKDAY': {
        MINUTE: 'minute',
        HOUR: 'hour',
        DAY: 'day',
        MONTH: 'month',
        WEEKDAY: 'day_of_week',
      },
    },
    continuations: [5, 4, 3, 2, 1].flatMap((fields) => {
      const rest = Array<string>(fields).fill('*').join(' ');
      return [rest, ` ${rest}`];
    }),
  },
};

/** What a cron expression requires of each part of a time; a time must match all of them. */
export type CronValues = Readonly<Record<CronKind, CronFieldValues>>;

/** The matching values of one field, ascending. */
export interface CronFieldValues {
  readonly values: readonly number[];
  /** Whether every value matches. */
  readonly all: boolean;
  /** Whether the last day of the month matches as well. */
  readonly last: boolean;
}

type CronKind = 'minute' | 'hour' | 'day' | 'month' | 'day_of_week';

/** The meaning of an expression that the grammar accepts: days and months from 1, Monday is 0. */
export function cronValues(expression: string): CronValues {
  const words = python.words(expression).map(([start, end]) => expression.slice(start, end));
  const fields = FIELDS.map((field, index) => [field.kind, fieldValues(words[index], field)]);
  return Object.fromEntries(fields) as CronValues;
}

function fieldValues(word = '*', field: CronField): CronFieldValues {
  // A field can repeat a value a hundred thousand times.
  const expressions = [...new Set(word.split(','))];
  const found = new Set<number>();
  let last = false;
  for (const expression of expressions) {
    const values = expressionValues(expression, field);
    if (values === 'last') last = true;
    else for (const value of values) found.add(value);
  }
  const values = [...found];
  return {
    values: values.sort((a, b) => a - b),
    all: values.length === field.max - field.min + 1,
    last,
  };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ');

const FIELDS: readonly (CronField & { readonly kind: CronKind })[] = [
  { kind: 'minute', title: 'minute', min: 0, max: 59 },
  { kind: 'hour', title: 'hour', min: 0, max: 23 },
  { kind: 'day', title: 'day of the month', min: 1, max: 31, last: true },
  { kind: 'month', title: 'month', min: 1, max: 12, names: MONTHS },
  { kind: 'day_of_week', title: 'day of the week', min: 0, max: 6, names: WEEKDAYS },
];

function readCron(text: Piece): Parsed<string> {
  const words = python.words(text.text).map(([start, end]) => text.slice(start, end));
  if (words.length !== FIELDS.length) return wrongCount(text, words.length);
  const parts: Part[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const word = words[index];
    if (word === undefined) return wrongCount(text, index);
    let at = 0;
    const right = new Set<string>();
    for (const expression of word.split(',')) {
      if (expression.text === '') return strayComma(word, at);
      at += expression.text.length + 1;
      if (right.has(expression.text)) continue;
      right.add(expression.text);
      const error = readExpression(expression, field);
      if (error) return failed({ code: CODE, ...error });
    }
    parts.push(word.part(field.kind));
  }
  return parsed(text.text, parts);
}

/** There is nothing at offset `at`: the comma before it is one too many, or else the one after it. */
function strayComma(word: Piece, at: number): Parsed<string> {
  const comma = word.slice(Math.max(0, at - 1), Math.max(1, at));
  const message = 'Stray comma: remove it.';
  return refuse(CODE, comma, message, word.text === ',' ? undefined : { suggestion: '' });
}

/** The nicknames of other cron implementations. */
const NICKNAMES = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * sun'],
  ['@monthly', '0 0 1 * *'],
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
]);

function wrongCount(text: Piece, count: number): Parsed<string> {
  const order = FIELDS.map((field) => field.title).join(', ');
  const suggestion = NICKNAMES.get(python.strip(text.text).toLowerCase());
  if (suggestion !== undefined) {
    const message = `dstack does not know ${quote(text.text)}: write \`${suggestion}\` (${order}).`;
    return refuse(CODE, text, message, { suggestion });
  }
  const rest = text.slice(secondWord(text));
  const likely = count === FIELDS.length + 1 && text.text.startsWith('0 ') && readCron(rest).ok;
  const message =
    `A cron expression has five fields, this has ${count}: ${order}. ` +
    `Write e.g. ${quote(likely ? rest.text : '0 8 * * mon-fri')}.`;
  return refuse(CODE, text, message, likely ? { suggestion: rest.text } : undefined);
}

/** Index of the first field, also if a field for seconds is before it. */
function secondWord(text: Piece): number {
  return python.words(text.text)[1]?.[0] ?? 0;
}
