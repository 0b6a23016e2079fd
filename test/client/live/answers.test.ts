import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestEventIn } from '../../../client/src/live/answers/events';
import { fleetsIn } from '../../../client/src/live/answers/fleets';
import { gatewaysIn } from '../../../client/src/live/answers/gateways';
import { gpusIn } from '../../../client/src/live/answers/gpus';
import { logPageIn } from '../../../client/src/live/answers/logs';
import { planIn } from '../../../client/src/live/answers/plan';
import { projectIn } from '../../../client/src/live/answers/project';
import { projectsIn } from '../../../client/src/live/answers/projects';
import { runIn } from '../../../client/src/live/answers/run';
import { secretsIn } from '../../../client/src/live/answers/secrets';
import { serverVersionIn } from '../../../client/src/live/answers/server-info';
import { volumesIn } from '../../../client/src/live/answers/volumes';
import { recorded } from './recorded';

test('the release of a server', () => {
  assert.equal(serverVersionIn(recorded('server-get_info')), '0.22.5');
  assert.equal(serverVersionIn({ server_version: '0.22.6rc1' }), '0.22.6rc1');
  assert.equal(serverVersionIn({ server_version: '../0.22.5' }), undefined);
  assert.equal(serverVersionIn({ server_version: null }), undefined);
});

test('projects, and one with its backends', () => {
  assert.deepEqual(projectsIn(recorded('projects-list')), ['main', 'second']);
  assert.deepEqual(projectIn(recorded('project-get')), {
    id: '4f666d6b-33d3-44ba-90cc-1afa9ed1e12b',
    backends: [{ name: 'aws', regions: ['us-east-1', 'eu-west-1'] }],
  });
});

test('a plan with offers, cheapest first', () => {
  const { action, jobs, current, changes } = planIn(recorded('runs-get_plan'));
  assert.deepEqual([action, current, changes], ['create', undefined, []]);
  const [job] = jobs;
  assert.equal(jobs.length, 1);
  assert.equal(job?.group, undefined);
  assert.equal(job?.total, 16);
  assert.deepEqual(job?.offers[0], {
    backend: 'aws',
    region: 'us-east-1',
    instance: 'g4dn.xlarge',
    resources: '4 CPU, 16GB, T4:16GB:1',
    spot: false,
    price: 0.526,
    isIdle: false,
  });
  const prices = job?.offers.map(({ price }) => price) ?? [];
  assert.deepEqual(
    prices,
    [...prices].sort((a, b) => a - b),
  );
});

test('a plan without offers', () => {
  const [job] = planIn(recorded('runs-get_plan-no-offers')).jobs;
  assert.deepEqual([job?.total, job?.offers], [0, []]);
});

test('a plan that updates says what changes', () => {
  const { action, current, changes } = planIn(recorded('runs-get_plan-update'));
  assert.equal(action, 'update');
  assert.equal(current?.state, 'running');
  assert.ok(changes.every(({ before, after }) => before !== after));
});

test('a run that failed says why', () => {
  const run = runIn(recorded('runs-get-failed'));
  assert.equal(run?.name, 'failing');
  assert.equal(run?.state, 'failed');
  assert.equal(run?.status, 'exited (3)');
  assert.equal(run?.reason, 'exit status 3');
  assert.equal(run?.file, 'x.dstack.yml');
  assert.equal(run?.submittedAt, Date.parse('2026-11-29T05:35:50.586Z'));
  assert.deepEqual(
    run?.jobs.map(({ name, price, backend }) => [name, price, backend]),
    [['failing-0-0', 0, 'remote']],
  );
});

test('a dev environment has the link of its IDE', () => {
  const run = runIn(recorded('runs-get-dev-environment'));
  assert.equal(run?.type, 'dev-environment');
  assert.equal(run?.jobs[0]?.ideUrl, 'vscode://vscode-remote/ssh-remote+dev/root');
});

test('fleets with their instances', () => {
  const fleets = fleetsIn(recorded('fleets-list'));
  assert.deepEqual(
    fleets.map(({ name, kind, max, instances }) => [name, kind, max, instances[0]?.status]),
    [
      ['onprem', 'ssh', undefined, 'busy'],
      ['cloud', 'cloud', 2, 'provisioning'],
    ],
  );
  assert.equal(fleets[0]?.instances[0]?.resources, '16 CPU, 128GB, H100:80GB:2');
});

test('volumes, gateways and secrets', () => {
  assert.deepEqual(volumesIn(recorded('volumes-list')), [
    {
      name: 'data',
      backend: 'aws',
      region: 'us-east-1',
      size: 100,
      status: 'active',
      reason: undefined,
      price: 8,
    },
  ]);
  const [gateway] = gatewaysIn(recorded('gateways-list'));
  assert.deepEqual(
    [gateway?.name, gateway?.isDefault, gateway?.domain, gateway?.status],
    ['gw', true, 'example.com', 'provisioning'],
  );
  assert.deepEqual(secretsIn(recorded('secrets-list')), ['hf_token']);
});

test('GPUs, one entry for each name and memory', () => {
  const gpus = gpusIn(recorded('gpus-list'));
  assert.deepEqual(
    gpus.map(({ name, memory }) => `${name}:${String(memory)}`),
    ['T4:16', 'A10G:24', 'L40S:48', 'A100:40', 'A100:80', 'H100:80'],
  );
  assert.deepEqual(gpus.at(-1), {
    name: 'H100',
    vendor: 'nvidia',
    memory: 80,
    counts: { min: 2, max: 8 },
    perGpu: { min: 4.3015, max: 13.519 },
    backends: ['remote', 'aws'],
  });
});

test('the newest event', () => {
  assert.equal(
    newestEventIn(recorded('events-list-latest')),
    '0ad1350a-fe84-49d4-9b8a-9b1d8ce1d0b0',
  );
  assert.equal(newestEventIn([]), undefined);
});

test('a page of a log', () => {
  const { pieces, nextToken } = logPageIn(recorded('logs-poll'));
  assert.equal(pieces.length, 11);
  assert.equal(nextToken, undefined);
  assert.equal(pieces[0]?.time, Date.parse('2026-11-29T05:34:52.381Z'));
  assert.equal(
    Buffer.concat(pieces.map(({ bytes }) => bytes))
      .toString()
      .split('\n')[10],
    'finished',
  );
});
