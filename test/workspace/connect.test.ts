import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  createProtocolConnection,
  DidChangeWorkspaceFoldersNotification,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type CompletionList,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { createConnection, type Connection } from 'vscode-languageserver/node';
import { start } from '../../server/src/start';
import { startWorkspace } from '../../server/src/workspace/connect';
import { DiskWorkspace } from '../../server/src/workspace/workspace';
import { TestClient } from '../support/client';

const CAPABILITIES: ClientCapabilities = { window: { workDoneProgress: true } };

const folder = mkdtempSync(join(tmpdir(), 'dstack-connect-'));
after(() => rmSync(folder, { recursive: true }));

/** The two ends of a connection. */
function connections(make: (input: PassThrough, output: PassThrough) => Connection): {
  readonly server: Connection;
  readonly client: ProtocolConnection;
} {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = make(toServer, toClient);
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  return { server, client };
}

test('a folder that is added after cancelling is read', async () => {
  writeFileSync(join(folder, 'a.dstack.yml'), 'type: fleet\nname: added\nnodes: 1\n');
  const { server, client: connection } = connections((input, output) =>
    start((options) => createConnection(input, output, options)),
  );
  const cancelled = new Promise<void>((resolve) => {
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      // Behind the answer, at which the server begins to listen for it.
      setImmediate(() => {
        void connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
        resolve();
      });
    });
  });
  const client = await TestClient.initialize(
    connection,
    { ...CAPABILITIES, workspace: { workspaceFolders: true } },
    undefined,
    () => server.dispose(),
  );
  await cancelled;
  await connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [{ uri: pathToFileURL(folder).href, name: 'added' }], removed: [] },
  });
  const uri = 'untitled:x.dstack.yml';
  await client.open(uri, 'type: task\ncommands: [a]\nfleets:\n  - \n');
  let labels: readonly string[] = [];
  for (let attempt = 0; attempt < 50 && !labels.includes('added'); attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const answer = await connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 3, character: 4 },
    });
    labels = (answer as CompletionList | null)?.items.map(({ label }) => label) ?? [];
  }
  client.dispose();
  assert.ok(labels.includes('added'), labels.join());
});

/** A workspace of which reading takes long and then fails. */
class BrokenWorkspace extends DiskWorkspace {
  constructor(private readonly test: TestContext) {
    super([], { get: () => undefined, analysisOf: () => assert.fail() });
  }

  override build(progress: (files: number) => void): Promise<void> {
    const later = Date.now() + 60_000;
    this.test.mock.method(Date, 'now', () => later);
    progress(1);
    return Promise.reject(new Error('The disk is gone'));
  }
}

test('progress that is shown ends, also where reading fails', async (t) => {
  const { server, client } = connections((input, output) => createConnection(input, output));
  const kinds: string[] = [];
  const ended = new Promise<void>((resolve) => {
    client.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
    client.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      kinds.push(value.kind);
    });
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      kinds.push(message.includes('The disk is gone') ? 'logged' : message);
      resolve();
    });
  });
  server.onInitialize(() => ({ capabilities: {} }));
  server.listen();
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: CAPABILITIES,
  });
  startWorkspace(new BrokenWorkspace(t), server, CAPABILITIES);
  await ended;
  client.dispose();
  server.dispose();
  assert.deepEqual(kinds, ['begin', 'end', 'logged']);
});
