/**
 * Our verdict against that of the models of older releases of dstack, on real files and on mutations of them; and what
 * completion offers for a release. `npm run test:releases` asks all of them, `npm test` 0.20.29 and one that rotates.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SCHEMAS } from '../../server/src/language/schema';
import { isBefore } from '../../server/src/language/release/version';
import { corpusSamples, fixtureSamples, type Sample } from '../support/oracle/corpus';
import { askModels, RELEASES } from '../support/oracle/releases';
import type { Verdict } from '../support/oracle/ask-dstack';
import { mutate } from '../support/generate/mutate';
import { Random } from '../support/generate/random';
import { errorsOfModels } from '../support/check/release-errors';
import { isExplained } from './release-differences';
import { offersIn } from '../support/generate/release-offers';

const COUNT = Number(process.env['DSTACK_RELEASES_COUNT'] ?? 200);
const SEED = Number(process.env['DSTACK_RELEASES_SEED'] ?? 1);
const FILES = 60;
const SHOWN = 20;

const samples: readonly Sample[] = [...(corpusSamples() ?? []), ...fixtureSamples('accepted')];

/** How much of the files must get the same verdict. */
const agreementOf = (release: string) =>
  !isBefore(release, '0.20.29') ? 1 : isBefore(release, '0.19.0') ? 0.99 : 0.995;

interface Difference {
  readonly kind: 'false alarm' | 'missed';
  readonly text: string;
}

function differences(
  release: string,
  files: readonly Sample[],
  verdicts: readonly Verdict[],
): readonly Difference[] {
  return files.flatMap((file, index): Difference[] => {
    const dstack = verdicts[index];
    const errors = errorsOfModels(file, release);
    if (!dstack || dstack.ok === (errors.length === 0)) return [];
    const [first] = errors;
    if (isExplained(first?.code ?? 'accepted', dstack.ok ? 'accepted' : dstack.error)) return [];
    const said = dstack.ok ? `${first?.code ?? ''}: ${first?.message ?? ''}` : dstack.error;
    return [{ kind: dstack.ok ? 'false alarm' : 'missed', text: `${file.name}: ${said}` }];
  });
}

const skip = RELEASES.length === 0 && 'no older releases; `npm run test:releases` installs them';

test('older releases can be asked', { skip }, () => {
  assert.ok(RELEASES.length > 0);
});

for (const release of RELEASES) {
  describe(`dstack ${release}`, () => {
    test('agrees on real files', async (t) => {
      const verdicts = await askModels(release, samples);
      const found = differences(release, samples, verdicts);
      const share = 1 - found.length / samples.length;
      const alarms = found.filter(({ kind }) => kind === 'false alarm').length;
      t.diagnostic(
        `figure: ${release}, ${samples.length} files: ${(100 * share).toFixed(2)}%, ${alarms} false alarms`,
      );
      assert.ok(share >= agreementOf(release), JSON.stringify(found.slice(0, SHOWN), null, 1));
    });

    test('agrees on mutations', async (t) => {
      const verdicts = await askModels(release, samples);
      const right = samples.filter((_, index) => verdicts[index]?.ok);
      const made = mutations(right);
      const found = differences(release, made, await askModels(release, made));
      const share = 1 - found.length / made.length;
      const alarms = found.filter(({ kind }) => kind === 'false alarm').length;
      t.diagnostic(
        `figure: ${release}, ${made.length} mutations: ${(100 * share).toFixed(2)}%, ${alarms} false alarms`,
      );
      for (const { kind, text } of found) t.diagnostic(`${kind}: ${text.slice(0, 160)}`);
      assert.ok(share >= 0.995, JSON.stringify(found.slice(0, SHOWN), null, 1));
    });

    test('accepts what completion offers for it', async (t) => {
      const verdicts = await askModels(release, samples);
      const right = samples.filter((_, index) => verdicts[index]?.ok);
      const chosen = new Random(SEED).sample(right, FILES);
      const offers = chosen.flatMap((sample) => offersIn(sample, release, new Random(SEED)));
      assert.ok(offers.length > 1000, String(offers.length));
      const answers = await askModels(release, offers);
      const wrong = offers.filter((offer, index) => {
        const answer = answers[index];
        return answer !== undefined && !answer.ok && offer.isRejected(answer);
      });
      t.diagnostic(`figure: ${release}, ${offers.length} items of ${chosen.length} files offered`);
      assert.deepEqual(
        wrong.slice(0, SHOWN).map(({ label, name }) => `${label} in ${name}`),
        [],
      );
    });
  });
}

function mutations(right: readonly Sample[]): readonly Sample[] {
  const random = new Random(SEED);
  const made = new Map<string, Sample>();
  while (made.size < COUNT) {
    const sample = random.pick(right);
    const mutated = mutate(sample.text, SCHEMAS[sample.kind], random);
    if (mutated) made.set(mutated.text, { ...sample, text: mutated.text });
  }
  return [...made.values()];
}
