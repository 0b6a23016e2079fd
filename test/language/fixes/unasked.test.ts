import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis, fixAll } from '../../../server/src/language';
import { UNASKED } from './unasked';
import { yaml } from '../../support/yaml';

for (const [subject, rows] of Object.entries(UNASKED)) {
  for (const [before, after = before] of rows) {
    test(`without asking, ${subject}: ${JSON.stringify(before)}`, () => {
      const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text: before });
      assert.ok(analysis.problems.length > 0, 'there is nothing to fix');
      assert.equal(fixAll(analysis).analysis.source.text, after);
    });
  }
}

test('fixing all says what is left and why', () => {
  const text = yaml`
    type: task
    comands: [x]
    nothing: 1
    max_price: {a: 1}
  `;
  const { fixed, left } = fixAll(new Analysis({ uri: 'file:///w/.dstack.yml', text }));
  assert.deepEqual(
    [fixed, left.map(({ problem, why }) => [problem.code, why])],
    [
      1,
      [
        ['unknown-key', 'decision'],
        ['wrong-type', 'hand'],
      ],
    ],
  );
});
