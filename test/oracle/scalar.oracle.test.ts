import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveScalar } from '../../server/src/language/yaml/scalar';
import { askPython, pythonForOracle } from '../support/oracle/python';
import { Random } from '../support/generate/random';
import { normalize, typedScalar } from '../support/oracle/typed-value';
import { randomScalar, SCALAR_TAGS } from '../support/generate/yaml-scalars';

interface Question {
  readonly scalar: string;
  readonly tag?: string;
}

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

const python = pythonForOracle();

void test(
  'scalars are what PyYAML makes of them',
  { skip: python === undefined && 'there is no Python with PyYAML' },
  async (t) => {
    const random = new Random(4);
    const texts = [...new Set(Array.from({ length: 60_000 }, () => randomScalar(random)))];
    const plain = texts.map((scalar) => ({ scalar }));
    // With `!!int`, Python also reads the digits of other scripts, which we do not.
    const tagged = texts
      .filter((text) => !text.includes('１'))
      .slice(0, 10_000)
      .map((scalar) => ({ scalar, tag: random.pick(SCALAR_TAGS) }));
    await t.test(`${plain.length} without a tag`, () => compare(plain, 20_000));
    await t.test(`${tagged.length} with a tag`, () => compare(tagged, 10_000));
  },
);

async function compare(questions: readonly Question[], least: number): Promise<void> {
  assert.ok(questions.length >= least, `only ${questions.length} different texts`);
  const answers = await askPython<Answer>(python ?? '', 'yaml_oracle.py', questions);
  const differences = questions.flatMap(({ scalar, tag }, index) => {
    const answer = answers[index];
    const ours = resolveScalar(scalar, 'plain', tag);
    const value = ours.type === 'error' ? 'refused' : normalize(typedScalar(ours));
    const expected = answer?.ok ? normalize(answer.value) : 'refused';
    return value === expected ? [] : [{ scalar, tag, value, expected }];
  });
  assert.deepEqual(differences, []);
}
