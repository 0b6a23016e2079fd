import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { connect, live, noted, OLDER_STANDS, type Stand } from './stand';
import { submit, until } from './submit';

const TASK = {
  type: 'task',
  name: 'counting',
  commands: ['for i in $(seq 1 20); do echo "line $i"; done'],
  fleets: ['onprem'],
};

const planInput = (more: object) => ({
  type: 'task',
  name: 'train',
  configuration: { type: 'task', name: 'train', commands: ['true'], fleets: ['cloud'], ...more },
  profile: null,
  left: [],
});

describe('servers of older releases', { concurrency: true }, () => {
  for (const [release, stand] of OLDER_STANDS)
    describe(`dstack ${release}`, () => testsOf(release, stand));
});

function testsOf(release: string, stand: Stand): void {
  const connected = (token = stand.token) => connect(token, stand.project, stand.url);
  const textOf = async (more: object) => {
    const { server } = await connected();
    const report = noted(await live.reportOf(server, planInput(more)));
    return live
      .planLines(report, '')
      .map(({ text }) => text)
      .join('\n');
  };

  test('it is asked in its own terms', async () => {
    const { server, requests } = await connected();
    assert.deepEqual([server.version, requests.apiVersion], [release, release]);
  });

  test('the facts have the names of the project', async () => {
    const { server } = await connected();
    const facts = noted(await live.factsOf(server, '10:42'));
    const names = (list: readonly { readonly name: string }[] | undefined) =>
      list?.map(({ name }) => name).sort();
    assert.deepEqual(names(facts.backends), ['aws']);
    assert.deepEqual(names(facts.fleets), ['cloud', 'onprem']);
    assert.deepEqual(names(facts.volumes), ['data']);
    assert.deepEqual(names(facts.gateways), ['gw']);
    assert.deepEqual(facts.secrets, ['hf_token']);
    assert.equal(facts.gpus?.find(({ name }) => name === 'A10G')?.perGpu.min, 0.3521);
    assert.ok(await server.newestEvent((await server.about()).id ?? ''));
  });

  test('a plain member has no secrets', async () => {
    const { server } = await connected(stand.memberToken);
    assert.equal(noted(await live.factsOf(server, '')).secrets, undefined);
  });

  test('a plan has prices, or why there are none', async () => {
    const gpu = { resources: { gpu: '16GB..' } };
    assert.match(await textOf(gpu), /16 offers, \$0\.526 to \$108\.15 per hour/);
    assert.match(await textOf({ ...gpu, max_price: 0.1 }), /- Without `max_price`: 16 offers from/);
    assert.match(await textOf({ fleets: ['nowhere'] }), /The project has no fleet `nowhere`\./);
    assert.match(await textOf({ resources: { gpux: 1 } }), /\n {2}resources\.gpux: /);
  });

  test('a run is listed, and its log is followed to the end', async () => {
    const { server } = await connected();
    await submit(TASK, stand);
    const run = await until(
      () => server.run('counting'),
      ({ state }) => state === 'done',
    );
    assert.equal(run.status, 'exited (0)');
    assert.deepEqual(
      noted(await server.runs()).map(({ name, state, type }) => [name, state, type]),
      [['counting', 'done', 'task']],
    );
    const reader = new live.LogReader(server, 'counting', run.jobs[0]?.submission ?? '');
    let text = '';
    for (let tries = 0; tries < 20 && !text.includes('line 20'); tries++) {
      for (const { bytes } of await reader.look()) text += Buffer.from(bytes).toString();
      await sleep(500);
    }
    assert.deepEqual(
      text.trim().split('\n'),
      Array.from({ length: 20 }, (_, index) => `line ${String(index + 1)}`),
    );
  });
}
