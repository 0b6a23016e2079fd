import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type ClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { eventually } from '../support/server/eventually';

const FLEET = 'type: fleet\nname: gpu\nnodes: 1\n';

/** A client with the folder of two fleets of one name, of which it has opened one. */
async function withFleets(
  capabilities: ClientCapabilities,
  check: (client: TestClient, folder: string, uri: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-late-'));
  for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.dstack.yml`), FLEET);
  const client = await TestClient.start(capabilities, undefined, folder);
  try {
    const uri = pathToFileURL(join(folder, 'a.dstack.yml')).href;
    await client.open(uri, FLEET);
    await check(client, folder, uri);
  } finally {
    client.dispose();
    rmSync(folder, { recursive: true });
  }
}

async function pull(client: TestClient, uri: string) {
  const { sendRequest } = client.connection;
  const report = await sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

const pushed = ({ published }: TestClient) =>
  published.map(({ diagnostics }) => diagnostics.map(({ code }) => code));

const PULL: ClientCapabilities = { textDocument: { diagnostic: {} } };

test('problems with other files are sent until a client without refresh requests them', () =>
  withFleets(PULL, async (client, folder, uri) => {
    const own = await pull(client, uri);
    if (own.length === 0)
      await eventually(
        () => pushed(client),
        ({ length }) => length > 0,
      );
    assert.deepEqual([...own, ...pushed(client).flat()], ['duplicate-name']);

    const isPushed = client.published.length > 0;
    assert.deepEqual(await pull(client, uri), ['duplicate-name']);
    assert.deepEqual(pushed(client), isPushed ? [['duplicate-name'], []] : []);

    await client.change(uri, 2, FLEET.replace('gpu', 'cpu'));
    assert.deepEqual(await pull(client, uri), []);
    writeFileSync(join(folder, 'b.dstack.yml'), FLEET.replace('gpu', 'cpu'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uri.replace('a.', 'b.'), type: FileChangeType.Changed }],
    });
    const last = () => pushed(client).at(-1) ?? [];
    await eventually(last, ({ length }) => length > 0);
    assert.deepEqual(last(), ['duplicate-name']);
    const closed = client.nextPublished();
    await client.close(uri);
    assert.deepEqual((await closed).diagnostics, []);
  }));

test('a client with refresh is sent nothing', () =>
  withFleets(
    { ...PULL, workspace: { diagnostics: { refreshSupport: true } } },
    async (client, _, uri) => {
      let asked = 0;
      client.connection.onRequest('workspace/diagnostic/refresh', () => void asked++);
      await pull(client, uri);
      await eventually(
        () => asked,
        (count) => count > 0,
      );
      assert.deepEqual(await pull(client, uri), ['duplicate-name']);
      assert.deepEqual(client.published, []);
    },
  ));
