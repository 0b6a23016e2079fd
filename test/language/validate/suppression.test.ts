import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { applyEdits, fixesFor } from '../../../server/src/language/fixes';
import { fixAll } from '../../../server/src/language/fixes/fix-all';
import { checkFix, resultsIn } from '../../support/check/fixes';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

const TASK = yaml`
  type: task
  commands: [ls]
  env:
`;
const DISABLE = '# dstack-disable-next-line';

const codesIn = (text: string) =>
  new Analysis({ uri: 'file:///w/.dstack.yml', text }).problems.map(({ code }) => code);

table(
  'a comment ignores warnings of its codes on the next line, and only there',
  [
    ['  V: 1.10\n', ['read-as-number']],
    [`  ${DISABLE} read-as-number\n  V: 1.10\n`, []],
    [`  ${DISABLE} read-as-number\r\n  V: 1.10\r\n`, []],
    [`  #dstack-disable-next-line range, read-as-number\n  V: 1.10\n`, ['unused-suppression']],
    [`  ${DISABLE} read-as-number\n  V: 1.10\n  W: 1.10\n`, ['read-as-number']],
    [`  ${DISABLE} read-as-number\n\n  V: 1.10\n`, ['read-as-number', 'unused-suppression']],
    [`  ${DISABLE} read-as-numbr\n  V: 1.10\n`, ['read-as-number', 'unused-suppression']],
    [`  ${DISABLE}\n  V: 1.10\n`, ['read-as-number', 'unused-suppression']],
    [`  ${DISABLE}d read-as-number\n  V: 1.10\n`, ['read-as-number']],
  ],
  ([after, codes]) => assert.deepEqual(codesIn(TASK + after), codes, after),
);

test('errors cannot be ignored', () => {
  const text = `type: task\n${DISABLE} unknown-key\ncomands: [ls]\ncommands: [ls]\n`;
  assert.deepEqual(codesIn(text), ['unknown-key', 'unused-suppression']);
  const broken = `type: task\n${DISABLE} yaml-syntax\ncommands: [ls\n`;
  assert.deepEqual(codesIn(broken), ['yaml-syntax']);
});

table(
  'a comment of no use is removed',
  [
    [`${TASK}  ${DISABLE} range\n  V: a\n`, 'unused-suppression', `${TASK}  V: a\n`],
    [`${TASK}  V: a ${DISABLE} range\n`, 'unused-suppression', `${TASK}  V: a\n`],
    [`${TASK}  V: a\n${DISABLE}`, 'unused-suppression', `${TASK}  V: a\n`],
    [
      `${TASK}  ${DISABLE} range, read-as-number\n  V: 1.10\n`,
      'unused-suppression',
      `${TASK}  ${DISABLE} read-as-number\n  V: 1.10\n`,
    ],
    [
      `${TASK}  ${DISABLE} read-as-number, range\n  V: 1.10\n`,
      'unused-suppression',
      `${TASK}  ${DISABLE} read-as-number\n  V: 1.10\n`,
    ],
  ],
  (row) => checkFix(row),
);

test('the last action of a warning ignores it, and an error has none', () => {
  assert.equal(
    resultsIn(`${TASK}  V: 1.10\n`, 'read-as-number').at(-1),
    `${TASK}  ${DISABLE} read-as-number\n  V: 1.10\n`,
  );
  const text = `${TASK}  A: b\r\n  V: 1.10\r\n`;
  const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
  const fixes = analysis.problems.flatMap((problem) => fixesFor(analysis, problem));
  const ignore = fixes.at(-1);
  assert.equal(ignore?.title, 'Ignore `read-as-number` here');
  assert.ok(!ignore.preferred && !ignore.safe);
  assert.equal(
    applyEdits(text, ignore.edits),
    `${TASK}  A: b\r\n  ${DISABLE} read-as-number\r\n  V: 1.10\r\n`,
  );
  const error = new Analysis({ uri: 'file:///w/.dstack.yml', text: 'type: task\ncomands: [ls]\n' });
  const titles = error.problems.flatMap((one) => fixesFor(error, one)).map(({ title }) => title);
  assert.ok(titles.length > 0 && titles.every((title) => !title.startsWith('Ignore')));
});

test('a second code joins the comment that is there', () => {
  const text = 'type: task\ncommands: [ls]\n' + `${DISABLE} duplicate-entry\nenv: {V: 1.10}\n`;
  const [joined] = resultsIn(text, 'read-as-number').slice(-1);
  assert.ok(joined?.includes(`${DISABLE} duplicate-entry, read-as-number\n`), joined);
});

test('fixing all keeps comments of no use: no comment goes unasked', () => {
  const text = `${TASK}  ${DISABLE} range\n  V: a\n`;
  const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
  assert.equal(fixAll(analysis).analysis, analysis);
});
