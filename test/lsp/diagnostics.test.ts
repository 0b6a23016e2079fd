import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type ClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';

const URI = 'file:///work/.dstack.yml';
const WRONG = 'type: task\ncommand: [ls]\n';
const RIGHT = 'type: task\ncommands: [ls]\n';
const PULL: ClientCapabilities = { textDocument: { diagnostic: {} } };

async function withClient(
  capabilities: ClientCapabilities,
  check: (client: TestClient) => Promise<void>,
  settings?: unknown,
): Promise<void> {
  const client = await TestClient.start(capabilities, settings);
  try {
    await check(client);
  } finally {
    client.dispose();
  }
}

const pull = (client: TestClient, previousResultId?: string) =>
  client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: URI },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });

void test('push: problems come with the version, follow a change and go away on close', () =>
  withClient({}, async (client) => {
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    const opened = client.nextPublished();
    await client.open(URI, WRONG);
    const first = await opened;
    assert.equal(first.version, 1);
    assert.deepEqual(
      first.diagnostics.map(({ code, source, range }) => ({
        code,
        source,
        line: range.start.line,
      })),
      [{ code: 'unknown-key', source: 'dstack', line: 1 }],
    );
    const changed = client.nextPublished();
    await client.change(URI, 2, RIGHT);
    assert.deepEqual(await changed, { uri: URI, version: 2, diagnostics: [] });
    const closed = client.nextPublished();
    await client.close(URI);
    assert.deepEqual(await closed, { uri: URI, diagnostics: [] });
  }));

void test('push: a burst of changes gives one answer after the first, for the last version', () =>
  withClient({}, async (client) => {
    const opened = client.nextPublished();
    await client.open(URI, WRONG);
    await opened;
    for (let version = 2; version <= 20; version++) await client.change(URI, version, WRONG);
    while (client.published.at(-1)?.version !== 20) await client.nextPublished();
    assert.ok(client.published.length <= 3, String(client.published.length));
  }));

void test('push: what changes nothing here is not sent again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-push-'));
  const client = await TestClient.start({}, undefined, folder);
  try {
    const uri = pathToFileURL(join(folder, 'named.dstack.yml')).href;
    await client.open(URI, WRONG);
    await client.open(uri, `name: named\n${RIGHT}`);
    // All documents are checked again when the names of one are known.
    await sleep(1000);
    assert.deepEqual(client.published.map((one) => one.uri).sort(), [uri, URI].sort());
  } finally {
    client.dispose();
    rmSync(folder, { recursive: true });
  }
});

void test('pull: the answer has the problems or says `unchanged`, and nothing is pushed', () =>
  withClient(PULL, async (client) => {
    assert.ok(client.initialized.capabilities.diagnosticProvider);
    await client.open(URI, WRONG);
    const first = await pull(client);
    assert.ok(first.kind === DocumentDiagnosticReportKind.Full);
    assert.deepEqual(
      first.items.map(({ code }) => code),
      ['unknown-key'],
    );
    assert.ok(first.resultId);
    const again = await pull(client, first.resultId);
    assert.equal(again.kind, DocumentDiagnosticReportKind.Unchanged);
    await client.change(URI, 2, RIGHT);
    const fixed = await pull(client, first.resultId);
    assert.ok(fixed.kind === DocumentDiagnosticReportKind.Full);
    assert.deepEqual(fixed.items, []);
    assert.deepEqual(client.published, []);
  }));

void test('pull: a document that is not open has no problems', () =>
  withClient(PULL, async (client) => {
    const report = await pull(client);
    assert.ok(report.kind === DocumentDiagnosticReportKind.Full);
    assert.deepEqual(report.items, []);
  }));

void test('the setting dstack.validation.enabled turns problems off', () =>
  withClient(
    { workspace: { configuration: true } },
    async (client) => {
      await client.open(URI, WRONG);
      // The settings arrive after the document was opened; the second answer is the one that counts.
      let last = await client.nextPublished();
      if (last.diagnostics.length > 0) last = await client.nextPublished();
      assert.deepEqual(last.diagnostics, []);
    },
    { validation: { enabled: false } },
  ));
