import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../../../server/src/language/features/completion';
import { checkCompletion, completionsIn, labelsIn } from '../../../support/check/completion';
import { atCursor } from '../../../support/check/analysis';

const PROBES = 'type: service\nprobes:\n  - &p\n    type: http\n    url: /\n';

/** What is offered at the cursor. */
const OFFERED: readonly (readonly [marked: string, ...labels: string[]])[] = [
  [`${PROBES}  - *$0`, '*p'],
  [`${PROBES}  - *$0\nport: 80\n`, '*p'],
  [`${PROBES}  - *p$0\n`, '*p'],
  ['a: &x 1\nb: *$0', '*x'],
  ['a: &x 1\nb: [*$0]', '*x'],
  ['a: &x 1\nb: [*x, *$0', '*x'],
  ['a: &x 1\nb: {c: *$0}', '*x'],
  ['a: &x {b: 1}\nc: &y 1\nd:\n  <<: *$0\n', '*x'],
  ['a: &x {b: 1}\nc: &y 1\nd:\n  <<: [*$0]\n', '*x'],
  ['a: &x {b: 1}\nc: &y 1\nd:\n  <<:\n    - *$0\n', '*x'],
  ['a: &x {b: 1}\nc: &y 1\nd: {<<: *$0}\n', '*x'],
  ['a: &x 1\nb: &y 2\nc: *$0\nd: &z 3\n', '*x', '*y'],
  ['a: &x 1\nb: &x 2\nc: *$0\n', '*x'],
  // What the alias stands in cannot repeat itself.
  ['a: &x\n  b: &y 1\n  c: *$0\n', '*y'],
];

for (const [marked, ...labels] of OFFERED) {
  void test(`aliases in ${JSON.stringify(marked)}`, () => {
    assert.deepEqual(labelsIn(marked), labels);
  });
}

/** Where a `*` is no alias. */
const NONE = [
  'a: &x 1\nb: y # *$0',
  'a: &x 1\nb: y*$0',
  'a: &x 1\nb: y *$0',
  'a: &x 1\nb: "*$0"',
  'a: &x 1\nb: |\n  *$0\n',
  'a: &x 1\nb: y\n  *$0\n',
  'type: task\nenv: [&x A=1]\ncommands:\n  - ls *$0\n',
  'b: *$0\na: &x 1\n',
  'b: [a*$0]\nc: &x 1\n',
];

for (const marked of NONE) {
  void test(`no alias in ${JSON.stringify(marked)}`, () => {
    assert.deepEqual(
      labelsIn(marked).filter((label) => label.startsWith('*')),
      [],
    );
  });
}

void test('the alias replaces the typed text', () => {
  checkCompletion(`${PROBES}  - *$0`, '*p', `${PROBES}  - *p$0`);
  checkCompletion('a: &xyz 1\nb: *x$0q # c', '*xyz', 'a: &xyz 1\nb: *xyz$0 # c');
});

void test('the content of the anchor is shown', () => {
  const notes = completionsIn(
    'a: &a one\nb: &b [1, 2]\nc: &c {type: http, url: /}\nd: &d\ne: &e *c\nf: *$0\n',
  ).map(({ label, labelDetails }) => `${label} ${labelDetails?.description}`);
  assert.deepEqual(notes, ['*a one', '*b list of 2', '*c type, url', '*d empty']);
});

void test('a `*` that is typed elsewhere opens no list', () => {
  const asked = (marked: string, trigger?: string) => {
    const { analysis, position } = atCursor(marked);
    return completion(analysis, { position, context: { triggerCharacter: trigger } });
  };
  const schedule = 'type: task\nschedule:\n  cron: "*$0"\n';
  assert.notEqual(asked(schedule), null);
  assert.equal(asked(schedule, '*'), null);
  assert.deepEqual(
    asked('a: &x 1\nb: *$0', '*')?.items.map(({ label }) => label),
    ['*x'],
  );
});
