import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Random } from '../../support/generate/random';
import { fuzz } from '../../../tools/fuzz/engine/loop';
import { dictionary, ownSeeds } from '../../../tools/fuzz/engine/seeds';
import { TARGETS } from '../../../tools/fuzz/targets';
import { endServer } from '../../../tools/fuzz/targets/edits';

// `npm run fuzz` looks for as long as one likes, led by what was reached; here it is a number of runs that are always the same.
const SEED = 1;

after(endServer);

for (const [name, target] of Object.entries(TARGETS)) {
  test(`fuzzing ${name}: nothing is found in ${String(target.inTests)} runs`, async () => {
    const random = new Random(SEED);
    const { findings } = await fuzz(target, {
      seeds: random.sample(ownSeeds(), 400),
      dictionary: dictionary(),
      random,
      isOver: (executions) => executions >= target.inTests,
    });
    assert.deepEqual(
      findings.map(({ text, error }) => [text, String(error)]),
      [],
    );
  });
}
