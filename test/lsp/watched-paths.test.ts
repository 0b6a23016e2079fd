import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  RegistrationRequest,
  UnregistrationRequest,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
  type DidChangeWatchedFilesRegistrationOptions,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { eventually } from '../support/server/eventually';

const WATCHES: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
};

const GPU = 'type: fleet\nname: gpu\nnodes: 1\n';
const taskOf = (lines: string) => `type: task\ncommands: [ls]\n${lines}\n`;

/** A client that has a file open, and what the server has asked of it. */
class Scene {
  /** The watched paths by the id of their registration, relative to the folder; of the first one the patterns. */
  readonly watched = new Map<string, readonly string[]>();
  refreshes = 0;

  private constructor(
    readonly client: TestClient,
    readonly folder: string,
  ) {}

  /** @param before called before the client answers a request to watch */
  static async with(
    text: string,
    check: (scene: Scene) => Promise<void>,
    before: (scene: Scene) => void = () => undefined,
  ): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'dstack-watch-'));
    writeFileSync(join(folder, 'gpu.dstack.yml'), GPU);
    writeFileSync(join(folder, 'a.dstack.yml'), text);
    const client = await TestClient.start(WATCHES, undefined, folder);
    const scene = new Scene(client, folder);
    client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      before(scene);
      for (const one of registrations)
        scene.watched.set(one.id, scene.pathsOf(one.registerOptions));
    });
    client.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) scene.watched.delete(id);
    });
    client.connection.onRequest(DiagnosticRefreshRequest.type, () => void scene.refreshes++);
    try {
      await client.open(scene.uri('a.dstack.yml'), text);
      await check(scene);
    } finally {
      client.dispose();
      rmSync(folder, { recursive: true });
    }
  }

  private pathsOf(options: DidChangeWatchedFilesRegistrationOptions): readonly string[] {
    return options.watchers.map(({ globPattern }) => {
      if (typeof globPattern === 'string') return globPattern;
      const { baseUri, pattern } = globPattern;
      const base = typeof baseUri === 'string' ? baseUri : baseUri.uri;
      return `${base}/${pattern}`.replace(`${this.uri('')}`, '');
    });
  }

  /** The paths that are watched beside configurations. */
  paths(): readonly string[] {
    return [...this.watched].flatMap(([id, paths]) => (id.startsWith('paths') ? paths : []));
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href.replace(/\/?$/, path === '' ? '/' : '');
  }

  /** The codes of the problems of the open file. */
  async codes(): Promise<readonly string[]> {
    const textDocument = { uri: this.uri('a.dstack.yml') };
    const report = await this.client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
    });
    return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : ['unchanged'];
  }

  /** Asks for the problems until they are these. */
  async expect(...codes: readonly string[]): Promise<void> {
    const found = await eventually(
      () => this.codes(),
      (list) => list.join() === codes.join(),
    );
    assert.deepEqual(found, codes);
  }

  async told(path: string, type: FileChangeType): Promise<void> {
    await this.client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(path), type }],
    });
  }
}

test('a missing file is looked for again when it is created or deleted outside', () =>
  Scene.with(taskOf('files: [lib/train.py]'), async (scene) => {
    await scene.expect('missing-file');
    await eventually(
      () => scene.paths().length,
      (length) => length === 2,
    );
    assert.deepEqual(scene.paths(), ['lib', 'lib/train.py']);
    mkdirSync(join(scene.folder, 'lib'));
    writeFileSync(join(scene.folder, 'lib/train.py'), '');
    const asked = scene.refreshes;
    await scene.told('lib', FileChangeType.Created);
    await eventually(
      () => scene.refreshes,
      (count) => count > asked,
    );
    assert.deepEqual(await scene.codes(), []);
    rmSync(join(scene.folder, 'lib'), { recursive: true });
    const before = scene.refreshes;
    await scene.told('lib', FileChangeType.Deleted);
    await eventually(
      () => scene.refreshes,
      (count) => count > before,
    );
    assert.deepEqual(await scene.codes(), ['missing-file']);
  }));

test('paths that are no longer named are no longer watched', () =>
  Scene.with(taskOf('files: [a.py]'), async (scene) => {
    const watches = (...paths: readonly string[]) =>
      eventually(
        () => scene.paths().join(),
        (found) => found === paths.join(),
      );
    assert.equal(await watches('a.py'), 'a.py');
    await scene.client.change(scene.uri('a.dstack.yml'), 2, taskOf('files: [b.py]'));
    assert.equal(await watches('b.py'), 'b.py');
    await scene.client.change(scene.uri('a.dstack.yml'), 3, taskOf(''));
    assert.equal(await watches(), '');
  }));

test('what is written before the client watches is found: reading waits for that', () =>
  Scene.with(
    taskOf('fleets: [cpu]'),
    async (scene) => {
      const symbols = () =>
        scene.client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'cpu' });
      const found = await eventually(symbols, (list) => list?.length === 1);
      assert.equal(found?.length, 1);
      assert.deepEqual(await scene.codes(), []);
    },
    // No one reports this file.
    ({ folder }) =>
      writeFileSync(join(folder, 'cpu.dstack.yml'), 'type: fleet\nname: cpu\nnodes: 1\n'),
  ));
