import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { connect, live, noted } from './stand';
import { submit, until } from './submit';

const COMMANDS = ['for i in $(seq 1 3000); do echo "line $i"; sleep 0.1; done'];

const TASK = {
  type: 'task',
  name: 'counting',
  commands: COMMANDS,
  fleets: ['onprem'],
  resources: { gpu: 'H100:1..' },
};

test('a run from submission to its end: state, logs, update, stop', async (t) => {
  const { server } = await connect();
  const ask = () => server.run('counting');
  await submit(TASK);

  await t.test('it is in the list and gets to run', async () => {
    const [first] = noted(await server.runs());
    assert.equal(first?.name, 'counting');
    assert.equal(first.type, 'task');
    const run = await until(ask, ({ state }) => state === 'running');
    assert.equal(run.jobs[0]?.backend, 'remote');
    assert.equal(run.user, 'admin');
  });

  const job = (await ask())?.jobs[0];
  const reader = new live.LogReader(server, 'counting', job?.submission ?? '');
  const cleaner = new live.LogCleaner();
  let text = '';
  const look = async () => {
    for (const { bytes } of await reader.look()) text += cleaner.clean(bytes);
  };

  await t.test('its log is followed while it runs', async () => {
    let batches = 0;
    for (let tries = 0; tries < 80 && batches < 2; tries++) {
      const before = text.length;
      await look();
      if (text.length > before) batches++;
      await sleep(1000);
    }
    assert.equal(batches, 2, 'the log comes in batches');
  });

  await t.test('a plan says what changes of it', async () => {
    const input = (more: object) => ({
      type: 'task',
      name: 'counting',
      configuration: { ...TASK, ...more },
      profile: null,
      left: ['env'],
    });
    const textOf = async (more: object) =>
      live
        .planLines(noted(await live.reportOf(server, input(more))), '')
        .map((line) => line.text)
        .join('\n');
    assert.match(
      await textOf({}),
      /run `counting` \(running\) exists, and the file changes nothing/,
    );
    const inPlace = await textOf({ priority: 50 });
    assert.match(
      inPlace,
      /Apply updates the run `counting` \(running\) in place[^]*\n {2}priority: .* -> 50\n/,
    );
    const stopping = await textOf({ commands: ['true'] });
    assert.match(stopping, /Apply stops the run `counting`[^]*\n {2}commands: .* -> \["true"\]\n/);
    assert.match(stopping, /it may use what it needs itself/);
  });

  await t.test('it is stopped', async () => {
    await server.stop('counting', false);
    const run = await until(ask, ({ state }) => state === 'terminated');
    assert.match(run.reason ?? '', /stopped by user|terminated by user/);
  });

  await t.test('its log has no gap and no repeat', async () => {
    await look();
    const lines = text.split('\r\n').slice(0, -1);
    assert.ok(lines.length > 100, `${String(lines.length)} lines`);
    assert.deepEqual(
      lines,
      lines.map((_, index) => `line ${String(index + 1)}`),
    );
    const again = new live.LogReader(server, 'counting', job?.submission ?? '');
    const all = Buffer.concat((await again.look()).map(({ bytes }) => bytes)).toString();
    assert.equal(all, text.replaceAll('\r\n', '\n'));
  });
});

test('stopping what does not exist is no error', async () => {
  const { server } = await connect();
  await server.stop('nowhere', false);
});
