import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../../../server/src/language/features/completion';
import { checkCompletion, completionsIn, labelsIn } from '../../../support/check/completion';
import { atCursor } from '../../../support/check/analysis';
import { yaml } from '../../../support/yaml';

const PROBES = yaml`
  type: service
  probes:
    - &p
      type: http
      url: /
`;

/** What is offered at the cursor. */
const OFFERED: readonly (readonly [marked: string, ...labels: string[]])[] = [
  [`${PROBES}  - *$0`, '*p'],
  [`${PROBES}  - *$0\nport: 80\n`, '*p'],
  [`${PROBES}  - *p$0\n`, '*p'],
  ['a: &x 1\nb: *$0', '*x'],
  ['a: &x 1\nb: [*$0]', '*x'],
  ['a: &x 1\nb: [*x, *$0', '*x'],
  ['a: &x 1\nb: {c: *$0}', '*x'],
  [
    yaml`
      a: &x {b: 1}
      c: &y 1
      d:
        <<: *$0
    `,
    '*x',
  ],
  [
    yaml`
      a: &x {b: 1}
      c: &y 1
      d:
        <<: [*$0]
    `,
    '*x',
  ],
  [
    yaml`
      a: &x {b: 1}
      c: &y 1
      d:
        <<:
          - *$0
    `,
    '*x',
  ],
  [
    yaml`
      a: &x {b: 1}
      c: &y 1
      d: {<<: *$0}
    `,
    '*x',
  ],
  [
    yaml`
      a: &x 1
      b: &y 2
      c: *$0
      d: &z 3
    `,
    '*x',
    '*y',
  ],
  [
    yaml`
      a: &x 1
      b: &x 2
      c: *$0
    `,
    '*x',
  ],
  // What the alias stands in cannot repeat itself.
  [
    yaml`
      a: &x
        b: &y 1
        c: *$0
    `,
    '*y',
  ],
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
  yaml`
    a: &x 1
    b: |
      *$0
  `,
  yaml`
    a: &x 1
    b: y
      *$0
  `,
  yaml`
    type: task
    env: [&x A=1]
    commands:
      - ls *$0
  `,
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
    yaml`
      a: &a one
      b: &b [1, 2]
      c: &c {type: http, url: /}
      d: &d
      e: &e *c
      f: *$0
    `,
  ).map(({ label, labelDetails }) => `${label} ${labelDetails?.description}`);
  assert.deepEqual(notes, ['*a one', '*b list of 2', '*c type, url', '*d empty']);
});

void test('a `*` that is typed elsewhere opens no list', () => {
  const asked = (marked: string, trigger?: string) => {
    const { analysis, position } = atCursor(marked);
    return completion(analysis, { position, context: { triggerCharacter: trigger } });
  };
  const schedule = yaml`
    type: task
    schedule:
      cron: "*$0"
  `;
  assert.notEqual(asked(schedule), null);
  assert.equal(asked(schedule, '*'), null);
  assert.deepEqual(
    asked('a: &x 1\nb: *$0', '*')?.items.map(({ label }) => label),
    ['*x'],
  );
});
