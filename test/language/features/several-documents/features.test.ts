import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../../../server/src/language/features/completion';
import { documentSymbols } from '../../../../server/src/language/features/document-symbols';
import { foldingRanges } from '../../../../server/src/language/features/folding';
import { inlayHints } from '../../../../server/src/language/features/inlay-hints';
import { semanticTokens } from '../../../../server/src/language/features/semantic-tokens';
import { documentAlone, documentsIn } from '../../../../server/src/language/yaml/documents';
import { checkHover } from '../../../support/check/hover';
import { analysisOf, atCursor } from '../../../support/check/analysis';
import { within } from '../../../support/check/within';
import { yaml } from '../../../support/yaml';

const TASK = yaml`
  type: task
  name: aa
  commands:
    - x
`;
const SERVICE = yaml`
  type: service
  name: bb
  port: 80
  resources:
    gpu: A100:80GB:2
`;
const TWO = `${TASK}---\n${SERVICE}`;

/** The documents of a text, each without the white space around it. */
const ALONE: readonly (readonly [text: string, ...documents: string[]])[] = [
  ['a: 1\n', 'a: 1'],
  ['---\na: 1\n', 'a: 1'],
  [
    yaml`
      # x
      ---
      a: 1
      ...
    `,
    '# x\n   \na: 1',
  ],
  [
    yaml`
      a: 1
      ---
      b: 2
    `,
    'a: 1',
    'b: 2',
  ],
  [
    yaml`
      a: 1
      ---
      b: 2
      ---
      c: 3
    `,
    'a: 1',
    'b: 2',
    'c: 3',
  ],
  [
    yaml`
      a: 1
      ...
      b: 2
    `,
    'a: 1',
    'b: 2',
  ],
  [
    yaml`
      a: 1
      ...
      # x
      ---
      b: 2
    `,
    'a: 1',
    '# x\n   \nb: 2',
  ],
  [
    yaml`
      a: |
        x
      ---
      b: "---"
    `,
    'a: |\n  x',
    'b: "---"',
  ],
  ['a: 1 --- 2\n--- b\n', 'a: 1 --- 2', 'b'],
  [
    yaml`
      a: 1
       ---
      ---x: 1
    `,
    'a: 1\n ---\n---x: 1',
  ],
  [
    yaml`
      a: 1
      # of a
      ---
      # of b
      b: 2
    `,
    'a: 1\n# of a',
    '# of b\nb: 2',
  ],
  [
    yaml`
      a: 1

      # of b
      ---
      b: 2
    `,
    'a: 1',
    '# of b\n   \nb: 2',
  ],
  ['a: 1\n---\n', 'a: 1', ''],
  [
    yaml`
      ---
      ---
      a: 1
    `,
    '',
    'a: 1',
  ],
  [
    yaml`
      %YAML 1.1
      ---
      a: 1
      ...
      %YAML 1.1
      ---
      b: 2
    `,
    'a: 1',
    'b: 2',
  ],
  ['a: 1\r\n---\r\nb: 2\r\n', 'a: 1', 'b: 2'],
  [
    yaml`
      a: 1
      ...
      # end
    `,
    'a: 1',
  ],
];

for (const [text, ...documents] of ALONE) {
  void test(`the documents of ${JSON.stringify(text)}`, () => {
    const { lines } = analysisOf(text).tree;
    const alone = documentsIn(text, lines).map((part) => documentAlone(text, part));
    assert.deepEqual(
      alone.map((one) => one.trim()),
      documents,
    );
    for (const one of alone) assert.equal(one.length, text.length);
    assert.equal(
      documentsIn(text, lines)
        .map(({ span }) => text.slice(span.start, span.end))
        .join(''),
      text,
    );
  });
}

void test('hover is about the document around the cursor', () => {
  checkHover(TWO.replace('80GB', '80$0GB'), 'A100:80GB:2', '80 GB');
  checkHover(TWO.replace('port', 'po$0rt'), 'port', 'service');
  checkHover(TWO.replace('comm', 'co$0mm'), 'commands');
  // Also where another one cannot be read.
  checkHover(TWO.replace('  - x', ' - "x').replace('port', 'po$0rt'), 'port');
  checkHover(`${TASK}---\n---\n${SERVICE}`.replace('port', 'po$0rt'), 'port');
});

void test('completion is about the document around the cursor', () => {
  const labels = (marked: string) => {
    const { analysis, position } = atCursor(marked);
    return completion(analysis, { position })?.items.map(({ label }) => label) ?? [];
  };
  assert.ok(labels(`${TWO}$0`).includes('model'));
  assert.ok(!labels(`${TWO}$0`).includes('port'));
  // Anchors count in their own document.
  assert.deepEqual(
    labels(yaml`
      a: &x 1
      ---
      b: &y 1
      c: *$0
    `),
    ['*y'],
  );
});

void test('the outline has each document', () => {
  const names = documentSymbols(analysisOf(TWO)).map(({ name, range, children = [] }) => [
    name,
    range.start.line,
    range.end.line,
    children.map((child) => child.name).join(),
  ]);
  assert.deepEqual(names, [
    ['task aa', 0, 3, 'type,name,commands'],
    ['service bb', 5, 9, 'type,name,port,resources'],
  ]);
});

void test('folding, hints and colours are there in each document', () => {
  const analysis = analysisOf(TWO);
  assert.deepEqual(
    foldingRanges(analysis).map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [2, 3],
      [8, 9],
    ],
  );
  const whole = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const hints = inlayHints(
    within(analysis, { settings: { inlayHints: { meanings: true, defaults: false } } }),
    { range: whole },
  );
  assert.deepEqual(
    hints.map(({ position: { line } }) => line),
    [9],
  );
  assert.equal(semanticTokens(analysis).data[0], 9);
});

void test('many documents need bounded time', () => {
  const start = performance.now();
  const analysis = analysisOf('a: 1\n---\n'.repeat(50_000));
  assert.ok(documentSymbols(analysis).length <= 20);
  completion(analysis, { position: { line: 40_000, character: 0 } });
  assert.ok(performance.now() - start < 10_000);
});
