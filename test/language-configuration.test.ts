import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { repositoryPath } from './support/repository';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly indentationRules: Readonly<
    Record<'increaseIndentPattern' | 'decreaseIndentPattern', string>
  >;
  readonly onEnterRules: readonly EnterRule[];
}

const configuration = JSON.parse(
  readFileSync(repositoryPath('language-configuration.json'), 'utf8'),
) as LanguageConfiguration;

/** Columns that Enter at the end of a line moves the next one to the right: as VS Code reads the first rule that fits. */
function columnsAfterEnter(line: string): number {
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(line) && (!afterText || new RegExp(afterText).test('')),
  );
  if (!rule) return 0;
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
  ['- metrics: [', 0],
  ['- { name: x }', 0],
  ['name: x', 0],
  ['image: a:b', 0],
  ['- ls', 0],
  ['- echo done:', 0],
  ['- https://example.com:', 0],
  ['# Note:', 0],
  ['  # resources:', 0],
  ['', 0],
];

test('Enter indents what belongs below the line', () => {
  for (const [line, columns] of LINES) assert.equal(columnsAfterEnter(line), columns, line);
});

test('the indentation rules agree with Enter', () => {
  const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
  const complete = LINES.filter(([line]) => !/^\s*- \S+: [^|]/.test(line));
  for (const [line, columns] of complete) assert.equal(increase.test(line), columns > 0, line);
  const decrease = new RegExp(configuration.indentationRules.decreaseIndentPattern);
  for (const [line, expected] of [
    ['  ]', true],
    ['  },', true],
    [']', false],
    ['  - ]x', false],
  ] as const) {
    assert.equal(decrease.test(line), expected, line);
  }
});

test('a double click takes a whole value', () => {
  for (const [text, ...words] of [
    ['spot_policy: on-demand', 'spot_policy', 'on-demand'],
    ['gpu: A100:24GB..80GB:2', 'gpu', 'A100', '24GB..80GB', '2'],
    ['memory: ..80GB', 'memory', '..80GB'],
    ['model: meta-llama/Llama-3.1-8B', 'model', 'meta-llama/Llama-3.1-8B'],
    ['- "$HF_TOKEN".', 'HF_TOKEN'],
  ] as const) {
    assert.deepEqual(text.match(new RegExp(configuration.wordPattern, 'g')), words, text);
  }
});

test('long lines take no time', () => {
  const { wordPattern, indentationRules, onEnterRules } = configuration;
  const patterns = [
    wordPattern,
    ...Object.values(indentationRules),
    ...onEnterRules.map(({ beforeText }) => beforeText),
  ];
  const start = performance.now();
  for (const piece of ['a', ' ', 'a: ', ': &a ', '- ', '..', '-a', '"', '[', ' #', '|']) {
    for (const pattern of patterns) new RegExp(pattern).test(piece.repeat(20_000));
  }
  assert.ok(performance.now() - start < 2000);
});
