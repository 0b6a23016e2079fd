import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/src/language/yaml/parse';
import type { Tree } from '../../server/src/language/yaml/tree';
import { corpusSamples } from '../support/oracle/corpus';
import { askPython, pythonForOracle } from '../support/oracle/python';
import { Random } from '../support/generate/random';
import { normalize, typedValue } from '../support/oracle/typed-value';
import { MISTAKES, unmarked } from '../support/check/yaml-mistakes';
import {
  HAND_WRITTEN,
  mutateText,
  randomDocument,
  randomPieces,
} from '../support/generate/yaml-texts';

/** What test/oracle/yaml_oracle.py says of a text. */
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: string;
      readonly message: string;
      readonly lines: readonly number[];
    };

/** PyYAML reads `!!str {=: a}` as the text `a`, which is a leftover of YAML 1.0. We refuse the tag. */
const VALUE_KEY = /!!(str|int)\b[^]*=\s*:/;

const python = pythonForOracle();

const files = (corpusSamples() ?? []).map(({ text }) => text);
const seeds = [...HAND_WRITTEN, ...files];

const groups: Readonly<Record<string, readonly string[]>> = {
  'files and hand-written texts': [...seeds, ...MISTAKES.map((one) => unmarked(one).text)],
  'texts with random edits': generate(1, 6000, (random) => mutateText(random.pick(seeds), random)),
  'random documents': generate(2, 4000, randomDocument),
  'random tokens': generate(3, 2000, randomPieces),
};

void test(
  'texts are read as PyYAML reads them',
  { skip: python === undefined && 'there is no Python with PyYAML' },
  async (t) => {
    let located = 0;
    const elsewhere: string[] = [];
    for (const [name, texts] of Object.entries(groups)) {
      await t.test(`${name}: same verdict, same value`, async () => {
        const answers = await askPython<Answer>(
          python ?? '',
          'yaml_oracle.py',
          texts.map((text) => ({ text })),
        );
        const trees = texts.map((text) => parse(text));
        const differences = answers.flatMap((answer, i) => disagreement(trees[i], answer) ?? []);
        assert.deepEqual(differences, []);
        answers.forEach((answer, i) => {
          if (answer.ok || answer.lines.length === 0) return;
          located++;
          const lines = problemLines(trees[i]);
          if (!lines.some((line) => answer.lines.includes(line))) elsewhere.push(texts[i] ?? '');
        });
      });
    }
    // The rest are where we point at the cause: the quote that is not closed, the line without a colon. Without the
    // collection of public files, made-up texts weigh more.
    await t.test('9 of 10 problems are on a line that PyYAML names', () => {
      assert.ok(located > 1000);
      assert.ok(elsewhere.length < 0.1 * located, elsewhere.slice(0, 10).join('\n=====\n'));
    });
  },
);

function generate(
  seed: number,
  length: number,
  next: (random: Random) => string,
): readonly string[] {
  const random = new Random(seed);
  return Array.from({ length }, () => next(random));
}

/** What we and PyYAML say differently of a text; undefined where there is nothing. */
function disagreement(tree: Tree | undefined, answer: Answer): string | undefined {
  assert.ok(tree);
  const errors = tree.problems.filter(({ severity }) => severity === 'error');
  const shown = JSON.stringify(tree.text);
  if (tree.broken !== errors.length > 0) return `${shown}: broken without a problem`;
  if (!answer.ok) return tree.broken ? undefined : `${shown}: PyYAML refuses it: ${answer.message}`;
  const expected = normalize(answer.value);
  if (errors[0]?.code === 'yaml-tag' && VALUE_KEY.test(tree.text)) return undefined;
  if (errors[0]) return `${shown}: ${errors[0].message} PyYAML accepts it as ${expected}`;
  const value = normalize(typedValue(tree.root));
  return value === expected ? undefined : `${shown}: ${value}, in PyYAML ${expected}`;
}

/** Zero-based lines of the errors. PyYAML has more kinds of line breaks than LSP. */
function problemLines(tree: Tree | undefined): readonly number[] {
  assert.ok(tree);
  const errors = tree.problems.filter(({ severity }) => severity === 'error');
  return errors.map(
    ({ span }) => tree.text.slice(0, span.start).split(/\r\n|[\n\r\x85\u2028\u2029]/).length - 1,
  );
}
