import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  HoverRequest,
  LogMessageNotification,
  SemanticTokensRequest,
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver-protocol/node';
import { WorkspaceIndex } from '../../server/src/language';
import { TestClient } from '../support/server/client';
import { eventually } from '../support/server/eventually';
import { yaml } from '../support/yaml';

const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const FLEET = yaml`
  type: fleet
  name: gpu
  nodes: 1
`;
const WRONG = yaml`
  type: fleet
  name: gpu
  nodez: 1
`;

/** A folder of files and a client that has it open. */
class Scene {
  private constructor(
    readonly client: TestClient,
    private readonly folder: string,
  ) {}

  static async with(
    files: Readonly<Record<string, string>>,
    check: (scene: Scene) => Promise<void>,
    capabilities = PULL,
    settings?: unknown,
  ): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'dstack-problems-'));
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, `${name}.dstack.yml`), text);
    }
    const client = await TestClient.start(capabilities, settings, folder);
    try {
      await check(new Scene(client, folder));
    } finally {
      client.dispose();
      rmSync(folder, { recursive: true });
    }
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, `${name}.dstack.yml`)).href;
  }

  /** Writes a file, or removes it without a text, and tells the server. */
  async write(name: string, text?: string): Promise<void> {
    const path = join(this.folder, `${name}.dstack.yml`);
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    const type = text === undefined ? FileChangeType.Deleted : FileChangeType.Changed;
    await this.client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(name), type }],
    });
  }

  pull(previousResultIds: PreviousResultId[] = [], token = new CancellationTokenSource().token) {
    const params = { previousResultIds };
    return this.client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, token);
  }

  /** `NAME: CODES` of each file that is reported. */
  codes({ items }: WorkspaceDiagnosticReportPartialResult): string[] {
    return items
      .map((item) => {
        const name = item.uri.replace(/^.*\/|\.dstack\.yml$/g, '');
        const found = 'items' in item ? item.items.map(({ code }) => String(code)) : ['unchanged'];
        return [`${name}:`, ...found].join(' ');
      })
      .sort();
  }
}

const idsOf = ({ items }: WorkspaceDiagnosticReport): PreviousResultId[] =>
  items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

void test('files that are not open are reported, open ones are not', () =>
  Scene.with({ a: FLEET, b: WRONG, c: 'type: task\nfleets: [cpu]\n' }, async (scene) => {
    const { diagnosticProvider } = scene.client.initialized.capabilities;
    assert.deepEqual(diagnosticProvider, {
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    });
    await scene.client.open(scene.uri('c'), 'type: task\n');
    assert.deepEqual(scene.codes(await scene.pull()), [
      'a: duplicate-name',
      'b: unknown-key duplicate-name',
    ]);
  }));

void test('a request without a difference waits for one, and then gets only that', () =>
  Scene.with(
    { a: FLEET, b: 'type: volume\n', c: 'type: task\ncommands: [ls]\n' },
    async (scene) => {
      const first = await scene.pull();
      let answered = false;
      const second = scene.pull(idsOf(first)).then((report) => {
        answered = true;
        return report;
      });
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(answered, false);
      await scene.write('c', 'type: task\ncommand: [ls]\n');
      assert.deepEqual(scene.codes(await second), ['c: unknown-key']);
    },
  ));

void test('a change of one file reports those that depend on it, and a file that is gone has no problems', () =>
  Scene.with({ a: FLEET, b: FLEET, c: 'type: task\ncommands: [ls]\n' }, async (scene) => {
    const first = await scene.pull();
    assert.deepEqual(scene.codes(first), ['a: duplicate-name', 'b: duplicate-name', 'c:']);
    await scene.write('a');
    assert.deepEqual(scene.codes(await scene.pull(idsOf(first))), ['a:', 'b:']);
  }));

void test('a document that closes is reported again, as it is on the disk', () =>
  Scene.with({ a: WRONG }, async (scene) => {
    const [id] = idsOf(await scene.pull());
    await scene.client.open(scene.uri('a'), FLEET);
    const next = scene.pull(id && [id]);
    await scene.client.close(scene.uri('a'));
    assert.deepEqual(scene.codes(await next), ['a: unknown-key']);
    const textDocument = { uri: scene.uri('a') };
    const last = await scene.client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
    });
    assert.ok(last.kind === 'full' && last.items.length === 1);
  }));

void test('a document that closes and is not a file of the workspace has no problems', () =>
  Scene.with({ a: FLEET }, async (scene) => {
    const ids = idsOf(await scene.pull());
    for (const name of ['before', 'between'])
      await scene.client.open(scene.uri(name), 'type: tusk\n');
    await scene.client.close(scene.uri('before'));
    const next = await scene.pull(ids);
    assert.deepEqual(scene.codes(next), ['before:']);
    const last = scene.pull(ids);
    await scene.client.close(scene.uri('between'));
    assert.deepEqual(scene.codes(await last), ['between:']);
  }));

void test('files of a folder that is removed have no problems', () =>
  Scene.with(
    { a: WRONG },
    async (scene) => {
      const next = scene.pull(idsOf(await scene.pull()));
      const removed = [{ uri: scene.uri('a').replace(/\/[^/]*$/, ''), name: 'test' }];
      await scene.client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: [], removed },
      });
      assert.deepEqual(scene.codes(await next), ['a:']);
    },
    { ...PULL, workspace: { ...PULL.workspace, workspaceFolders: true } },
  ));

void test('the old side of a comparison has hover and colours, but no problems and no names', () =>
  Scene.with({ a: FLEET }, async (scene) => {
    const { client } = scene;
    const uri = 'git:/w/old.dstack.yml?%7B%22ref%22%3A%22HEAD%22%7D';
    const text = `${FLEET.replace('nodes', 'nodez')}resources: {gpu: 24GB}\n`;
    await client.open(uri, text);
    const textDocument = { uri };
    const { connection } = client;
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    assert.ok(report.kind === 'full');
    assert.deepEqual(report.items, []);
    const position = { line: 1, character: 1 };
    assert.ok(await connection.sendRequest(HoverRequest.type, { textDocument, position }));
    const tokens = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.ok(tokens && tokens.data.length > 0);
    assert.deepEqual(scene.codes(await scene.pull()), ['a:']);
    const symbols = await connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
    assert.equal(symbols?.length, 1);
  }));

void test('many files are answered in parts', () => {
  const files = Object.fromEntries(
    Array.from({ length: 120 }, (_, i) => [`f${String(i)}`, `type: task\nname: t${String(i)}\n`]),
  );
  return Scene.with(files, async (scene) => {
    const parts: number[] = [];
    const { connection } = scene.client;
    connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'part', ({ items }) => {
      parts.push(items.length);
    });
    const last = await connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
      partialResultToken: 'part',
    });
    assert.deepEqual(last.items, []);
    assert.deepEqual(parts, [50, 50, 20]);
  });
});

void test('a client that wants to sees how far it is', () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`f${String(i)}`, `type: task\nname: t${String(i)}\n`]),
  );
  return Scene.with(files, async ({ client: { connection } }) => {
    const told: string[] = [];
    connection.onProgress(WorkDoneProgress.type, 'work', ({ kind, message }) => {
      told.push([kind, message].join(' ').trim());
    });
    const params = { previousResultIds: [], workDoneToken: 'work' };
    await connection.sendRequest(WorkspaceDiagnosticRequest.type, params);
    assert.deepEqual(told, ['begin', 'report 50 files', 'end']);
  });
});

void test('reports after a wait are not progress', () => {
  const names = Array.from({ length: 60 }, (_, i) => `f${String(i)}`);
  const users = names.map((name) => [name, `type: task\nname: ${name}\nfleets: [gpu]\n`]);
  return Scene.with({ ...Object.fromEntries(users), fleet: FLEET }, async (scene) => {
    const { connection } = scene.client;
    const told: string[] = [];
    connection.onProgress(WorkDoneProgress.type, 'work', ({ kind }) => void told.push(kind));
    const previousResultIds = idsOf(await scene.pull());
    const params = { previousResultIds, workDoneToken: 'work' };
    const waiting = connection.sendRequest(WorkspaceDiagnosticRequest.type, params);
    await eventually(
      () => told.at(-1),
      (last) => last === 'end',
    );
    // One change, so that the request wakes once, which concerns all files.
    await scene.write('fleet', FLEET.replace('gpu', 'cpu'));
    assert.ok((await waiting).items.length > 50);
    assert.deepEqual(told, ['begin', 'end']);
  });
});

const RELATED: ClientCapabilities = {
  ...PULL,
  textDocument: { diagnostic: { relatedDocumentSupport: true } },
};

void test('a document comes with changed problems of the files that depend on its names', () => {
  const files = {
    a: FLEET,
    b: yaml`
      type: task
      commands: [ls]
      fleets: [gpu2]
    `,
    c: 'type: task\ncommands: [ls]\n',
  };
  return Scene.with(
    files,
    async (scene) => {
      const { client } = scene;
      await scene.pull();
      let version = 1;
      await client.open(scene.uri('x'), 'type: fleet\nnodes: 1\n');
      const related = async (text: string) => {
        await client.change(scene.uri('x'), ++version, text);
        const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
          textDocument: { uri: scene.uri('x') },
        });
        assert.ok(report.kind === 'full');
        const items = Object.entries(report.relatedDocuments ?? {}).flatMap(([uri, one]) =>
          one.kind === 'full' ? [{ ...one, uri, version: null }] : [],
        );
        return scene.codes({ items });
      };
      assert.deepEqual(
        await related(yaml`
          type: fleet
          nodes: 1
          # 1
        `),
        [],
      );
      assert.deepEqual(await related(FLEET), ['a: duplicate-name']);
      // It is not told twice.
      assert.deepEqual(await related(`${FLEET}# 2\n`), []);
      assert.deepEqual(await related(FLEET.replace('gpu', 'gpu2')), ['a:', 'b:']);
      assert.deepEqual(await related(FLEET.replace('gpu', 'gpu3')), ['b: undefined-reference']);
    },
    RELATED,
  );
});

void test('a client without support for related documents gets none', () =>
  Scene.with({ a: FLEET }, async (scene) => {
    await scene.pull();
    await scene.client.open(scene.uri('x'), FLEET);
    const report = await scene.client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: scene.uri('x') },
    });
    assert.ok(report.kind === 'full' && report.items.length === 1);
    assert.equal(report.relatedDocuments, undefined);
  }));

void test('a request that waits can be cancelled', () =>
  Scene.with({ a: FLEET }, async (scene) => {
    const ids = idsOf(await scene.pull());
    const source = new CancellationTokenSource();
    const waiting = scene.pull(ids, source.token);
    source.cancel();
    await waiting.catch(() => undefined);
  }));

void test('open documents are asked about again when names change elsewhere', () =>
  Scene.with({ a: FLEET }, async (scene) => {
    let refreshed = 0;
    scene.client.connection.onRequest(DiagnosticRefreshRequest.type, () => void refreshed++);
    await scene.client.open(
      scene.uri('t'),
      yaml`
        type: task
        commands: [ls]
        fleets: [gpu2]
      `,
    );
    const textDocument = { uri: scene.uri('t') };
    const ask = () =>
      scene.client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    const count = (report: Awaited<ReturnType<typeof ask>>) =>
      report.kind === 'full' ? report.items.length : -1;
    assert.equal(count(await eventually(ask, (report) => count(report) === 1)), 1);
    const asked = (times: number) =>
      eventually(
        () => refreshed,
        (found) => found >= times,
      );
    await asked(1);
    // On a busy machine the first reading may be told in two steps.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = refreshed;
    await scene.write(
      'b',
      yaml`
        type: fleet
        name: gpu2
        nodes: 1
      `,
    );
    assert.ok((await asked(before + 1)) > before);
    assert.equal(count(await ask()), 0);
  }));

void test('a client that cannot ask gets what depends on other files as well', () =>
  Scene.with(
    { a: FLEET },
    async (scene) => {
      await scene.client.open(scene.uri('b'), FLEET);
      const last = await eventually(
        () => scene.client.published.at(-1),
        (params) => params?.diagnostics.length === 1,
      );
      assert.equal(last?.diagnostics[0]?.code, 'duplicate-name');
      assert.equal(last.uri, scene.uri('b'));
    },
    {},
  ));

void test('the setting dstack.validation.workspace leaves files out that are not open', () =>
  Scene.with(
    { a: WRONG },
    async (scene) => {
      const { items } = await scene.pull();
      const reports = items.length > 0 && 'items' in (items[0] ?? {}) ? scene.codes({ items }) : [];
      if (reports[0] !== 'a:') {
        const next = await scene.pull(idsOf({ items }));
        assert.deepEqual(scene.codes(next), ['a:']);
      }
    },
    { ...PULL, workspace: { configuration: true } },
    { validation: { workspace: false } },
  ));

test('an exception about one file costs its problems with others, and no other file', async (context) => {
  const own = Reflect.get(WorkspaceIndex.prototype, 'isDeclared');
  context.mock.method(
    WorkspaceIndex.prototype,
    'isDeclared',
    function (this: WorkspaceIndex, ...[kind, name]: Parameters<typeof own>) {
      if (name === 'broken') throw new Error('broken on purpose');
      return own.call(this, kind, name);
    },
  );
  const task = (fleet: string) => `type: task\ncommands: [ls]\nfleets: [${fleet}]\n`;
  const files = { a: FLEET, b: task('other'), c: task('broken'), d: task('third') };
  await Scene.with(files, async ({ client }) => {
    const log: string[] = [];
    client.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      log.push(message);
    });
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    const found = items.map((one) => (one.kind === 'full' ? one.items.length : 0));
    assert.deepEqual(found.sort(), [0, 0, 1, 1]);
    assert.equal(log.length, 1, log.join('\n'));
    assert.match(log[0] ?? '', /^problems with other files: Error: broken on purpose\n/);
  });
});
