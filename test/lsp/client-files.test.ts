import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import {
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  FileChangeType,
  RenameRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
  type CompletionList,
} from 'vscode-languageserver-protocol/node';
import { eventually } from '../support/server/eventually';
import { TestClient } from '../support/server/client';
import { table } from '../support/table';
import { yaml } from '../support/yaml';

const ROOT = 'vscode-vfs://github/owner/a%20b';

const FLEET = yaml`
  type: fleet
  name: gpu
  nodes: 1
`;
const TASK = yaml`
  type: task
  fleets: [gpu]
  files: [data/x.csv, data/y.csv]
  commands: [ls]
  name: train
`;

/** The files that the client has, by their path in the workspace. */
let files: Map<string, string>;
let asked: string[];
let client: TestClient;

const uriOf = (path: string) => `${ROOT}/${path}`;
const at = (path: string, line: number, character: number) => ({
  textDocument: { uri: uriOf(path) },
  position: { line, character },
});

/** The part of a URI of the workspace after its folder. */
function pathOf(uri: string): string | undefined {
  asked.push(uri);
  const decoded = decodeURIComponent(uri);
  const root = decodeURIComponent(ROOT);
  return decoded === root || decoded.startsWith(`${root}/`)
    ? decoded.slice(root.length + 1)
    : undefined;
}

function entriesOf(uri: string): [string, string][] | null {
  const folder = pathOf(uri);
  if (folder === undefined) return null;
  const start = folder === '' ? '' : `${folder}/`;
  const kinds = new Map<string, string>();
  for (const file of files.keys()) {
    if (!file.startsWith(start)) continue;
    const [name = '', ...more] = file.slice(start.length).split('/');
    kinds.set(name, more.length > 0 ? 'folder' : 'file');
  }
  return kinds.size > 0 ? [...kinds] : null;
}

function contentOf(uri: string): string | null {
  const text = files.get(pathOf(uri) ?? '');
  return text === undefined ? null : Buffer.from(text).toString('base64');
}

beforeEach(async () => {
  asked = [];
  files = new Map([
    ['fleet.dstack.yml', FLEET],
    ['jobs/task.dstack.yml', TASK],
    ['jobs/data/x.csv', '1'],
    ['build/copy.dstack.yml', FLEET.replace('gpu', 'built')],
    ['node_modules/m/z.dstack.yml', FLEET.replace('gpu', 'module')],
    ['wrong.dstack.yml', 'type: tusk\n'],
    ['.gitignore', 'build/\n'],
  ]);
  client = await TestClient.start(
    { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    undefined,
    ROOT,
    { files: true },
    ({ connection }) =>
      connection.onRequest(
        'dstack/readFiles',
        (wanted: { readonly folders: string[]; readonly files: string[] }) => ({
          folders: wanted.folders.map(entriesOf),
          files: wanted.files.map(contentOf),
        }),
      ),
  );
});
afterEach(() => client.dispose());

const names = async () =>
  (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' }))
    ?.map(({ name }) => name)
    .sort() ?? [];

const isRead = () => eventually(names, (found) => found.length === 2);

test('the workspace has the files that Git does not ignore', async () => {
  assert.deepEqual(await isRead(), ['gpu', 'train']);
  assert.ok(!asked.some((uri) => uri.includes('node_modules') || uri.includes('build/')));
});

test('a name leads to another file, and is renamed in all', async () => {
  await isRead();
  await client.open(uriOf('jobs/task.dstack.yml'), TASK);
  const place = at('jobs/task.dstack.yml', 1, 10);
  const found = await client.connection.sendRequest(DefinitionRequest.type, place);
  assert.deepEqual(
    [found].flat().map((one) => one && 'uri' in one && one.uri),
    [uriOf('fleet.dstack.yml')],
  );
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...place, newName: 'bb' });
  assert.deepEqual(Object.keys(edit?.changes ?? {}).sort(), [
    uriOf('fleet.dstack.yml'),
    uriOf('jobs/task.dstack.yml'),
  ]);
});

test('problems of files that are not open are reported', async () => {
  const report = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
    previousResultIds: [],
  });
  const wrong = report.items.filter((one) => one.kind === 'full' && one.items.length > 0);
  assert.ok(wrong.some(({ uri }) => uri === uriOf('wrong.dstack.yml')));
});

test('paths are completed, linked and missed, even before the workspace is read', async () => {
  const uri = uriOf('jobs/task.dstack.yml');
  await client.open(uri, TASK);
  const list = (await client.connection.sendRequest(
    CompletionRequest.type,
    at('jobs/task.dstack.yml', 2, 13),
  )) as CompletionList;
  assert.ok(list.items.some(({ label }) => label.includes('x.csv')));
  const links = await client.connection.sendRequest(DocumentLinkRequest.type, {
    textDocument: { uri },
  });
  assert.deepEqual(
    links?.map(({ target }) => target),
    [uriOf('jobs/data/x.csv')],
  );
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
  });
  const codes = report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  assert.ok(codes.includes('missing-file'), codes.join());
});

test('a file that changes, appears or is gone is noticed', async () => {
  await isRead();
  files.set('fleet.dstack.yml', FLEET.replace('gpu', 'cpu'));
  files.set('new.dstack.yml', FLEET.replace('gpu', 'new'));
  files.delete('jobs/task.dstack.yml');
  const changed = ['fleet.dstack.yml', 'new.dstack.yml', 'jobs/task.dstack.yml'].map((path) => ({
    uri: uriOf(path),
    type: FileChangeType.Changed as FileChangeType,
  }));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: changed,
  });
  const found = await eventually(names, (all) => all.includes('new') && all.includes('cpu'));
  assert.deepEqual(found, ['cpu', 'new']);
});

table(
  'a file in a new folder is noticed at once, though its folder was read a moment ago',
  ['new/a.dstack.yml', 'jobs/new/a.dstack.yml', 'new/deep/er/a.dstack.yml'],
  async (path) => {
    await isRead();
    files.set(path, FLEET.replace('gpu', 'new'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(path), type: FileChangeType.Created }],
    });
    const found = await eventually(names, (all) => all.includes('new'));
    assert.deepEqual(found, ['gpu', 'new', 'train']);
  },
);

test('what a faulty client answers counts as unreadable', async () => {
  await isRead();
  for (const answer of [
    null,
    1,
    { folders: 1 },
    { folders: [[1, ['..', 'folder'], ['a/b', 'file']]], files: [{}] },
  ]) {
    client.connection.onRequest('dstack/readFiles', (): unknown => answer);
    await client.connection.sendRequest('dstack/checkWorkspace');
  }
  assert.deepEqual(await names(), []);
});
