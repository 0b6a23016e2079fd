import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { checkFix, fixesIn, resultsIn } from '../../support/check/fixes';
import { checkFixes } from '../../support/check/fix-promises';
import { ROWS } from './table';
import { UNASKED } from './unasked';

for (const [subject, rows] of Object.entries(ROWS)) {
  for (const [index, row] of rows.entries()) {
    test(`fixes, ${subject} ${String(index + 1)}: ${row[1]}`, () => checkFix(row));
  }
}

test('every fix of the tables keeps what fixes promise', () => {
  const texts = [...Object.values(ROWS), ...Object.values(UNASKED)].flatMap((rows) =>
    rows.map(([before]) => before),
  );
  for (const text of texts) checkFixes(new Analysis({ uri: 'file:///w/.dstack.yml', text }));
});

test('of two that lose something, none is preferred', () => {
  const text = 'type: task\ncommands: [ls]\nimage: a\npython: "3.12"\n';
  const fixes = fixesIn(text, 'conflicting-properties');
  assert.deepEqual(
    fixes.map(({ preferred, safe }) => [preferred, safe]),
    [
      [false, false],
      [false, false],
    ],
  );
});

test('what belongs elsewhere is not taken out by a preferred fix', () => {
  const service = 'type: service\nport: 80\ncommands: [ls]\n';
  const preferred = (text: string) =>
    fixesIn(service + text, 'unknown-key').map((fix) => fix.preferred);
  assert.deepEqual(preferred('target: 5\n'), [false]);
  assert.deepEqual(preferred('qqq: 5\n'), [true]);
});

test('at most three fixes are offered, the first preferred', () => {
  const fixes = fixesIn('type: task\ncommands: [ls]\nresource: {gpu: 1}\n', 'unknown-key');
  assert.ok(fixes.length <= 3);
  assert.deepEqual(
    fixes.map(({ preferred }) => preferred),
    fixes.map((_, index) => index === 0),
  );
});

test('either of two properties that exclude each other can be taken out', () => {
  const text = 'type: task\ncommands: [ls]\nimage: a\npython: "3.12"\n';
  assert.deepEqual(resultsIn(text, 'conflicting-properties'), [
    'type: task\ncommands: [ls]\nimage: a\n',
    'type: task\ncommands: [ls]\npython: "3.12"\n',
  ]);
});

test('all commands of a list can be put in quotes at once', () => {
  const text = 'type: task\ncommands:\n  - echo a: b\n  - ls\n  - echo c: d\n';
  assert.equal(
    resultsIn(text, 'command-is-mapping')[1],
    "type: task\ncommands:\n  - 'echo a: b'\n  - ls\n  - 'echo c: d'\n",
  );
});

test('either of two repeated properties can be taken out', () => {
  const text = 'type: task\ncommands: [ls]\nname: one # 1\nname: two # 2\n';
  assert.deepEqual(resultsIn(text, 'duplicate-key').slice(0, 2), [
    'type: task\ncommands: [ls]\nname: two # 2\n',
    'type: task\ncommands: [ls]\nname: one # 1\n',
  ]);
});

test('either of two entries that repeat each other can be taken out', () => {
  const text = 'type: task\ncommands: [ls]\nenv:\n  - A=1 # 1\n  - A=2 # 2\n';
  assert.deepEqual(resultsIn(text, 'duplicate-entry'), [
    'type: task\ncommands: [ls]\nenv:\n  - A=1 # 1\n',
    'type: task\ncommands: [ls]\nenv:\n  - A=2 # 2\n',
  ]);
});
