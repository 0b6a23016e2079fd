import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { connect, live, noted, STAND } from './stand';

test('the file that the server wrote connects', async () => {
  const config = readFileSync(join(STAND.home, '.dstack/config.yml'), 'utf8');
  const { chosen } = live.connectionsOf(config, {});
  assert.equal(chosen?.project, 'main');
  assert.equal(chosen.url, STAND.url);
  const { server } = await connect(chosen.token());
  assert.equal(server.version, '0.22.5');
  assert.deepEqual(noted(await server.projects()), ['main', 'second']);
});

test('the facts have all names of the project', async () => {
  const { server } = await connect();
  const facts = noted(await live.factsOf(server, '10:42'));
  assert.deepEqual([facts.project, facts.serverVersion, facts.asOf], ['main', '0.22.5', '10:42']);
  assert.deepEqual(facts.backends, [{ name: 'aws', regions: ['us-east-1', 'eu-west-1'] }]);
  const fleets = facts.fleets?.map(({ name, kind, idle, max }) => [name, kind, idle, max]);
  assert.deepEqual(fleets?.sort(), [
    ['cloud', 'cloud', 0, 2],
    ['onprem', 'ssh', 1, undefined],
  ]);
  const [volume] = facts.volumes ?? [];
  assert.deepEqual([volume?.name, volume?.backend, volume?.size], ['data', 'aws', 100]);
  assert.deepEqual(
    facts.gateways?.map(({ name, domain }) => [name, domain]),
    [['gw', 'example.com']],
  );
  assert.deepEqual(facts.secrets, ['hf_token']);
  const a10g = facts.gpus?.find(({ name }) => name === 'A10G');
  assert.deepEqual(a10g?.counts, { min: 1, max: 4 });
  assert.equal(a10g?.perGpu.min, 0.3521);
  assert.equal(a10g.spot?.max, 0.545925);
});

test('a plain member gets everything but the secrets', async () => {
  const { server } = await connect(STAND.memberToken);
  await assert.rejects(server.secrets(), { kind: 'denied', message: /no permission/ });
  const facts = noted(await live.factsOf(server, ''));
  assert.equal(facts.secrets, undefined);
  assert.equal(facts.fleets?.length, 2);
  assert.ok((facts.gpus?.length ?? 0) > 3);
});

test('a wrong token is said to be one', async () => {
  const { server } = await connect('00000000-0000-4000-8000-000000000000');
  await assert.rejects(server.runs(), { kind: 'token', message: /`dstack login`/ });
  await assert.rejects(live.factsOf(server, ''), { kind: 'token' });
});

test('a project that does not exist is said not to', async () => {
  const { server } = await connect(STAND.token, 'nowhere');
  await assert.rejects(server.about(), { kind: 'missing' });
});

test('a server that does not exist is said to be unreachable', async () => {
  const target = { url: 'http://127.0.0.1:9', project: 'main', token: () => 'x' };
  const server = new live.Server(new live.Requests(target, () => undefined), 'main');
  await assert.rejects(server.greet(), {
    kind: 'unreachable',
    message: /cannot be reached \(ECONN/,
  });
});

test('the cheap probe says when something has changed', async () => {
  const { server } = await connect();
  const { id } = await server.about();
  const event = await server.newestEvent(id ?? '');
  assert.match(event ?? '', /^[\w-]{36}$/);
});
