import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { askDstack } from '../oracle/ask-dstack';
import { table } from '../table';
import { checkProblems, withoutMarks } from './problems';
import { pythonForOracle } from '../oracle/python';

/** Similar files for one rule: those that dstack accepts and those that it rejects, with their problems marked. */
interface Cases {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
  /** Facts outside the file decide about these, so they have only warnings, and dstack is not asked. */
  readonly warned?: readonly string[];
}

export type Table = Readonly<Record<string, Cases>>;

/** Makes a test of each file of each model rule in the table, and one that asks dstack's models about all files. */
export function testRules(rules: Table): void {
  makeTests(rules, false);
}

/** The same for rules of planning, by area; it asks the whole `dstack apply`. */
export function testPlanRules(areas: Readonly<Record<string, Table>>): void {
  const all = Object.entries(areas).flatMap(([area, rules]) =>
    Object.entries(rules).map(([rule, cases]) => [`${area}: ${rule}`, cases] as const),
  );
  makeTests(Object.fromEntries(all), true);
}

function makeTests(rules: Table, plan: boolean): void {
  for (const [rule, { accepted, refused, warned = [] }] of Object.entries(rules)) {
    table(`${rule}, accepted`, accepted, (text) => {
      assert.equal(withoutMarks(text), text, 'what is accepted has no problem');
      checkProblems(text);
    });
    table(`${rule}, rejected`, refused, (text) => {
      assert.notEqual(withoutMarks(text), text, 'what is rejected has a problem');
      checkProblems(text);
      assert.ok(severities(text).includes('error'), text);
    });
    table(`${rule}, with a warning`, warned, (text) => {
      checkProblems(text);
      assert.deepEqual([...new Set(severities(text))], ['warning'], text);
    });
  }
  test('dstack agrees', async (t) => {
    const python = pythonForOracle();
    if (python === undefined) return t.skip('no Python with dstack');
    const cases = Object.values(rules).flatMap(({ accepted, refused }) => [
      ...accepted.map((text) => ({ text, ok: true })),
      ...refused.map((text) => ({ text: withoutMarks(text), ok: false })),
    ]);
    const questions = cases.map(({ text }) => ({ text, kind: kindOf(text), plan }));
    const verdicts = await askDstack(python, questions);
    cases.forEach(({ text, ok }, index) => assert.equal(verdicts[index]?.ok, ok, text));
  });
}

function severities(marked: string): readonly string[] {
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text: withoutMarks(marked) });
  // Rules make errors and warnings; an older name of a property has a hint.
  return analysis.problems.flatMap(({ severity }) => (severity === 'hint' ? [] : severity));
}

function kindOf(text: string): 'profiles' | 'configuration' {
  return /^type:/m.test(text) ? 'configuration' : 'profiles';
}
