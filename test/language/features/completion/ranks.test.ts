import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../../server/src/language/analysis';
import { rankOurs } from '../../../../tools/bench/authoring/ours';
import { momentsOf } from '../../../../tools/bench/authoring/replay';
import { missedGoals, percent, table } from '../../../../tools/bench/authoring/tally';
import { corpusSamples, fixtureSamples, uriOf } from '../../../support/oracle/corpus';

/** Every so many files of the corpus are replayed. */
const STEP = 12;

test('what the authors of real files wrote is offered, and comes first', (context) => {
  const chosen = (corpusSamples() ?? []).filter((_, index) => index % STEP === 0);
  const samples = [...chosen, ...fixtureSamples('accepted')].filter(({ kind, text }) => {
    const { problems } = new Analysis({ uri: uriOf(kind), text });
    return problems.every(({ severity }) => severity !== 'error');
  });
  const results = samples.flatMap(momentsOf).map(rankOurs);
  const rows = table(results);
  for (const name of ['key 0', 'key 2', 'value 1']) {
    const { count = 0, first = 0, firstThree = 0 } = rows.get(name) ?? {};
    context.diagnostic(
      `figure: ${name} of ${String(count)}: first ${percent(first)}, in the first three ${percent(firstThree)}`,
    );
  }
  const absent = results.filter(({ rank }) => rank === undefined).slice(0, 10);
  const places = absent.map(
    ({ moment: { sample, wanted, typed, where, text, offset } }) =>
      `${sample.name}: ${wanted} ${String(typed)} ${where}\n${text.slice(Math.max(0, offset - 200), offset)}$0`,
  );
  assert.deepEqual(missedGoals(rows), [], places.join('\n---\n'));
});
