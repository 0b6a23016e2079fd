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
  const removed = (text: string) =>
    fixesIn(service + text, 'unknown-key')
      .filter(({ title }) => title.startsWith('Remove'))
      .map((fix) => fix.preferred);
  assert.deepEqual(removed('target: 5\n'), [false]);
  assert.deepEqual(removed('path: /x\n'), [false]);
  assert.deepEqual(removed('qqq: 5\n'), [true]);
});

test('children that are not indented have one fix', () => {
  const titles = (text: string) =>
    fixesIn(`type: task\ncommands: [ls]\n${text}`, 'empty-value').map(({ title }) => title);
  assert.deepEqual(titles('resources:\ngpu: A100\n'), ['Indent what belongs to `resources`']);
  assert.deepEqual(titles('resources:\n'), [
    'Write `resources: {"gpu":"24GB"}`',
    'Remove `resources`',
  ]);
});

test('of several places that could be made none is preferred', () => {
  const fixes = fixesIn('type: task\ncommands: [ls]\nresources:\n  count: 2\n', 'unknown-key');
  assert.deepEqual(
    fixes.map(({ title, preferred }) => [title, preferred]),
    [
      ['Move `count` into `gpu`', false],
      ['Move `count` into `cpu`', false],
      ['Remove `count`', false],
    ],
  );
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

/** `.dstack/profiles.yml` that is a list, and with its property; without the second, nothing can be done. */
const LISTS_OF_PROFILES: readonly (readonly [before: string, after?: string])[] = [
  ['- name: x\n', 'profiles:\n  - name: x\n'],
  [
    '# mine\n- name: x # the first\n  fleets:\n    - a-b\n\n# then\n- name: y\n',
    '# mine\nprofiles:\n  - name: x # the first\n    fleets:\n      - a-b\n\n  # then\n  - name: y\n',
  ],
  ['---\n- name: x\n  default: true', '---\nprofiles:\n  - name: x\n    default: true'],
  ['[{name: x}]\n', 'profiles: [{name: x}]\n'],
  ['- name: x\r\n  tags: {a: b}\r\n', 'profiles:\r\n  - name: x\r\n    tags: {a: b}\r\n'],
  ['x\n'],
];

for (const [before, after] of LISTS_OF_PROFILES) {
  test(`profiles as ${JSON.stringify(before)}`, () => {
    const uri = 'file:///w/.dstack/profiles.yml';
    if (after === undefined) assert.deepEqual(fixesIn(before, 'not-a-mapping', uri), []);
    else checkFix([before, 'not-a-mapping', after], uri);
  });
}

test('a configuration that is a list loses its dashes', () => {
  const rows = [
    ['- type: task\n  commands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    [
      '- type: task # a\n- commands:\n    - x\n\n    - y\n',
      'type: task # a\ncommands:\n  - x\n\n  - y\n',
    ],
  ] as const;
  for (const [before, after] of rows) checkFix([before, 'not-a-mapping', after]);
  assert.deepEqual(fixesIn('[a, b]\n', 'not-a-mapping'), []);
});
