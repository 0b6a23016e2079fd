import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { fixesFor } from '../../../server/src/language/fixes';
import { FIXES } from '../../../server/src/language/fixes/table';
import { PROBLEM_CODES, WORKSPACE_CODES } from '../../../server/src/language/problem/codes';
import { repositoryPath } from '../../support/repository';
import { ROWS } from './table';

test('each problem code has a fix, or a reason why none can be right', () => {
  for (const code of PROBLEM_CODES) {
    const decision = FIXES[code];
    assert.ok(typeof decision === 'function' || /\.$/.test(decision.none), code);
  }
});

const inTables = new Set(Object.values(ROWS).flatMap((rows) => rows.map(([, code]) => code)));
const provided = PROBLEM_CODES.filter((code) => typeof FIXES[code] === 'function');

// What other files have to do with is tested in test/language/workspace/workspace-problem-fixes.test.ts.
const onPages = provided.filter((one) => !inTables.has(one) && !WORKSPACE_CODES.includes(one));

for (const code of onPages) {
  test(`what the page of ${code} shows as wrong has a fix`, () => {
    const page = readFileSync(repositoryPath('docs/problems', `${code}.md`), 'utf8');
    const text = /\n## Wrong\n\n```yaml\n([^]*?\n)```\n/.exec(page)?.[1] ?? '';
    const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
    const fixes = analysis.problems.flatMap((problem) => fixesFor(analysis, problem));
    assert.ok(fixes.length > 0, text);
  });
}
