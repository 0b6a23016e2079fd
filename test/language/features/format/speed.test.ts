import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../../server/src/language/analysis';
import { formatDocument } from '../../../../server/src/language/features/format';
import { KEEP } from '../../../support/check/format';
import { within } from '../../../support/check/within';

/** Milliseconds to format a text of `count` pieces, without reading it. The best of three, for a busy machine. */
function timeOf(count: number): number {
  const piece = '- a:  [1,2]\n  # c\n  b: |\n      x\n  # d\n\n';
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text: piece.repeat(count) });
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    assert.ok(
      formatDocument(within(analysis, { settings: { format: KEEP } }), { options: { tabSize: 2 } })
        .length >= count,
    );
    return performance.now() - start;
  });
  return Math.min(...times);
}

void test('formatting needs linear time', () => {
  timeOf(200);
  const [small, large] = [timeOf(500), timeOf(4000)];
  assert.ok(large < 24 * small, `${small} ms and ${large} ms for eight times as much`);
});
