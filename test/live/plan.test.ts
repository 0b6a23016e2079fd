import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, live, noted } from './stand';

const GPU = { gpu: '16GB..' };

/** A task as `dstack/planInput` gives it. */
const task = (more: object, profile: Readonly<Record<string, unknown>> | null = null) => ({
  type: 'task',
  name: 'train',
  configuration: { type: 'task', name: 'train', commands: ['true'], ...more },
  profile,
  left: ['env'],
});

/** The text of the view for a task. */
async function planned(input: ReturnType<typeof task>): Promise<string> {
  const { server } = await connect();
  const report = noted(await live.reportOf(server, input));
  return live
    .planLines(report, 'HEADING')
    .map(({ text }) => text)
    .join('\n');
}

test('a plan has prices per hour, cheapest first, and totals', async () => {
  const text = await planned(task({ resources: GPU, fleets: ['cloud'] }));
  assert.match(text, /Apply creates a new run\.\n\n16 offers, \$0\.526 to \$108\.15 per hour/);
  assert.match(
    text,
    /\$0\.526\/h +on demand +aws +us-east-1 +g4dn\.xlarge +4 CPU, 16GB, T4:16GB:1\n/,
  );
  assert.match(text, /By backend: aws 16 from \$0\.526\./);
});

test('no offers because the fleet has no spot instances', async () => {
  const text = await planned(task({ resources: GPU, fleets: ['cloud'], spot_policy: 'spot' }));
  assert.match(text, /- Without `spot_policy`: 16 offers from \$0\.526 per hour\./);
});

test('an idle machine is used first, and costs nothing', async () => {
  const text = await planned(task({ resources: { gpu: 'H100:2' }, fleets: ['onprem'] }));
  assert.match(text, /\$0\/h +idle +remote/);
  assert.match(text, /Idle machines that would be used: 1\./);
});

test('a limit of the profile applies', async () => {
  const profile = { name: 'cheap', max_price: 1 };
  const text = await planned(task({ resources: GPU, fleets: ['cloud'] }, profile));
  assert.match(text, /2 offers for at most \$1\.00 per hour: \$0\.526 to \$0\.5786 per hour/);
  assert.match(text, /The profile `cheap` adds:\n {2}max_price: 1\n/);
});

test('no offers because of the price: the edit brings some', async () => {
  const { server } = await connect();
  const file = 'type: task\nname: train\ncommands: ["true"]\nmax_price: 0.1\n';
  const input = task({ resources: GPU, fleets: ['cloud'], max_price: 0.1 });
  const report = await live.reportOf(server, input);
  const lines = live.planLines(report, '');
  const reason = lines.find(({ text }) => text.includes('Without `max_price`'));
  assert.match(reason?.text ?? '', /16 offers from \$0\.526 per hour/);
  assert.ok(reason?.wish);
  const edit = live.editFor(file, reason.wish);
  assert.ok(edit);
  assert.match(live.applied(file, edit), /max_price: 0\.53\n/);
  const after = await server.plan(task({ resources: GPU, fleets: ['cloud'], max_price: 0.53 }), 5);
  assert.equal(after.jobs[0]?.total, 1);
});

test('no offers because of names that the project does not have', async () => {
  const fleet = await planned(task({ resources: GPU, fleets: ['on-prem'] }));
  assert.match(fleet, /The project has no fleet `on-prem`\. It has /);
  assert.match(fleet, /Without `fleets`: \d+ offers? from/);
  const backend = await planned(task({ resources: GPU, backends: ['gcp'] }));
  assert.match(backend, /The project has no backend `gcp`\. It has `aws`\./);
});

test('no offers for several reasons at once', async () => {
  const text = await planned(
    task({ resources: { gpu: 'B200' }, max_price: 0.01, fleets: ['cloud'] }),
  );
  assert.match(
    text,
    /No single condition is the reason\. Without `max_price`, `fleets`, `resources\.gpu` together: 1 offer/,
  );
});

test('a project without fleets says that a run needs one', async () => {
  const { server } = await connect(undefined, 'second');
  const report = await live.reportOf(server, task({}));
  const text = live
    .planLines(report, '')
    .map((line) => line.text)
    .join('\n');
  assert.match(text, /The project has no fleets/);
});

test('what the server rejects has its reason, and its place', async () => {
  const volume = await planned(task({ volumes: ['nope:/data'] }));
  assert.match(volume, /No plan\. The server rejects it: Volume \['nope'\] not found/);
  const key = await planned(task({ resources: { gpux: 1 } }));
  assert.match(key, /\n {2}resources\.gpux: Extra inputs/);
});

test('a plan is there quickly', async (t) => {
  const { server } = await connect();
  const times: number[] = [];
  for (let round = 0; round < 40; round++) {
    const start = performance.now();
    await live.reportOf(server, task({ resources: GPU, fleets: ['cloud'] }));
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [median, p95] = [times[20] ?? 0, times[37] ?? 0];
  t.diagnostic(`figure: plan, median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
  assert.ok(p95 < 3000, `${p95.toFixed(0)} ms`);
});
