import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { fixesFor } from '../../../server/src/language/fixes';
import { checkFix, fixesIn, resultsIn } from '../../support/check/fixes';
import { checkFixes } from '../../support/check/fix-promises';
import { ROWS } from './table';
import { UNASKED } from './unasked';
import { yaml } from '../../support/yaml';

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
  const text = yaml`
    type: task
    commands: [ls]
    image: a
    python: "3.12"
  `;
  const fixes = fixesIn(text, 'conflicting-properties');
  assert.deepEqual(
    fixes.map(({ preferred, safe }) => [preferred, safe]),
    [
      [false, false],
      [false, false],
    ],
  );
});

test('only a name without a value that belongs nowhere else is taken out by a preferred fix', () => {
  const service = yaml`
    type: service
    port: 80
    commands: [ls]
  `;
  const removed = (text: string) =>
    fixesIn(service + text, 'unknown-key')
      .filter(({ title }) => title.startsWith('Remove'))
      .map((fix) => fix.preferred);
  assert.deepEqual(removed('target: 5\n'), [false]);
  assert.deepEqual(removed('path: /x\n'), [false]);
  assert.deepEqual(removed('qqq: 5\n'), [false]);
  assert.deepEqual(removed('target:\n'), [false]);
  assert.deepEqual(removed('qqq: # mine\n'), [true]);
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
  const fixes = fixesIn(
    yaml`
      type: task
      commands: [ls]
      resources:
        count: 2
    `,
    'unknown-key',
  );
  assert.deepEqual(
    fixes.map(({ title, preferred }) => [title, preferred]),
    [
      ['Move `count` into `gpu`', false],
      ['Move `count` into `cpu`', false],
      ['Remove `resources`', false],
    ],
  );
});

test('at most three fixes are offered, the first preferred', () => {
  const fixes = fixesIn(
    yaml`
      type: task
      commands: [ls]
      resource: {gpu: 1}
    `,
    'unknown-key',
  );
  assert.ok(fixes.length <= 3);
  assert.deepEqual(
    fixes.map(({ preferred }) => preferred),
    fixes.map((_, index) => index === 0),
  );
});

test('either of two properties that exclude each other can be taken out', () => {
  const text = yaml`
    type: task
    commands: [ls]
    image: a
    python: "3.12"
  `;
  assert.deepEqual(resultsIn(text, 'conflicting-properties'), [
    yaml`
      type: task
      commands: [ls]
      image: a
    `,
    yaml`
      type: task
      commands: [ls]
      python: "3.12"
    `,
  ]);
});

test('all commands of a list can be put in quotes at once', () => {
  const text = yaml`
    type: task
    commands:
      - echo a: b
      - ls
      - echo c: d
  `;
  assert.equal(
    resultsIn(text, 'command-is-mapping')[1],
    yaml`
      type: task
      commands:
        - 'echo a: b'
        - ls
        - 'echo c: d'
    `,
  );
});

test('either of two repeated properties can be taken out', () => {
  const text = yaml`
    type: task
    commands: [ls]
    name: one # 1
    name: two # 2
  `;
  assert.deepEqual(resultsIn(text, 'duplicate-key').slice(0, 2), [
    yaml`
      type: task
      commands: [ls]
      name: two # 2
    `,
    yaml`
      type: task
      commands: [ls]
      name: one # 1
    `,
  ]);
});

test('either of two entries that repeat each other can be taken out', () => {
  const text = yaml`
    type: task
    commands: [ls]
    env:
      - A=1 # 1
      - A=2 # 2
  `;
  assert.deepEqual(resultsIn(text, 'duplicate-entry'), [
    yaml`
      type: task
      commands: [ls]
      env:
        - A=1 # 1
    `,
    yaml`
      type: task
      commands: [ls]
      env:
        - A=2 # 2
    `,
  ]);
});

/** `.dstack/profiles.yml` that is a list, and with its property; without the second, nothing can be done. */
const LISTS_OF_PROFILES: readonly (readonly [before: string, after?: string])[] = [
  ['- name: x\n', 'profiles:\n  - name: x\n'],
  [
    yaml`
      # mine
      - name: x # the first
        fleets:
          - a-b

      # then
      - name: y
    `,
    yaml`
      # mine
      profiles:
        - name: x # the first
          fleets:
            - a-b

        # then
        - name: y
    `,
  ],
  [
    '---\n- name: x\n  default: true',
    yaml`
      ---
      profiles:
        - name: x
          default: true`,
  ],
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

test('a property without its colon is not joined to the command above', () => {
  const titles = (line: string) => {
    const analysis = new Analysis({
      uri: 'file:///w/.dstack.yml',
      text: `type: task\ncommands:\n  - ls\n${line}\n`,
    });
    const [problem] = analysis.problems;
    return problem ? fixesFor(analysis, problem).map(({ title }) => title) : [];
  };
  for (const line of ['spot', 'spot auto'])
    assert.deepEqual(titles(line), ['Change to `spot_policy:`']);
  for (const line of ['name', 'name x', 'image ubuntu:22.04'])
    assert.deepEqual(titles(line), ['Add the colon']);
});

test('lines of a command get no colon', () => {
  for (const command of ['cat <<EOF > x\n    a: 1\n    EOF', 'echo a: b\n    # note\n    c']) {
    const analysis = new Analysis({
      uri: 'file:///w/.dstack.yml',
      text: `type: task\ncommands:\n  - ${command}\n`,
    });
    const [problem] = analysis.problems;
    assert.ok(problem);
    for (const { title } of fixesFor(analysis, problem)) assert.doesNotMatch(title, /colon/);
  }
});

test('the type of a configuration in a profiles file is not moved', () => {
  const uri = 'file:///w/.dstack/profiles.yml';
  const titles = fixesIn('type: task\ncommands: [ls]\n', 'unknown-key', uri);
  assert.ok(!JSON.stringify(titles).includes('Move'), JSON.stringify(titles));
});

test('a configuration that is a list loses its dashes', () => {
  const rows = [
    ['- type: task\n  commands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    [
      yaml`
        - type: task # a
        - commands:
            - x

            - y
      `,
      yaml`
        type: task # a
        commands:
          - x

          - y
      `,
    ],
  ] as const;
  for (const [before, after] of rows) checkFix([before, 'not-a-mapping', after]);
  assert.deepEqual(fixesIn('[a, b]\n', 'not-a-mapping'), []);
});
