import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, live, noted, STAND } from './stand';

type Configuration = Readonly<Record<string, unknown>> & { readonly type: string };

/** The text of the view for a configuration that is no run. */
async function planned(
  configuration: Configuration,
  profile: Readonly<Record<string, unknown>> | null = null,
  token = STAND.token,
): Promise<string> {
  const { server } = await connect(token);
  const { type, name } = configuration;
  const input = { type, name: String(name), configuration, profile, left: [] };
  return live
    .planLines(noted(await live.reportOf(server, input)), 'HEADING')
    .map(({ text }) => text)
    .join('\n');
}

const CLOUD = { type: 'fleet', name: 'cloud', nodes: '0..2', backends: ['aws'] };
const GATEWAY = { type: 'gateway', backend: 'aws', region: 'us-east-1', domain: 'example.com' };

test('a new fleet has offers for its instances, within the limit of the profile', async () => {
  const fleet = { type: 'fleet', name: 'new', nodes: '0..2', resources: { gpu: '16GB..' } };
  const text = await planned(fleet, { name: 'cheap', max_price: 1 });
  assert.match(text, /^Apply creates a new fleet\.$/m);
  assert.match(text, /^2 offers for at most \$1\.00 per hour: \$0\.526 to \$0\.5786 per hour$/m);
  assert.match(text, /By backend: aws 2 from \$0\.526\./);
  assert.match(text, /The profile `cheap` adds:\n {2}max_price: 1\n/);
});

test('a fleet that is as the file says', async () => {
  assert.match(await planned(CLOUD), /^The fleet `cloud` \(active\) exists, and the file changes/m);
});

test('a fleet that changes in place', async () => {
  const text = await planned({ ...CLOUD, nodes: '0..4' });
  assert.match(text, /^Apply updates the fleet `cloud` \(active\) in place\.\n {2}nodes: .*4/m);
});

test('a fleet that has to be created again', async () => {
  const text = await planned({ ...CLOUD, placement: 'cluster' });
  assert.match(text, /^Apply deletes the fleet `cloud` \(active\) and creates it again: .*\n/m);
  assert.match(text, /^ {2}placement: \(not set\) -> "cluster"$/m);
});

test('an SSH fleet has no plan without its keys, which are not sent', async () => {
  const hosts = { type: 'fleet', name: 'onprem', ssh_config: { hosts: ['10.0.0.1'] } };
  assert.match(await planned(hosts), /^The fleet `onprem` \(active\) exists\. The server has no/m);
});

test('a new gateway, and one that exists', async () => {
  assert.match(await planned({ ...GATEWAY, name: 'new' }), /^Apply creates a new gateway\.$/m);
  const text = await planned({ ...GATEWAY, name: 'gw', region: 'eu-west-1' });
  assert.match(text, /^Apply deletes the gateway `gw` \(\w+\) and creates it again/m);
  assert.match(text, /^ {2}region: "us-east-1" -> "eu-west-1"$/m);
});

test('only an admin may plan a gateway', async () => {
  const text = await planned({ ...GATEWAY, name: 'new' }, null, STAND.memberToken);
  assert.match(text, /^No plan\. You have no permission for this in the project\.$/m);
});

test('a volume has no plan of the server, but may exist', async () => {
  const volume = { type: 'volume', backend: 'aws', region: 'us-east-1', size: '100GB' };
  assert.match(await planned({ ...volume, name: 'new' }), /^Apply creates a new volume\.$/m);
  assert.match(await planned({ ...volume, name: 'data' }), /^The volume `data` \(active\) exists/m);
});

test('a fleet that the server rejects has the reason', async () => {
  const text = await planned({ ...CLOUD, placemen: 'x' });
  assert.match(text, /^No plan\. The server rejects it: .*\n {2}placemen: Extra inputs/m);
});
