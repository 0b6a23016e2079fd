import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SecondServer } from './second-server';
import { connect, live, noted, STAND } from './stand';

const PLAN = {
  type: 'task',
  name: null,
  configuration: { type: 'task', commands: ['true'] },
  profile: null,
  left: [],
};

const STATES = [
  'pending',
  'submitted',
  'provisioning',
  'running',
  'terminating',
  'terminated',
  'failed',
  'done',
];

test('a server in which nothing moves', async (t) => {
  const second = await SecondServer.start('frozen');
  after(() => second.kill());

  await t.test('runs of all eight states are listed', async () => {
    second.addStates();
    const { server } = await connect(STAND.token, 'main', second.url);
    const runs = noted(await server.runs());
    const found = new Map(runs.map((run) => [run.state as string, run]));
    assert.deepEqual([...found.keys()].sort(), [...STATES].sort());
    for (const state of STATES) assert.equal(found.get(state)?.name, `run-${state}`);
    assert.equal(found.get('done')?.status, 'exited (0)');
    assert.equal(found.get('provisioning')?.status, 'pulling');
    // The factories make runs that end before they begin.
    assert.ok(runs.every(({ cost }) => cost === undefined || cost >= 0));
  });

  await t.test('it is killed, and comes back', async () => {
    const { server, requests } = await connect(STAND.token, 'main', second.url);
    assert.equal((await server.runs()).length, 8);
    await second.kill();
    await assert.rejects(server.runs(), { kind: 'unreachable' });
    await assert.rejects(live.reportOf(server, PLAN), { kind: 'unreachable' });
    await second.start();
    assert.equal((await server.runs()).length, 8);
    requests.close();
    await assert.rejects(server.runs(), { kind: 'closed' });
  });
});
