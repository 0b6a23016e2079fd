import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { fixesFor } from '../../../server/src/language/fixes';
import { decisionAbout } from '../../../server/src/language/fixes/table';
import { PROBLEM_CODES, WORKSPACE_CODES } from '../../../server/src/language/problem/codes';
import { readPage } from '../../support/check/problem-pages';
import { withoutMarks } from '../../support/check/problems';
import { ROWS } from './table';

test('each problem code has a fix, or a reason why none can be right', () => {
  for (const code of PROBLEM_CODES) {
    const decision = decisionAbout(code);
    assert.ok(typeof decision === 'function' || /\.$/.test(decision.none), code);
  }
});

const inTables = new Set(Object.values(ROWS).flatMap((rows) => rows.map(([, code]) => code)));
const provided = PROBLEM_CODES.filter((code) => typeof decisionAbout(code) === 'function');

// What other files have to do with is tested in test/language/workspace/workspace-problem-fixes.test.ts.
const onPages = provided.filter((one) => !inTables.has(one) && !WORKSPACE_CODES.includes(one));

for (const code of onPages) {
  test(`what the page of ${code} shows as wrong has a fix`, () => {
    for (const text of readPage(code).wrong.map(withoutMarks)) {
      const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
      const fixes = analysis.problems.flatMap((problem) => fixesFor(analysis, problem));
      assert.ok(fixes.length > 0, text);
    }
  });
}
