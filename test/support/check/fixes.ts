import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language/analysis';
import { applyEdits, fixesFor, type Fix } from '../../../server/src/language/fixes';
import type { Problem } from '../../../server/src/language/problem/problem';

/** A text, its first problem, and the text after the first fix. */
export type FixRow = readonly [before: string, code: Problem['code'], after: string];

const URI = 'file:///w/.dstack.yml';

/** All fixes of the first problem with this code. */
export function fixesIn(text: string, code: Problem['code'], uri = URI): readonly Fix[] {
  const analysis = new Analysis({ uri, text });
  const problem = analysis.problems.find((one) => one.code === code);
  const found = analysis.problems.map((one) => `${one.code}: ${one.message}`).join('\n');
  assert.ok(problem, `no ${code} in\n${text}\nbut\n${found}`);
  return fixesFor(analysis, problem);
}

/** Checks the text after the first fix. */
export function checkFix([before, code, after]: FixRow, uri = URI): void {
  const [first] = fixesIn(before, code, uri);
  assert.ok(first, `no fix for ${code} in\n${before}`);
  assert.equal(applyEdits(before, first.edits), after, first.title);
}

/** The text after each of the fixes. */
export function resultsIn(text: string, code: Problem['code']): readonly string[] {
  return fixesIn(text, code).map(({ edits }) => applyEdits(text, edits));
}
