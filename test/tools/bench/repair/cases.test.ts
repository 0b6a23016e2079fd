import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../../server/src/language';
import { fixtureSamples, uriOf, type Sample } from '../../../support/oracle/corpus';
import { makeCases } from '../../../../tools/bench/repair/cases';
import { MUTATION_KINDS } from '../../../../tools/bench/repair/mutations';

const COUNT = 200;

const isRight = (text: string, kind: Sample['kind']) =>
  new Analysis({ uri: uriOf(kind), text }).problems.every(({ severity }) => severity !== 'error');

void test('mutations for the repair benchmark: right before, wrong after, each once, of all kinds', () => {
  const cases = makeCases(fixtureSamples('accepted'), COUNT, 1);
  for (const { text, original, kind, name } of cases) {
    assert.ok(isRight(original, kind) && !isRight(text, kind), `${name}:\n${text}`);
  }
  assert.equal(new Set(cases.map(({ text }) => text)).size, cases.length);
  assert.deepEqual(
    [...new Set(cases.map(({ mutation }) => mutation))],
    Object.keys(MUTATION_KINDS),
  );
  assert.ok(cases.length >= COUNT, `only ${cases.length} cases`);
});

void test('mutations for the repair benchmark: the same for the same seed, others for another', () => {
  const texts = (seed: number) =>
    makeCases(fixtureSamples('accepted'), 40, seed).map((one) => one.text);
  assert.deepEqual(texts(1), texts(1));
  assert.notDeepEqual(texts(1), texts(2));
});
