import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import {
  createProtocolConnection,
  RegistrationRequest,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type DidChangeWatchedFilesRegistrationOptions,
  type ProtocolConnection,
  type RegistrationParams,
} from 'vscode-languageserver-protocol/node';
import { createConnection, type Connection } from 'vscode-languageserver/node';
import { DISK } from '../../server/src/disk/node-files';
import { startWorkspace } from '../../server/src/lsp/workspace-connection';
import type { Cancellation } from '../../server/src/disk/reading';
import { DiskWorkspace } from '../../server/src/disk/workspace';
import { eventually } from '../support/server/eventually';

const CAPABILITIES: ClientCapabilities = { window: { workDoneProgress: true } };

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

/** A workspace of which reading goes on until it is cancelled, ended or fails. */
class SlowWorkspace extends DiskWorkspace {
  resolve: () => void = () => undefined;
  reject: (error: Error) => void = () => undefined;
  private readonly reading = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
  cancellation: Cancellation | undefined;

  constructor() {
    super(DISK, [], { get: () => undefined, analysisOf: () => assert.fail() });
  }

  override async build(progress: (files: number) => void, by?: Cancellation): Promise<void> {
    this.cancellation = by;
    progress(1);
    await this.reading;
  }
}

/** Starts to read a slow workspace for a client that says `create` to the progress that is offered. */
async function reading(
  create: () => unknown,
  capabilities = CAPABILITIES,
): Promise<{
  readonly workspace: SlowWorkspace;
  readonly client: ProtocolConnection;
  /** The kinds of progress that were told, and errors. */
  readonly told: string[];
  readonly end: () => void;
}> {
  const { server, client } = connections((input, output) => createConnection(input, output));
  const told: string[] = [];
  client.onRequest(WorkDoneProgressCreateRequest.type, create as () => undefined);
  client.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
    told.push(value.kind);
  });
  client.onNotification('window/logMessage', ({ message }: { message: string }) => {
    told.push(message.split('\n')[0] ?? '');
  });
  server.onInitialize(() => ({ capabilities: {} }));
  server.listen();
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  const workspace = new SlowWorkspace();
  startWorkspace(workspace, server, capabilities, 0);
  const end = () => {
    client.dispose();
    server.dispose();
  };
  return { workspace, client, told, end };
}

test('progress that is shown ends, even if reading fails', async () => {
  const { workspace, told, end } = await reading(() => undefined);
  await eventually(
    () => told.length,
    (length) => length === 1,
  );
  workspace.reject(new Error('The disk is gone'));
  await eventually(
    () => told.length,
    (length) => length === 3,
  );
  end();
  assert.deepEqual(told, ['begin', 'end', 'Error: The disk is gone']);
});

test('cancelling the progress cancels reading', async () => {
  let token: number | string = '';
  const create = (params: { token: number | string }) => {
    ({ token } = params);
  };
  const { workspace, client, told, end } = await reading(create as () => unknown);
  await eventually(
    () => told.length,
    (length) => length === 1,
  );
  assert.equal(workspace.cancellation?.isCancellationRequested, false);
  await client.sendNotification(WorkDoneProgressCancelNotification.type, { token });
  assert.equal(
    await eventually(
      () => workspace.cancellation?.isCancellationRequested,
      (found) => found === true,
    ),
    true,
  );
  end();
});

test('reading does not wait for a client that rejects progress or never answers', async () => {
  const refusal = new ResponseError(-32601, 'no such request');
  for (const create of [() => refusal, () => new Promise(() => undefined)]) {
    let asked = false;
    const { workspace, told, end } = await reading(() => {
      asked = true;
      return create();
    });
    // It has begun before anything was answered.
    assert.ok(workspace.cancellation);
    await eventually(
      () => asked,
      (found) => found,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    workspace.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    end();
    assert.deepEqual(told, []);
  }
});

test('configurations, the folder of profiles, ignore rules and pins of dstack are watched', async () => {
  const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const { client, end, workspace } = await reading(() => undefined, capabilities);
  const registered = new Promise<RegistrationParams>((resolve) => {
    client.onRequest(RegistrationRequest.type, resolve);
  });
  const [registration, ...more] = (await registered).registrations;
  workspace.resolve();
  end();
  assert.deepEqual(more, []);
  assert.deepEqual(
    (registration?.registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers.map(
      ({ globPattern }) => globPattern,
    ),
    [
      '**/*.dstack.{yml,yaml}',
      '**/.dstack/profiles.{yml,yaml}',
      '**/.dstack',
      '**/.gitignore',
      '**/{pyproject.toml,requirements*.txt,uv.lock,poetry.lock,Pipfile.lock,environment.yml}',
      '**/{.pre-commit-config.yaml,.github/workflows/*.yml,.github/workflows/*.yaml}',
    ],
  );
});

test('a workspace that is read quickly shows no progress', async () => {
  let asked = false;
  const { workspace, end } = await reading(() => {
    asked = true;
  });
  workspace.resolve();
  await new Promise((resolve) => setTimeout(resolve, 20));
  end();
  assert.ok(!asked);
});
