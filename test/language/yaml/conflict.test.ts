import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { applyEdits, fixesFor } from '../../../server/src/language/fixes';
import { documentSymbols } from '../../../server/src/language/features/document-symbols';
import { askDstack } from '../../support/oracle/ask-dstack';
import { pythonForOracle } from '../../support/oracle/python';
import { resultsIn } from '../../support/check/fixes';
import { yaml } from '../../support/yaml';

const HEAD = 'type: task\ncommands: [ls]\n';
const SIDES = yaml`
  <<<<<<< HEAD
  name: a
  =======
  name: b
  >>>>>>> branch
`;

/** Files with what Git writes: severity, code and lines of each problem; with an error dstack refuses the file. */
const CASES: Readonly<Record<string, readonly [text: string, ...problems: string[]]>> = {
  'between properties': [`${HEAD}${SIDES}`, 'error merge-conflict 3-7'],
  'at the beginning': [`${SIDES}${HEAD}`, 'error merge-conflict 1-5'],
  'with CRLF': [`${HEAD}${SIDES}`.replaceAll('\n', '\r\n'), 'error merge-conflict 3-7'],
  'without a line break at the end': [`${HEAD}${SIDES}`.trimEnd(), 'error merge-conflict 3-7'],
  'with the common ancestor': [
    `${HEAD}${SIDES.replace('=======', '||||||| base\nname: c\n=======')}`,
    'error merge-conflict 3-9',
  ],
  'two of them': [
    `${SIDES}type: task\n<<<<<<< a\n=======\ncommands: [ls]\n>>>>>>> b\n`,
    'error merge-conflict 1-5',
    'error merge-conflict 7-10',
  ],
  'in a list': [
    yaml`
      type: task
      commands:
      <<<<<<< a
        - a
      =======
        - b
      >>>>>>> b
        - c
    `,
    'error merge-conflict 3-7',
  ],
  'at the beginning of a block of text': [
    yaml`
      type: task
      commands:
        - |
      <<<<<<< a
          a
      =======
          b
      >>>>>>> b
          c
    `,
    'error merge-conflict 4-8',
  ],
  'in a block of text, where less indented lines end it': [
    yaml`
      type: task
      commands:
        - |
          0
      <<<<<<< a
          a
      =======
          b
      >>>>>>> b
          c
    `,
    'error merge-conflict 5-9',
  ],
  'in brackets, read as a part of the items': [
    yaml`
      type: task
      commands: [
      <<<<<<< a
        a,
      =======
        b
      >>>>>>> b
      ]
    `,
    'warning merge-conflict 3-7',
  ],
  'in a quoted text': [
    `type: task\ncommands:\n - "cat <<E\n${SIDES}\n E"\n`,
    'warning merge-conflict 4-8',
  ],
  'in a quoted text of a file with another mistake': [
    `type: task\ncommands:\n - "cat <<E\n${SIDES}\n E"\nname: [\n`,
    'error yaml-syntax 11-11',
  ],
  'in a file with a mistake as well': [`${HEAD}${SIDES}env: [\n`, 'error merge-conflict 3-7'],
  'a first marker left behind': [`${HEAD}<<<<<<< HEAD\nname: a\n`, 'error merge-conflict 3-3'],
  'a marker left behind on the first line': [`<<<<<<< HEAD\n${HEAD}`, 'error merge-conflict 1-1'],
  'a middle marker left behind': [`${HEAD}=======\nname: a\n`, 'error merge-conflict 3-3'],
  'a last marker left behind': [`${HEAD}>>>>>>> branch`, 'error merge-conflict 3-3'],
  'two left behind': [
    `<<<<<<< HEAD\n${HEAD}>>>>>>> b\n`,
    'error merge-conflict 1-1',
    'error merge-conflict 4-4',
  ],
  'a line in a block of text': [
    yaml`
      type: task
      commands:
        - |
          =======
          >>>>>>> a
    `,
  ],
  'six characters': [`${HEAD}<<<<<< HEAD\n`, 'error yaml-syntax 3-3'],
  'a word behind seven': [`${HEAD}<<<<<<<HEAD\n`, 'error yaml-syntax 3-3'],
  'eight characters': [`${HEAD}========\n`, 'error yaml-syntax 3-3'],
  comments: [`${HEAD}# <<<<<<< a\n# =======\n# >>>>>>> b\n`],
};

const analyse = (text: string) => new Analysis({ uri: 'file:///w/.dstack.yml', text });

for (const [name, [text, ...expected]] of Object.entries(CASES)) {
  test(`merge conflicts: ${name}`, () => {
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
    const found = analyse(text).problems.map(
      ({ severity, code, span }) => `${severity} ${code} ${lineOf(span.start)}-${lineOf(span.end)}`,
    );
    assert.deepEqual(found, expected);
  });
}

test('dstack refuses the files with an error, and no other', async (t) => {
  const python = pythonForOracle();
  if (python === undefined) return t.skip('no Python with dstack');
  const cases = Object.entries(CASES);
  const verdicts = await askDstack(
    python,
    cases.map(([, [text]]) => ({ text, kind: 'configuration', plan: false })),
  );
  cases.forEach(([name, [, ...problems]], index) => {
    assert.equal(verdicts[index]?.ok, !problems.some((one) => one.startsWith('error')), name);
  });
});

test('either side of a conflict can be accepted, and none is preferred', () => {
  const results = (text: string) => resultsIn(text, 'merge-conflict');
  const sides = [`${HEAD}name: a\n`, `${HEAD}name: b\n`];
  assert.deepEqual(results(CASES['between properties']?.[0] ?? ''), sides);
  assert.deepEqual(results(CASES['with the common ancestor']?.[0] ?? ''), sides);
  assert.deepEqual(
    results(CASES['with CRLF']?.[0] ?? ''),
    sides.map((side) => side.replaceAll('\n', '\r\n')),
  );
  assert.deepEqual(results(`${HEAD}>>>>>>> b\nname: a\n`), sides.slice(0, 1));
  const analysis = analyse(HEAD + SIDES);
  const fixes = fixesFor(analysis, analysis.problems[0] ?? assert.fail());
  assert.deepEqual(
    fixes.map(({ title, preferred, safe }) => [title, preferred, safe]),
    [
      ['Accept current change', false, false],
      ['Accept incoming change', false, false],
    ],
  );
});

test('the side that leaves fewer errors is offered first', () => {
  const text = `${HEAD}<<<<<<< HEAD\nnam: a\n=======\nname: b\n>>>>>>> branch\n`;
  assert.deepEqual(resultsIn(text, 'merge-conflict'), [`${HEAD}name: b\n`, `${HEAD}nam: a\n`]);
});

test('conflicts are resolved one after the other', () => {
  let text = CASES['two of them']?.[0] ?? '';
  for (let left = 2; left > 0; left--) {
    const analysis = analyse(text);
    assert.equal(analysis.problems.length, left);
    const fixes = fixesFor(analysis, analysis.problems[0] ?? assert.fail());
    const incoming = fixes.find(({ title }) => title === 'Accept incoming change');
    text = applyEdits(text, incoming?.edits ?? []);
  }
  assert.equal(
    text,
    yaml`
      name: b
      type: task
      commands: [ls]
    `,
  );
  assert.equal(analyse(text).tree.broken, false);
});

test('until then, other features see the current side', () => {
  const names = documentSymbols(analyse(HEAD + SIDES))
    .flatMap(({ children }) => children ?? [])
    .map(({ name, detail }) => `${name} ${detail ?? ''}`);
  assert.ok(names.includes('name a') && !names.includes('name b'), names.join());
});
