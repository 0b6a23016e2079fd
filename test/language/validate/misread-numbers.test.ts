import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { yaml } from '../../support/yaml';

/** What is written in a task, and what dstack gets instead; undefined where there is nothing to warn of. */
const CASES: readonly (readonly [written: string, read: string | undefined])[] = [
  ['ports: [80:22]', '4822'],
  ['ports: ["80:22", 8080]', undefined],
  ['env: {VERSION: 1.10}', '1.1'],
  ['env: {MODE: 0755}', '493'],
  ['env: {LIMIT: 1_000}', '1000'],
  ['env: {MAX: 1000, RATE: 0.5, TOKEN: "017"}', undefined],
  ['python: 3.10', undefined],
  ['max_price: 1.50', undefined],
  ['priority: 0x10', undefined],
  // What dstack refuses is an error already.
  ['ports: [8080:22]', undefined],
];

const analysisOf = (text: string) => new Analysis({ uri: 'file:///.dstack.yml', text });

for (const [written, read] of CASES) {
  test(`${written}: ${read === undefined ? 'nothing to warn of' : `a warning that dstack gets ${read}`}`, () => {
    const text = `type: task\ncommands: [ls]\n${written}\n`;
    const { problems } = analysisOf(text);
    const found = problems.filter(({ code }) => code === 'read-as-number');
    assert.deepEqual(
      found.map(({ severity, data }) => [severity, data?.['read']]),
      read === undefined ? [] : [['warning', read]],
    );
  });
}

/** Items of `commands`, and the lines of those that became a part of the item above; lines count from 0. */
const SWALLOWED: readonly (readonly [items: string, ...lines: number[]])[] = [
  ['  - a\n    - b\n', 3],
  ['  - cmd \\\n    - echo done\n', 3],
  ['  - a\n   - b\n  - c\n', 3],
  ['  - python x.py\n      --lr 1\n    - ls\n', 4],
  ['  - python x.py\n      --lr 1\n      - |\n        ls\n', 4],
  ['  - python x.py\n      --lr 1\n      - >-\n        ls\n', 4],
  [
    yaml`
      - a
        - b
      - c
      - d

        - e
    `,
    3,
    7,
  ],
  // One warning an item.
  ['  - a\n    - b\n    - c\n', 3],
  ['  - a\n    -x\n    --lr 1\n'],
  ['  - a - b\n'],
  ['  - cat x |\n    tee - y\n'],
  ['  - cat\n    - < x\n'],
  ['  - |\n    a\n    - b\n'],
  ['  - >-\n    a\n    - b\n'],
  ['  - "a\n    - b"\n'],
  ['  - cat <<EOF\n    - b\n    EOF\n'],
  ['  [a\n    - b]\n'],
  // A value that is not in a list.
  ['  - ls\nuser: me\n  - you\n', 4],
];

for (const [items, ...lines] of SWALLOWED) {
  test(`the swallowed items of ${JSON.stringify(items)}`, () => {
    const { problems, tree } = analysisOf(`type: task\ncommands:\n${items}`);
    // The here-document is told of by another warning.
    const others = problems.filter(({ code }) => code !== 'folded-lines');
    assert.deepEqual(
      others.map(({ code, severity, span }) => [
        code,
        severity,
        tree.lines.position(span.start).line,
      ]),
      lines.map((line) => ['swallowed-item', 'warning', line]),
    );
  });
}

test('an item that is refused for what it swallowed has no warning as well', () => {
  const text = yaml`
    type: task
    commands: [ls]
    ports:
      - 80
        - 81
  `;
  assert.deepEqual(
    analysisOf(text).problems.map(({ code, severity }) => [code, severity]),
    [['port', 'error']],
  );
});

test('a name with an item that it swallowed is a warning, as each wrong name', () => {
  const text = yaml`
    type: task
    name: train
      - x
    commands: [ls]
  `;
  assert.deepEqual(
    analysisOf(text).problems.map(({ code, severity }) => [code, severity]),
    [['resource-name', 'warning']],
  );
});

const FOLDED: readonly (readonly [items: string, line?: number])[] = [
  ['  - a \\\n      b\n', 2],
  ['  - a\n      c \\\n      b \\\n      d\n', 3],
  ["  - 'a \\\n    b'\n", 2],
  ['  - >-\n    a \\\n    b\n', 3],
  ['  - "a \\\n    b"\n'],
  ['  - |\n    a \\\n    b\n'],
  ['  - a\n      b\n'],
  ['  - a \\ b\n      c\n'],
  ['  - a \\\\\n      b\n'],
  ['  - ls\nworking_dir: a \\\n  b\n'],
];

for (const [items, line] of FOLDED) {
  test(`the folded lines of ${JSON.stringify(items)}`, () => {
    const { problems, tree } = analysisOf(`type: task\ncommands:\n${items}`);
    const found = problems.filter(({ code }) => code === 'folded-lines');
    const lines = found.map(({ span }) => tree.lines.position(span.start).line);
    assert.deepEqual(lines, line === undefined ? [] : [line]);
  });
}
