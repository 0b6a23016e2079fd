import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextTimes } from '../../server/src/language/meaning/cron/times';
import { parseShorthand } from '../../server/src/language/shorthand';
import { cronValues } from '../../server/src/language/shorthand/cron';
import { askPython, pythonForOracle } from '../support/oracle/python';
import { Random } from '../support/generate/random';

const FIELDS: readonly (readonly string[])[] = [
  ['0', '*', '*/15', '30', '5/7', '0,30', '10-20', '10-50/20', '0-0/5', '59'],
  ['8', '*', '*/6', '0', '9-17', '8,20', '22-23', '1/11', '23'],
  ['*', '1', 'last', '29', '31', '1-7', '*/10', '15,last', '30'],
  ['*', '2', 'feb', 'jan-MAR', '*/4', '4,6', 'jan/2', '11-12', '6/3'],
  ['*', 'mon-fri', '0', '6', 'sat,sun', '1-5', 'mon-5', '*/2', 'tue'],
];

const COUNT = 3;
const python = pythonForOracle();

void test(
  'the next times of a schedule are those of APScheduler',
  { skip: python === undefined && 'there is no Python with dstack' },
  async (t) => {
    const random = new Random(7);
    const questions = Array.from({ length: 250 }, () => ({
      cron: FIELDS.map((choices) => random.pick(choices)).join(' '),
      now: Date.UTC(1999, 0, 1) + random.below(120 * 365 * 24 * 3600) * 1000,
      count: COUNT,
    }));
    const answers = await askPython<readonly number[]>(python ?? '', 'cron_oracle.py', questions);
    const differences = questions.flatMap(({ cron, now }, index) => {
      assert.ok(parseShorthand('cron', { type: 'str', value: cron }).ok, cron);
      const ours = nextTimes(cronValues(cron), now, COUNT);
      const theirs = answers[index] ?? [];
      return String(ours) === String(theirs) ? [] : [{ cron, now, ours, theirs }];
    });
    t.diagnostic(`${String(questions.length)} schedules`);
    assert.deepEqual(differences, []);
  },
);
