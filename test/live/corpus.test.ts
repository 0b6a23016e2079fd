import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis, planInput } from '../../server/src/language';
import { corpusSamples, fixtureSamples, uriOf } from '../support/oracle/corpus';
import { connect, live } from './stand';

const RUNS = ['task', 'service', 'dev-environment'];

/** Of the files that were collected, one of so many is tried in `npm test`; `npm run live -- corpus` tries all. */
const STEP = process.env['DSTACK_WHOLE'] === undefined ? 12 : 1;

const collected = (corpusSamples() ?? []).filter((_, index) => index % STEP === 0);
const samples = [...fixtureSamples('accepted'), ...collected];

test('the server never calls a run invalid that is accepted here', async (t) => {
  const { server } = await connect();
  const outcomes = new Map<string, number>();
  const invalid: string[] = [];
  const plan = async ({ name, text, kind }: (typeof samples)[number]) => {
    const input = planInput(new Analysis({ uri: uriOf(kind), text }));
    if (!input || !RUNS.includes(input.type)) return;
    const { configuration } = input;
    // For this image it asks no registry.
    const image = configuration['image'] == null ? {} : { image: 'scratch' };
    let outcome = 'planned';
    try {
      await server.plan({ ...input, configuration: { ...configuration, ...image } }, 1);
    } catch (error) {
      assert.ok(error instanceof live.LiveFailure, String(error));
      outcome = error.kind;
      if (outcome === 'invalid') invalid.push(`${name}: ${JSON.stringify(error.places)}`);
      else if (outcome !== 'rejected') invalid.push(`${name}: ${error.message}`);
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  for (const sample of samples) await plan(sample);
  const words = [...outcomes].map(([outcome, count]) => `${String(count)} ${outcome}`).join(', ');
  t.diagnostic(`figure: plans of ${String(samples.length)} real files: ${words}`);
  assert.deepEqual(invalid, []);
  assert.ok((outcomes.get('planned') ?? 0) > 20, words);
});
