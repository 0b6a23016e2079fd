import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly previousLineText?: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly onEnterRules: readonly EnterRule[];
}

const configuration = JSON.parse(
  readFileSync(repositoryPath('language-configuration.json'), 'utf8'),
) as LanguageConfiguration;

/**
 * Columns that Enter moves what follows the cursor to the right of the line's indentation: as VS Code reads the first rule
 * that fits, and with none the brackets.
 */
function columnsAfterEnter(before: string, after = '', previous = ''): number {
  const fits = (pattern: string | undefined, text: string) =>
    pattern === undefined || new RegExp(pattern).test(text);
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText, previousLineText }) =>
      fits(beforeText, before) && fits(afterText, after) && fits(previousLineText, previous),
  );
  if (!rule) return /[[{]\s*$/.test(before) ? 2 : 0;
  return (rule.action.indent === 'indent' ? 2 : 0) + (rule.action.appendText ?? '').length;
}

/** A line, and the columns that its children stand to the right of it. */
const LINES: readonly (readonly [line: string, columns: number])[] = [
  ['resources:', 2],
  ['  gpu:', 2],
  ['"quoted key": # note', 2],
  ['resources: &anchor', 2],
  ['resources: !!map', 2],
  ['prompt: |', 2],
  ['prompt: >-2 # note', 2],
  ['- |', 2],
  ['  - >-', 2],
  ['- resources:', 4],
  ['  - prompt: |', 4],
  ['- name: x', 2],
  ['  - path: /a:b # note', 2],
  ['  - metrics: [rps] # note', 2],
  ['  - path: "/a, b"', 2],
  ['- a: 1', 2],
  ['- metrics: [', 2],
  ['- metrics: [rps,', 2],
  ['- { name: x }', 0],
  ['- [8000, 8080]', 0],
  ['- {', 2],
  ['- { name: x,', 2],
  ['backends: [aws,', 2],
  ['backends: [', 2],
  ['backends: [aws]', 0],
  ['  { name: x },', 0],
  ['  aws,', 0],
  ['name: x', 0],
  ['name: "x"', 0],
  ['image: a:b', 0],
  ['- ls', 0],
  ['- a, b,', 0],
  ['- ', 0],
  ['- echo done:', 0],
  ['- https://example.com:', 0],
  ['# Note:', 0],
  ['  # resources:', 0],
  ['  # - name: x', 0],
  ['', 0],
  ['---', 0],
  ['- python a.py \\', 4],
  ['python a.py \\', 2],
  ['    --flag \\', 2],
  ['entrypoint: python \\', 2],
  ['- entrypoint: python \\', 4],
  ['# python \\', 0],
  ['python a.py \\ ', 0],
];

for (const [line, columns] of LINES)
  test(`Enter indents what belongs below the line: ${line}`, () =>
    assert.equal(columnsAfterEnter(line), columns));

/** A line with the cursor at `|`, the line before it, and the columns that what follows then has to its right. */
const WITHIN: readonly (readonly [line: string, previous: string, columns: number])[] = [
  ['  --flag \\|', 'python a.py \\', 0],
  ['  --last|', 'python a.py \\', 0],
  ['python a.py \\|', '# a note \\', 2],
  ['- python |train.py', '', 2],
  ['- echo "|"', '', 2],
  ['- python |-m train', '', 2],
  ['- name: x |y', '', 4],
  ['name: x |y', '', 2],
  ['- ls |- pwd', '', 0],
  ['type: task |name: x', '', 0],
  ['- name: x |path: /a', '', 2],
  ['python |train.py', '', 0],
  ['# a |note', '', 0],
  ['|- ls', '', 0],
  ['  |gpu: 1', 'resources:', 0],
];

for (const [line, previous, columns] of WITHIN)
  test(`Enter within a line: ${line} after ${previous}`, () => {
    const [before = '', after = ''] = line.split('|');
    assert.equal(columnsAfterEnter(before, after, previous), columns);
  });

test('no rule re-indents lines: the indentation of YAML has a meaning, which no pattern of a line knows', () => {
  assert.ok(!('indentationRules' in configuration));
});

table(
  'a double click selects a whole value',
  [
    ['spot_policy: on-demand', 'spot_policy', 'on-demand'],
    ['gpu: A100:24GB..80GB:2', 'gpu', 'A100', '24GB..80GB', '2'],
    ['memory: ..80GB', 'memory', '..80GB'],
    ['model: meta-llama/Llama-3.1-8B', 'model', 'meta-llama/Llama-3.1-8B'],
    ['- "$HF_TOKEN".', 'HF_TOKEN'],
  ] as const,
  ([text, ...words]) => {
    assert.deepEqual(text.match(new RegExp(configuration.wordPattern, 'g')), words, text);
  },
);

test('long lines cost little', () => {
  const { wordPattern, onEnterRules } = configuration;
  const patterns = [
    wordPattern,
    ...onEnterRules.flatMap(({ beforeText, afterText, previousLineText }) =>
      [beforeText, afterText, previousLineText].filter((text) => text !== undefined),
    ),
  ];
  const start = performance.now();
  for (const piece of [
    'a',
    ' ',
    'a: ',
    ': &a ',
    '- ',
    '..',
    '-a',
    '"',
    '[',
    ' #',
    '|',
    '\\\\',
    ',',
    '[,',
  ]) {
    for (const pattern of patterns) new RegExp(pattern).test(piece.repeat(20_000));
  }
  assert.ok(performance.now() - start < 2000);
});
