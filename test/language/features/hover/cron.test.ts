import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cronInWords } from '../../../../server/src/language/meaning/cron/words';
import { cronValues } from '../../../../server/src/language/shorthand/cron';
import { checkHover, hoverIn, hoverText } from '../../../support/check/hover';
import { table } from '../../../support/table';
import { yaml } from '../../../support/yaml';

const WORDS: readonly (readonly [cron: string, words: string])[] = [
  ['* * * * *', 'Every minute'],
  ['*/15 * * * *', 'Every 15 minutes'],
  ['0 * * * *', 'Every hour'],
  ['30 * * * *', 'Every hour at minute 30'],
  ['0 */6 * * *', 'Every 6 hours'],
  ['30 */6 * * *', 'Every 6 hours at minute 30'],
  ['*/7 * * * *', 'Every hour at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56'],
  ['0 9 * * *', 'At 09:00'],
  ['0,30 8,20 * * *', 'At 08:00, 08:30, 20:00 and 20:30'],
  ['0 9-17 * * *', 'Every hour from 09:00 to 17:00'],
  ['*/15 9-17 * * *', 'Every 15 minutes from 09:00 to 17:45'],
  ['*/15 1,3,5 * * *', 'Every 15 minutes in the hours 1, 3 and 5'],
  ['0 9 * * mon-fri', 'At 09:00 on Monday to Friday'],
  ['0 9 * * 1-5', 'At 09:00 on Tuesday to Saturday'],
  ['0 9 * * sat,sun', 'At 09:00 on Saturday and Sunday'],
  ['0 0 1 * *', 'At 00:00 on day 1 of the month'],
  ['0 0 1,15,last * *', 'At 00:00 on days 1 and 15 and the last day of the month'],
  ['0 0 last * *', 'At 00:00 on the last day of the month'],
  [
    '0 0 1-7 jan-mar mon',
    'At 00:00 on days 1 to 7 of the month if that is a Monday in January to March',
  ],
  ['0 0 * feb *', 'At 00:00 in February'],
];

table('a schedule in words', WORDS, ([cron, words]) =>
  assert.equal(cronInWords(cronValues(cron)), `${words}, UTC`),
);

/** A Tuesday. */
const NOW = Date.UTC(2026, 10, 24, 11, 33, 20);

function timesOf(cron: string, now?: number): string[] {
  const marked = `type: task\nschedule:\n  cron: "$0${cron}"`;
  const found = hoverText(hoverIn(marked, now === undefined ? {} : { now }));
  return [...found.matchAll(/^- (\w{3} \d{4}.*)$/gm)].map(([, time = '']) => time);
}

test('the next three times', () => {
  assert.deepEqual(timesOf('0 8 * * mon-fri', NOW), [
    'Wed 2026-11-25 08:00',
    'Thu 2026-11-26 08:00',
    'Fri 2026-11-27 08:00',
  ]);
  assert.deepEqual(timesOf('*/30 * * * *', NOW), [
    'Tue 2026-11-24 12:00',
    'Tue 2026-11-24 12:30',
    'Tue 2026-11-24 13:00',
  ]);
  assert.deepEqual(timesOf('0 0 29 2 sun', NOW), [
    'Sun 2032-02-29 00:00',
    'Sun 2060-02-29 00:00',
    'Sun 2088-02-29 00:00',
  ]);
});

test('without a clock, and on a date that never comes', () => {
  assert.deepEqual(timesOf('0 8 * * *'), []);
  assert.deepEqual(timesOf('0 0 30 2 *', NOW), []);
  checkHover(
    'type: task\nschedule: {cron: 0 8 $0* * mon}',
    '0 8 * * mon',
    'At 08:00 on Monday, UTC.',
  );
  const never = hoverText(hoverIn('type: task\nschedule: {cron: 0 0 30 2 $0*}', { now: NOW }));
  assert.match(never, /the schedule never fires/);
});

test('each of several schedules, and the field at the cursor', () => {
  const cron = yaml`
    type: task
    schedule:
      cron:
        - 0 8 * * mon
        - 0 $09 * * tue`;
  checkHover(cron, '0 9 * * tue', 'At 09:00 on Tuesday', '- **`9` – hour**');
});
