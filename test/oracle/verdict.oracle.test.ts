/**
 * Our verdict against that of the real dstack, on our own files, on real ones and on thousands of made ones.
 * `npm run verdict` writes what differs to a file, grouped by cause.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { before, describe, test, type TestContext } from 'node:test';
import { corpusSamples, fixtureSamples, type Sample } from '../support/oracle/corpus';
import { askDstack } from '../support/oracle/ask-dstack';
import { pythonForOracle } from '../support/oracle/python';
import { everyCase, isSingleMutation, makeCases, type Case } from './cases';
import { compare, disagreement, isOnNamedLine, type Disagreement, type Outcome } from './compare';
import { isKnown, knownDifferences } from './known-differences';
import { describe as describeOutcome, groupedReport } from './report';

const COUNT = Number(process.env['DSTACK_VERDICT_COUNT'] ?? 6000);
const SEED = Number(process.env['DSTACK_VERDICT_SEED'] ?? 1);
/** Instead of a number of made files, each value at every place and each pair of properties. */
const EVERY = process.env['DSTACK_VERDICT_EVERY'] === 'true';
const REPORT = process.env['DSTACK_VERDICT_OUT'];
const SHOWN = 20;

const python = pythonForOracle();
const skip = python === undefined && 'there is no Python with dstack; `npm test` makes one';

describe('verdict', { skip }, () => {
  let written: readonly Outcome[] = [];
  let corpus: readonly Outcome[] | undefined;
  let made: readonly Outcome[] = [];

  before(async () => {
    written = await outcomes(
      asCases([...fixtureSamples('accepted'), ...fixtureSamples('refused')]),
    );
    const real = corpusSamples();
    corpus = real && (await outcomes(asCases(real)));
    const right = [...written, ...(corpus ?? [])].filter(({ dstack }) => dstack.ok);
    const samples = right.map(({ file }) => file);
    made = await outcomes(EVERY ? everyCase(SEED) : makeCases(samples, COUNT, SEED));
    if (REPORT !== undefined) {
      const all = [...written, ...(corpus ?? []), ...made];
      writeFileSync(REPORT, groupedReport(all.filter((one) => disagreement(one) !== undefined)));
    }
  });

  test('dstack accepts test/fixtures/accepted and refuses test/fixtures/refused', () => {
    for (const { file, dstack } of written) {
      assert.equal(
        dstack.ok,
        file.name.startsWith('accepted'),
        `${file.name} ${JSON.stringify(dstack)}`,
      );
    }
  });

  test('agrees on our own files', (t) => {
    assertAgreement(t, 'own files', written, 1);
  });

  test('agrees on public files', (t) => {
    if (corpus) assertAgreement(t, 'public files', corpus, 1);
    else t.skip('the collection ../shared/corpus is not here');
  });

  test('agrees on made files', (t) => {
    assertAgreement(t, 'made files', made, 0.998);
  });

  test('finds nothing wrong with what dstack accepts', (t) => {
    assertNone(t, [...written, ...(corpus ?? []), ...made], ['false alarm', 'thrown']);
  });

  test('misses nothing that dstack refuses', (t) => {
    assertNone(t, [...written, ...(corpus ?? []), ...made], ['missed']);
  });

  test('puts a problem on a line that dstack names', (t) => {
    const located = [...written, ...(corpus ?? []), ...made].filter(
      (outcome) => isOnNamedLine(outcome) !== undefined,
    );
    const wrong = located.filter((outcome) => isOnNamedLine(outcome) === false);
    const share = 1 - wrong.length / located.length;
    figure(t, `on a line that dstack names: ${percent(share)} of ${located.length} refused files`);
    assert.ok(share >= 0.99, readable(wrong));
  });

  test('gives one problem for one mistake', (t) => {
    const single = made.filter(
      ({ file, dstack, errors }) => isSingleMutation(file) && !dstack.ok && errors.length > 0,
    );
    if (single.length === 0) return t.skip('no made file is a mutation');
    const counts = single.map(({ errors }) => errors.length).sort((a, b) => a - b);
    const [median, p95] = [0.5, 0.95].map(
      (share) => counts[Math.floor(share * counts.length)] ?? 0,
    );
    figure(t, `problems a mutation: median ${median}, 95th percentile ${p95}, of ${counts.length}`);
    const many = single.filter(({ errors }) => errors.length > 2);
    assert.ok(median === 1 && p95 !== undefined && p95 <= 2, readable(many));
  });

  async function outcomes(cases: readonly Case[]): Promise<readonly Outcome[]> {
    assert.ok(python);
    const verdicts = await askDstack(
      python,
      cases.map(({ text, kind }) => ({ text, kind, plan: true })),
    );
    return cases.flatMap((file, index) => {
      const dstack = verdicts[index];
      return dstack ? [compare(file, dstack)] : [];
    });
  }
});

function asCases(samples: readonly Sample[]): readonly Case[] {
  return samples.map((sample) => ({ ...sample, origin: 'written' }));
}

function assertAgreement(
  t: TestContext,
  name: string,
  outcomes: readonly Outcome[],
  least: number,
) {
  const wrong = outcomes.filter((outcome) => {
    const kind = disagreement(outcome);
    return kind !== undefined && kind !== 'wrong line';
  });
  const share = 1 - wrong.length / outcomes.length;
  const refused = outcomes.filter(({ dstack }) => !dstack.ok);
  const atPlan = refused.filter(({ dstack }) => !dstack.ok && /plan|submit/.test(dstack.stage));
  figure(
    t,
    `${name}: the same verdict on ${percent(share)} of ${outcomes.length}, of which dstack refuses ${refused.length}, ${atPlan.length} of them at planning`,
  );
  assert.ok(outcomes.length > 0, 'there are no files');
  assert.ok(share >= least, readable(wrong));
}

function assertNone(t: TestContext, outcomes: readonly Outcome[], kinds: readonly Disagreement[]) {
  const known = knownDifferences();
  const wrong = outcomes.filter((outcome) => {
    const kind = disagreement(outcome);
    return kind !== undefined && kinds.includes(kind) && !isKnown(outcome, known);
  });
  figure(t, `${kinds.join(', ')}: ${wrong.length} that known-differences.md does not list`);
  assert.equal(wrong.length, 0, readable(wrong));
}

function readable(outcomes: readonly Outcome[]): string {
  const shortest = [...outcomes].sort((a, b) => a.file.text.length - b.file.text.length);
  const shown = shortest.slice(0, SHOWN).map(describeOutcome);
  return `${outcomes.length} differ, for example:\n\n${shown.join('\n\n')}\n`;
}

/** The reporter of `npm test` prints these. */
function figure(t: TestContext, text: string): void {
  t.diagnostic(`figure: ${text}`);
}

function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`;
}
