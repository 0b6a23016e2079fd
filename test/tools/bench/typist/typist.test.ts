import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestClient } from '../../../support/server/client';
import { fixtureSamples, type Sample } from '../../../support/oracle/corpus';
import { EXTENSION_OPTIONS } from '../../../../tools/bench/servers';
import { CLIENT } from '../../../../tools/bench/session';
import { Desk } from '../../../../tools/bench/typist/desk';
import { typeLines } from '../../../../tools/bench/typist/lines';
import { describe } from '../../../../tools/bench/typist/report';
import { lineCount, typeOf } from '../../../../tools/bench/typist/samples';
import { typeFile } from '../../../../tools/bench/typist/whole-files';

/** Of each configuration type the shortest and the longest file of the repository. */
const SAMPLES = chosen();

/** How many keys late answers come. */
const DELAYS = [0, 1, 2, 'mixed'] as const;

/** How often a line is typed, each time with other delays. */
const TIMES = 20;

let client: TestClient;
let desk: Desk;

before(async () => {
  client = await TestClient.start(CLIENT, undefined, undefined, EXTENSION_OPTIONS);
  desk = await Desk.at(client.connection, client.initialized.capabilities, 'dstack');
});

after(() => {
  client.dispose();
});

for (const delay of DELAYS)
  test(`Enter at the end of a line is a new line, answers ${String(delay)} keys late`, async () => {
    assert.ok(lineCount(SAMPLES) >= 150, String(lineCount(SAMPLES)));
    const changed: string[] = [];
    for (const sample of SAMPLES)
      for (const { slip } of await typeLines(sample, desk, delay))
        if (slip) changed.push(`${sample.name}:${String(slip.line + 1)} ${describe(slip)}`);
    assert.deepEqual(changed, []);
  });

/** Values within which the editor asks again. */
for (const line of [
  'python: 3.11',
  'max_price: 0.5',
  'image: a/b:c.d',
  'working_dir: /a/b',
  'user: 1000:1000',
  'resources: {gpu: MI300X:8}',
  'registry_auth: {username: "$oauthtoken", password: "${{ env.NGC_API_KEY }}"}',
])
  test(`Enter is a new line after ${line}, however late answers come`, async () => {
    const text = 'type: task\ncommands: [x]\n';
    const sample: Sample = { name: line, kind: 'configuration', text: `${text}${line}\n` };
    for (let times = 0; times < TIMES; times++) {
      const slips = (await typeLines(sample, desk, 'mixed')).flatMap(({ slip }) => slip ?? []);
      assert.deepEqual(slips.map(describe), []);
    }
  });

for (const completeKeys of [false, true])
  test(`files are written as they are meant${completeKeys ? ', keys completed by Tab' : ''}`, async () => {
    for (const sample of SAMPLES) {
      const { isEqual, completed } = await typeFile(sample, desk, 0, completeKeys);
      assert.ok(isEqual, sample.name);
      assert.equal(completed > 0, completeKeys, sample.name);
    }
  });

function chosen(): Sample[] {
  const byType = new Map<string, Sample[]>();
  for (const sample of fixtureSamples('accepted'))
    byType.set(typeOf(sample), [...(byType.get(typeOf(sample)) ?? []), sample]);
  return [...byType.values()].flatMap((samples) => {
    const sorted = samples.sort((a, b) => a.text.length - b.text.length);
    return [...new Set([sorted[0], sorted.at(-1)])].filter((sample) => sample !== undefined);
  });
}
