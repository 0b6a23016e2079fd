import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DiagnosticRefreshRequest } from 'vscode-languageserver-protocol/node';
import type { PlanInput } from '../../server/src/language';
import { FACTS } from '../support/check/facts';
import { TestClient } from '../support/server/client';
import { eventually } from '../support/server/eventually';

const TASK = 'type: task\nname: train\ncommands: [ls]\nenv: [TOKEN=secret]\n';
const PROFILES = '.dstack/profiles.yml';

/** Asks for the plan of a task in a folder with these profiles. */
async function withPlan(
  check: (client: TestClient, uri: string, plan: () => Promise<PlanInput | null>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-live-'));
  mkdirSync(join(folder, '.dstack'));
  writeFileSync(join(folder, PROFILES), 'profiles: [{name: saved, default: true}]\n');
  const client = await TestClient.start({}, {}, folder);
  const uri = pathToFileURL(join(folder, 'sub', 'a.dstack.yml')).href;
  try {
    await client.open(uri, TASK);
    await check(client, uri, () =>
      client.connection.sendRequest('dstack/planInput', { textDocument: { uri } }),
    );
  } finally {
    client.dispose();
    rmSync(folder, { recursive: true });
  }
}

test('a client asks for what a server needs to plan a document', () =>
  withPlan(async (client, uri, plan) => {
    assert.deepEqual(await plan(), {
      type: 'task',
      name: 'train',
      configuration: { type: 'task', name: 'train', commands: ['ls'] },
      profile: { name: 'saved', default: true },
      left: ['env'],
    });
    await client.change(uri, 2, 'type: task\n');
    assert.equal(await plan(), null);
  }));

test('profiles that are open count as they are in the editor', () =>
  withPlan(async (client, uri, plan) => {
    const folder = new URL('..', uri);
    const open = new URL(PROFILES, folder).href;
    await client.open(open, 'profiles: [{name: open, default: true}]\n');
    assert.equal((await plan())?.profile?.['name'], 'open');
    await client.close(open);
    assert.equal((await plan())?.profile?.['name'], 'saved');
  }));

test('there is no plan for a document that is not open', () =>
  withPlan(async (client, uri) => {
    await client.close(uri);
    const textDocument = { uri };
    assert.equal(await client.connection.sendRequest('dstack/planInput', { textDocument }), null);
  }));

test('new facts refresh the problems, equal ones do not', async () => {
  const client = await TestClient.start({
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  });
  let refreshes = 0;
  client.connection.onRequest(DiagnosticRefreshRequest.type, () => void refreshes++);
  const after = async (params: unknown, expected: number) => {
    await client.connection.sendNotification('dstack/liveFacts', params as object);
    // A request is answered after the notification before it.
    await client.connection.sendRequest('dstack/starters');
    await eventually(
      () => refreshes,
      (count) => count >= expected,
    );
    assert.equal(refreshes, expected, JSON.stringify(params));
  };
  try {
    await after({ facts: null }, 0);
    await after({ facts: FACTS }, 1);
    await after({ facts: structuredClone(FACTS) }, 1);
    await after({ facts: { ...FACTS, asOf: '10:43' } }, 1);
    await after({ facts: { ...FACTS, secrets: [] } }, 2);
    // Facts that cannot be read are no facts; parameters that cannot be read change nothing.
    await after({ facts: { ...FACTS, project: 5 } }, 3);
    await after({ facts: FACTS }, 4);
    await after({ facts: 5 }, 4);
    await after({ facts: null }, 5);
  } finally {
    client.dispose();
  }
});
