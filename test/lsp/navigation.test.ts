import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CodeLensRequest,
  DeclarationRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCreateFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  FileChangeType,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
  type CodeLens,
  type Location,
  type WorkspaceEdit,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { eventually } from '../support/server/eventually';
import { yaml } from '../support/yaml';

let folder = '';
let client: TestClient;
/** How many configurations there are, as the server tells by itself. */
let known = 0;
const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;

const TASK = yaml`
  type: task
  fleets: [gpu]
  commands: [ls]
`;
const at = (path: string, line: number, character: number) => ({
  textDocument: { uri: uriOf(path) },
  position: { line, character },
});

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dstack-navigation-'));
  writeFileSync(
    join(folder, 'gpu.dstack.yml'),
    yaml`
      type: fleet
      name: gpu
      nodes: 1
    `,
  );
  writeFileSync(join(folder, 'other.dstack.yml'), TASK);
  client = await TestClient.start(
    {
      workspace: { workspaceEdit: { documentChanges: true }, workspaceFolders: true },
      textDocument: { rename: { prepareSupport: true } },
    },
    undefined,
    folder,
    { status: true },
  );
  client.connection.onNotification('dstack/status', ({ configurations }) => {
    known = Number(configurations);
  });
  await client.open(uriOf('task.dstack.yml'), TASK);
  await eventually(
    () => client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' }),
    (found) => found?.length === 1,
  );
});

after(() => {
  client.dispose();
  rmSync(folder, { recursive: true });
});

void test('definition leads to another file, as a location if the client does not support links', async () => {
  const found = await client.connection.sendRequest(
    DefinitionRequest.type,
    at('task.dstack.yml', 1, 10),
  );
  const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } };
  assert.deepEqual(found, [{ uri: uriOf('gpu.dstack.yml'), range }]);
});

void test('what declares a name is what defines it', async () => {
  const params = at('task.dstack.yml', 1, 10);
  const declaration = await client.connection.sendRequest(DeclarationRequest.type, params);
  const definition = await client.connection.sendRequest(DefinitionRequest.type, params);
  assert.ok(Array.isArray(declaration) && declaration.length === 1);
  assert.deepEqual(declaration, definition);
});

void test('paths follow files that an editor is about to rename', async () => {
  const text = yaml`
    type: task
    files: [data.csv]
    commands: [ls]
  `;
  writeFileSync(join(folder, 'files.dstack.yml'), text);
  await client.connection.sendRequest('dstack/checkWorkspace');
  // It has changed unseen since.
  writeFileSync(join(folder, 'files.dstack.yml'), `# 1\n${text}`);
  const rename = (newName: string, oldName: string) =>
    client.connection.sendRequest(WillRenameFilesRequest.type, {
      files: [{ oldUri: uriOf(oldName), newUri: uriOf(newName) }],
    });
  const range = { start: { line: 2, character: 8 }, end: { line: 2, character: 16 } };
  assert.deepEqual(await rename('in/values.csv', 'data.csv'), {
    documentChanges: [
      {
        textDocument: { uri: uriOf('files.dstack.yml'), version: null },
        edits: [{ range, newText: 'in/values.csv' }],
      },
    ],
  });
  assert.equal(await rename('b.txt', 'a.txt'), null);
  rmSync(join(folder, 'files.dstack.yml'));
  await client.connection.sendRequest('dstack/checkWorkspace');
});

void test('folders that an editor makes, renames and deletes are read again', async () => {
  const find = (name: string) => async () =>
    (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: name }))?.length;
  const is = async (name: string, count: number) => {
    assert.equal(await eventually(find(name), (found) => found === count), count);
  };
  mkdirSync(join(folder, 'one'));
  writeFileSync(
    join(folder, 'one/x.dstack.yml'),
    yaml`
      type: fleet
      name: inside
      nodes: 1
    `,
  );
  const { connection } = client;
  await connection.sendNotification(DidCreateFilesNotification.type, {
    files: [{ uri: uriOf('one') }],
  });
  await is('inside', 1);
  renameSync(join(folder, 'one'), join(folder, 'two'));
  await connection.sendNotification(DidRenameFilesNotification.type, {
    files: [{ oldUri: uriOf('one'), newUri: uriOf('two') }],
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await is('inside', 1);
  // What Git ignores from now on is forgotten.
  mkdirSync(join(folder, '.git'), { recursive: true });
  writeFileSync(join(folder, '.gitignore'), 'two/\n');
  await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf('.gitignore'), type: FileChangeType.Created }],
  });
  await is('inside', 0);
  rmSync(join(folder, '.gitignore'));
  await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf('.gitignore'), type: FileChangeType.Deleted }],
  });
  await is('inside', 1);
  rmSync(join(folder, 'two'), { recursive: true });
  await connection.sendNotification(DidDeleteFilesNotification.type, {
    files: [{ uri: uriOf('two') }],
  });
  await is('inside', 0);
});

void test('references come from open and other files', async () => {
  const found: Location[] | null = await client.connection.sendRequest(ReferencesRequest.type, {
    ...at('task.dstack.yml', 1, 10),
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    found?.map(({ uri }) => uri).sort(),
    ['gpu', 'other', 'task'].map((name) => uriOf(`${name}.dstack.yml`)),
  );
});

void test('a rename is one edit over all files, of open documents in their version', async () => {
  // This change is not announced, as by an editor that watches no files.
  writeFileSync(join(folder, 'other.dstack.yml'), `# moved\n${TASK}`);
  const edit: WorkspaceEdit | null = await client.connection.sendRequest(RenameRequest.type, {
    ...at('task.dstack.yml', 1, 10),
    newName: 'big',
  });
  const changes = edit?.documentChanges?.map((change) =>
    'edits' in change
      ? [
          change.textDocument.uri,
          change.textDocument.version,
          change.edits.map((one) => ('range' in one ? one.range.start.line : -1)),
        ]
      : [],
  );
  assert.deepEqual(changes?.sort(), [
    [uriOf('gpu.dstack.yml'), null, [1]],
    [uriOf('other.dstack.yml'), null, [2]],
    [uriOf('task.dstack.yml'), 1, [1]],
  ]);
});

void test('a rejected rename says why', async () => {
  const rename = (newName: string) =>
    client.connection.sendRequest(RenameRequest.type, { ...at('task.dstack.yml', 1, 10), newName });
  await assert.rejects(rename('Big_One'), /`Big_One` is not a valid name/);
  assert.equal(
    await client.connection.sendRequest(PrepareRenameRequest.type, at('task.dstack.yml', 0, 2)),
    null,
  );
});

void test('a code lens counts the references', async () => {
  const uri = uriOf('gpu.dstack.yml');
  await client.open(
    uri,
    yaml`
      type: fleet
      name: gpu
      nodes: 1
    `,
  );
  const lenses: CodeLens[] | null = await client.connection.sendRequest(CodeLensRequest.type, {
    textDocument: { uri },
  });
  assert.deepEqual(
    lenses?.map(({ command }) => command?.title),
    ['dstack apply -f gpu.dstack.yml', '2 references'],
  );
});

void test('checking the workspace finds files that came and went unseen, and reports their number', async () => {
  const others = 3; // gpu and other on the disk, task open only
  await eventually(
    () => known,
    (found) => found === others,
  );
  writeFileSync(
    join(folder, 'new.dstack.yml'),
    yaml`
      type: fleet
      name: new
      nodes: 1
    `,
  );
  await client.connection.sendRequest('dstack/checkWorkspace');
  assert.equal(
    await eventually(
      () => known,
      (found) => found === others + 1,
    ),
    others + 1,
  );
  rmSync(join(folder, 'new.dstack.yml'));
  await client.connection.sendRequest('dstack/checkWorkspace');
  const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, {
    query: 'new',
  });
  assert.deepEqual(symbols, []);
});

void test('folders come and go', async () => {
  const added = mkdtempSync(join(tmpdir(), 'dstack-added-'));
  writeFileSync(
    join(added, 'more.dstack.yml'),
    yaml`
      type: fleet
      name: more
      nodes: 1
    `,
  );
  const one = [{ uri: pathToFileURL(added).href, name: 'added' }];
  const find = () =>
    client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'fleet more' });
  const change = (event: WorkspaceFoldersChangeEvent) =>
    client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  await change({ added: one, removed: [] });
  assert.equal((await eventually(find, (found) => found?.length === 1))?.length, 1);
  await change({ added: [], removed: one });
  assert.equal((await eventually(find, (found) => found?.length === 0))?.length, 0);
  rmSync(added, { recursive: true });
});
