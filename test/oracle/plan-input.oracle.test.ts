/** The real dstack accepts what a client gets to plan a file that dstack accepts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis, planInput } from '../../server/src/language';
import { askDstack } from '../support/oracle/ask-dstack';
import { corpusSamples, fixtureSamples, uriOf, type Sample } from '../support/oracle/corpus';
import { pythonForOracle } from '../support/oracle/python';

const python = pythonForOracle();
const skip = python === undefined && 'there is no Python with dstack; `npm test` makes one';

/** The plans of samples that have one, as questions. */
function questions(samples: readonly Sample[]) {
  return samples.flatMap(({ name, text, kind }) => {
    const input = planInput(new Analysis({ uri: uriOf(kind), text }));
    // JSON is YAML.
    const asked = input && JSON.stringify(input.configuration);
    return asked === undefined ? [] : [{ name, text: asked, kind, plan: false }];
  });
}

async function refused(samples: readonly Sample[]): Promise<readonly string[]> {
  const asked = questions(samples);
  assert.ok(asked.length > 20);
  const verdicts = await askDstack(python ?? '', asked);
  return verdicts.flatMap((verdict, index) =>
    verdict.ok ? [] : `${asked[index]?.name ?? ''}: ${verdict.error}`,
  );
}

test('dstack accepts the plans of the fixtures', { skip }, async () => {
  assert.deepEqual(await refused(fixtureSamples('accepted')), []);
});

test('dstack accepts the plans of public files', { skip }, async (t) => {
  const samples = corpusSamples();
  if (!samples) return t.skip('the collection ../shared/corpus is not here');
  assert.deepEqual(await refused(samples), []);
});
