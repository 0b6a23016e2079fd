import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askDstack } from './oracle';
import { checkProblems, withoutMarks } from './problems';
import { pythonForOracle } from './python';

/** Files for one rule, close to each other: those that dstack takes and those that it refuses, with their problems marked. */
interface Cases {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

/** Makes a test of each rule in the table, and one that asks the real dstack about all of the files. */
export function testRules(table: Readonly<Record<string, Cases>>): void {
  for (const [rule, { accepted, refused }] of Object.entries(table)) {
    test(rule, () => {
      for (const text of accepted) {
        assert.equal(withoutMarks(text), text, 'what is accepted has no problem');
        checkProblems(text);
      }
      for (const text of refused) {
        assert.notEqual(withoutMarks(text), text, 'what is refused has a problem');
        checkProblems(text);
      }
    });
  }
  test('dstack agrees', async (t) => {
    const python = pythonForOracle();
    if (python === undefined) return t.skip('no Python with dstack');
    const cases = Object.values(table).flatMap(({ accepted, refused }) => [
      ...accepted.map((text) => ({ text, ok: true })),
      ...refused.map((text) => ({ text: withoutMarks(text), ok: false })),
    ]);
    const questions = cases.map(({ text }) => ({ text, kind: kindOf(text), plan: false }));
    const verdicts = await askDstack(python, questions);
    cases.forEach(({ text, ok }, index) => assert.equal(verdicts[index]?.ok, ok, text));
  });
}

function kindOf(text: string): 'profiles' | 'configuration' {
  return /^type:/m.test(text) ? 'configuration' : 'profiles';
}
