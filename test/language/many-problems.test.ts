import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language/analysis';
import { fixesFor } from '../../server/src/language/fixes';
import { table } from '../support/table';

/** A task with so many variables that have spaces around their `=`. */
function withProblems(count: number): Analysis {
  const items = Array.from({ length: count }, (_, index) => `  - A${String(index)} = 1\n`);
  const text = `type: task\ncommands: [ls]\nenv:\n${items.join('')}`;
  return new Analysis({ uri: 'file:///.dstack.yml', text });
}

table(
  'problems after the first 200 are counted',
  [
    [200, undefined],
    [201, '200 problems are listed, and 1 more is not.'],
    [250, '200 problems are listed, and 50 more are not.'],
  ] as const,
  ([count, message]) => {
    const { problems } = withProblems(count);
    const last = problems.filter(({ code }) => code === 'file-too-large');
    assert.deepEqual(
      last.map((one) => one.message),
      message === undefined ? [] : [message],
    );
    assert.equal(problems.length, Math.min(count, 200) + last.length);
  },
);

// More than 1,000 mistakes of structure are not found at all.
table('problems keep their fixes, however many there are', [200, 201, 1200], (count) => {
  const analysis = withProblems(count);
  for (const index of [0, 100, 199]) {
    const problem = analysis.problems[index];
    assert.ok(problem);
    assert.ok(fixesFor(analysis, problem).length > 0, problem.message);
  }
});

test('a fix that brings a problem is not offered among very many either', () => {
  const analysis = withProblems(1200);
  const problem = analysis.problems[0];
  assert.ok(problem);
  for (const { edits } of fixesFor(analysis, problem)) {
    const { allProblems } = analysis.edited(edits);
    assert.ok(!allProblems.some(({ span }) => span.start === problem.span.start));
  }
});
