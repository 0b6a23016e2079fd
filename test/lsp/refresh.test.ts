import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InlayHintRefreshRequest,
  InlayHintRequest,
  type ClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { eventually } from '../support/server/eventually';
import { yaml } from '../support/yaml';

const REFRESHES: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    configuration: true,
    codeLens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

/** What the client is asked to ask for again, in a workspace with this fleet. */
async function withRefreshes(
  capabilities: ClientCapabilities,
  settings: Record<string, unknown>,
  check: (client: TestClient, asked: string[], folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-refresh-'));
  writeFileSync(
    join(folder, 'a.dstack.yml'),
    yaml`
      type: fleet
      name: gpu
      nodes: 1
    `,
  );
  const client = await TestClient.start(capabilities, settings, folder);
  const asked: string[] = [];
  for (const { method } of [
    CodeLensRefreshRequest,
    DiagnosticRefreshRequest,
    InlayHintRefreshRequest,
  ]) {
    client.connection.onRequest(method, () => {
      asked.push(method);
      return null;
    });
  }
  try {
    await check(client, asked, folder);
  } finally {
    client.dispose();
    rmSync(folder, { recursive: true });
  }
}

const soon = (asked: readonly string[], many: number) =>
  eventually(
    () => asked.length,
    (length) => length >= many,
  );

const OF_NAMES = [CodeLensRefreshRequest.method, DiagnosticRefreshRequest.method];
const OF_SETTINGS = [...OF_NAMES, InlayHintRefreshRequest.method];

const changed = (client: TestClient) =>
  client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });

test('changed settings refresh what depends on them, others do not', () => {
  const settings: Record<string, unknown> = {};
  return withRefreshes(REFRESHES, settings, async (client, asked) => {
    await soon(asked, 2);
    assert.deepEqual(asked.splice(0).sort(), OF_NAMES);
    const uri = 'file:///w/.dstack.yml';
    await client.open(uri, 'type: task\nresources: {gpu: "A100:80GB:2"}\n');
    const ask = () =>
      client.connection.sendRequest(InlayHintRequest.type, {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } },
      });
    assert.equal((await ask())?.length, 1);
    await changed(client);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(asked, []);
    settings['inlayHints'] = { meanings: false };
    await changed(client);
    await soon(asked, 3);
    assert.deepEqual(asked.sort(), OF_SETTINGS);
    assert.equal((await ask())?.length, 0);
  });
});

test('changed names in other files refresh what depends on them', () =>
  withRefreshes(REFRESHES, {}, async (client, asked, folder) => {
    await soon(asked, 2);
    asked.splice(0);
    const path = join(folder, 'b.dstack.yml');
    writeFileSync(
      path,
      yaml`
        type: fleet
        name: new
        nodes: 1
      `,
    );
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(path).href, type: FileChangeType.Created }],
    });
    await soon(asked, 2);
    assert.deepEqual(asked.sort(), OF_NAMES);
  }));

test('a client without refresh support is not asked', () =>
  withRefreshes(
    { workspace: { configuration: true } },
    { codeLens: { enabled: false } },
    async (_, asked) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.deepEqual(asked, []);
    },
  ));
