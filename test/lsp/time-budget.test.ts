import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBudget } from '../../server/src/lsp/time-budget';
import { table } from '../support/table';

test('the first attempt begins where the file is not so large that it would end late', () => {
  const now = performance.now();
  assert.ok(!startBudget(now, 400, 500_000)());
  assert.ok(startBudget(now - 100, 400, 300_000)());
  assert.ok(!startBudget(now - 200, 400, 300_000)());
});

table(
  'the first attempt begins where the file is not so large that it would end late',
  [0, 300_000, 400_000],
  (length) => {
    const now = performance.now();
    assert.ok(startBudget(now, 400, length)(), `${length}`);
  },
);

test('no attempt begins that would need more than the remaining time', () => {
  const budget = startBudget(performance.now() - 250, 400);
  assert.ok(!budget(), 'what came before the first attempt has taken 250 of 400 ms');
});
