import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { TestClient } from '../support/server/client';
import { eventually } from '../support/server/eventually';

interface Answer {
  readonly result?: {
    readonly accepted?: boolean;
    readonly problems?: { readonly code: string }[];
  };
  readonly error?: string;
}

const FLEET = 'type: fleet\nname: gpu\nnodes: 1\n';

test('the tools for agents see the workspace, and open documents as they are in the editor', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-agents-'));
  for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.dstack.yml`), FLEET);
  const client = await TestClient.start({}, undefined, folder);
  const call = (name: string, input: object) =>
    client.connection.sendRequest<Answer>('dstack/tool', { name, input });
  const codes = async (input: object) =>
    (await call('check_configuration', input)).result?.problems?.map(({ code }) => code);
  try {
    const found = await eventually(
      () => codes({ path: 'a.dstack.yml' }),
      (list) => list !== undefined,
    );
    assert.deepEqual(found, ['duplicate-name']);
    const path = join(folder, 'b.dstack.yml');
    await client.open(pathToFileURL(path).href, FLEET.replace('nodes', 'nodez'));
    assert.deepEqual(await codes({ path }), ['duplicate-name', 'unknown-key']);
    assert.deepEqual(await codes({ text: 'type: task\ncomands: [ls]\n' }), ['unknown-key']);
    const groups = { text: 'type: service\nport: 80\ngroups: [{replicas: 1, image: nginx}]\n' };
    assert.deepEqual(await codes({ ...groups, dstack_version: '0.20' }), ['needs-newer-dstack']);
    assert.deepEqual(await codes(groups), []);
    writeFileSync(join(folder, 'requirements.txt'), 'dstack==0.20.29\n');
    const changes = [{ uri: pathToFileURL(join(folder, 'requirements.txt')).href, type: 1 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.deepEqual(await codes(groups), ['needs-newer-dstack']);
    const { error } = await call('check_configuration', { path: 'none.dstack.yml' });
    assert.match(error ?? '', /none\.dstack\.yml is not a dstack file of the workspace/);
    await assert.rejects(call('none', {}), /no such tool/);
  } finally {
    client.dispose();
    rmSync(folder, { recursive: true });
  }
});

test('the tools for agents answer in English, whatever the language of the client', async () => {
  const input = { text: 'type: task\ncomands: [ls]\n' };
  const answers = [];
  for (const locale of ['en', 'qps-ploc']) {
    const client = await TestClient.start({}, undefined, undefined, undefined, undefined, locale);
    const params = { name: 'check_configuration', input };
    answers.push(await client.connection.sendRequest<Answer>('dstack/tool', params));
    client.dispose();
  }
  assert.match(JSON.stringify(answers[0]), /Change to `commands`/);
  assert.deepEqual(answers[1], answers[0]);
});
