/**
 * Our verdict against that of the models of older releases of dstack, on real files and on mutations of them; and what
 * completion offers for a release. `npm run test:releases` asks all of them, `npm test` 0.20.29 and one that rotates.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SCHEMAS } from '../../server/src/language/schema';
import { isBefore, isUnknownRelease } from '../../server/src/language/release/version';
import { corpusSamples, fixtureSamples, type Sample } from '../support/oracle/corpus';
import { askModels, RELEASES } from '../support/oracle/releases';
import { askPython, pythonForOracle } from '../support/oracle/python';
import { DSTACK_VERSION } from '../../server/src/language/schema/dstack-version';
import type { Verdict } from '../support/oracle/ask-dstack';
import { mutate } from '../support/generate/mutate';
import { Random } from '../support/generate/random';
import { errorsOfModels, hasErrors } from '../support/check/release-errors';
import { isExplained } from './release-differences';
import { isAbout, offersIn, type OfferedFile } from '../support/generate/release-offers';

const COUNT = Number(process.env['DSTACK_RELEASES_COUNT'] ?? 200);
const SEED = Number(process.env['DSTACK_RELEASES_SEED'] ?? 1);
/** Files whose suggestions are asked: 60 for 2,000 mutations. */
const FILES = Math.ceil(COUNT * 0.03);
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
  asked: string,
  files: readonly Sample[],
  verdicts: readonly Verdict[],
): readonly Difference[] {
  // What a release brings that is not known here shows beside the newest that is.
  const release = isUnknownRelease(asked) ? DSTACK_VERSION : asked;
  return files.flatMap((file, index): Difference[] => {
    const dstack = verdicts[index];
    const [first] = errorsOfModels(file, release);
    if (!dstack || dstack.ok === (first === undefined)) return [];
    // What planning rejects in our opinion may be in the models of an older release.
    if (!dstack.ok && hasErrors(file, release)) return [];
    const ours = first ? `${first.code}: ${first.message}` : 'accepted';
    const said = dstack.ok ? 'accepted' : dstack.error;
    if (isExplained(ours, said)) return [];
    return [
      {
        kind: dstack.ok ? 'false alarm' : 'missed',
        text: `${file.name}: ${dstack.ok ? ours : said}`,
      },
    ];
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
      assert.ok(offers.length > 50 * FILES, String(offers.length));
      const answers = await askModels(release, offers);
      const rejected = offers.flatMap((offer, index): Rejected[] => {
        const answer = answers[index];
        return !answer || answer.ok ? [] : [{ offer, answer }];
      });
      const isWrong = await wrongIn(release, rejected);
      t.diagnostic(`figure: ${release}, ${offers.length} items of ${chosen.length} files offered`);
      assert.deepEqual(
        rejected
          .filter(isWrong)
          .slice(0, SHOWN)
          .map(({ offer, answer }) => `${offer.label} in ${offer.name}: ${answer.error}`),
        [],
      );
    });
  });
}

interface Rejected {
  readonly offer: OfferedFile;
  readonly answer: Exclude<Verdict, { ok: true }>;
}

/** Whether an item should not have been offered: the rejection is about it, or the newest release accepts the file. */
async function wrongIn(
  release: string,
  rejected: readonly Rejected[],
): Promise<(one: Rejected) => boolean> {
  const others = rejected.filter(({ offer, answer }) => !isAbout(offer, answer));
  const python = pythonForOracle();
  if (python === undefined || release === DSTACK_VERSION) return (one) => !others.includes(one);
  const questions = others.map(({ offer: { text, kind } }) => ({ text, kind, plan: false }));
  const newest = await askPython<Verdict>(python, 'verdict.py', questions);
  const excused = new Set(others.filter((_, index) => newest[index]?.ok === false));
  return (one) => !excused.has(one);
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
