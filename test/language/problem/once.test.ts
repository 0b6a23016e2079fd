import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { fixesFor } from '../../../server/src/language/fixes';
import { oncePerLine } from '../../../server/src/language/problem/once';

test('what is told once for several places of a line has the fix of the first', () => {
  const text = 'type: task\ncommands: [ls]\nenv: [A: 1, B: 2]\n';
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
  const [shown, ...others] = oncePerLine(analysis.problems, analysis.tree.lines);
  assert.ok(shown);
  assert.deepEqual(others, []);
  assert.equal(shown.related?.length, 1);
  assert.deepEqual(
    fixesFor(analysis, shown).map(({ title }) => title),
    ['Write `A=1`'],
  );
});
