import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language';
import { AT_A_PLACE, OF_A_DOCUMENT, Subject } from '../support/check/every-feature';
import { HEAD, LISTS, TEXTS, times } from './texts';

/** What a machine takes for parsing an ordinary file of about 1,000 lines; the bounds are multiples of it. */
function unitOfWork(): number {
  const text = `${HEAD}env:\n${times(1000, (i) => `  V${i}: value of ${i}\n`)}`;
  const runs = Array.from({ length: 15 }, () =>
    timeOf(() => new Analysis({ uri: 'file:///u.dstack.yml', text }).problems),
  );
  return runs.sort((a, b) => a - b)[7] ?? 1;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** At least the second that an editor may wait; more where the machine is slow or busy. */
const BOUND = Math.max(1000, unitOfWork() * 150);

for (const [name, text] of Object.entries({ ...TEXTS, ...LISTS })) {
  test(`hostile: ${name}: every request is answered in time`, () => {
    const subject = new Subject({ uri: 'file:///w/.dstack.yml', text });
    const slow: string[] = [];
    const run = (what: string, work: () => unknown) => {
      const time = timeOf(work);
      if (time > BOUND) slow.push(`${what} ${time.toFixed(0)} ms`);
    };
    for (const [what, feature] of Object.entries(OF_A_DOCUMENT)) run(what, () => feature(subject));
    for (const share of [0.0001, 0.5, 1]) {
      const at = subject.alone.tree.lines.position(Math.floor(text.length * share));
      for (const [what, feature] of Object.entries(AT_A_PLACE)) {
        run(`${what} at ${String(share)}`, () => feature(subject, at));
      }
    }
    assert.deepEqual(slow, [], `bound ${BOUND.toFixed(0)} ms`);
  });
}
