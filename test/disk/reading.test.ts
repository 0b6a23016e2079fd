import assert from 'node:assert/strict';
import fs, {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DISK } from '../../server/src/disk/node-files';
import { Analysis } from '../../server/src/language';
import { DiskWorkspace } from '../../server/src/disk/workspace';

let root = '';
let documents: Map<string, TextDocument>;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'dstack-reading-')));
  documents = new Map();
});
afterEach(() => rmSync(root, { recursive: true }));

const fleet = (name: string) => `type: fleet\nname: ${name}\nnodes: 1\n`;
const uriOf = (path = '') => pathToFileURL(join(root, path)).href;
/** As VS Code writes a URI. */
const escapedUriOf = (path: string) =>
  `file://${join(root, path).split('/').map(encodeURIComponent).join('/')}`;

/** Writes a fleet of this name to each file. */
function fleets(files: Readonly<Record<string, string>>): void {
  for (const [path, name] of Object.entries(files)) write(path, fleet(name));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function workspaceOf(...folders: readonly string[]): DiskWorkspace {
  return new DiskWorkspace(DISK, folders, {
    get: (uri) => documents.get(uri),
    analysisOf: (document) => new Analysis({ uri: document.uri, text: document.getText() }),
  });
}

function open(workspace: DiskWorkspace, uri: string, name: string): void {
  documents.set(uri, TextDocument.create(uri, 'dstack', 1, fleet(name)));
  workspace.documentChanged(uri);
}

async function close(workspace: DiskWorkspace, uri: string): Promise<void> {
  documents.delete(uri);
  await workspace.documentClosed(uri);
}

const names = ({ index }: DiskWorkspace) => index.named('fleet').map(({ name }) => name);

test('a file is one file under all its URIs', async () => {
  const path = 'a@b+(c):&.dstack.yml';
  fleets({ [path]: 'disk' });
  const uri = escapedUriOf(path);
  assert.notEqual(uri, uriOf(path));
  const workspace = workspaceOf(uriOf());
  await workspace.build();
  open(workspace, uri, 'typed');
  assert.deepEqual(names(workspace), ['typed']);
  assert.equal(workspace.index.declarations('fleet', 'typed')[0]?.uri, uri, "the client's URI");
  assert.equal(workspace.index.get(uriOf(path)), workspace.index.get(uri));

  for (const one of [uri, uriOf(path)]) await workspace.refresh(one);
  await workspace.build();
  assert.deepEqual(names(workspace), ['typed'], 'the open document counts');

  await close(workspace, uri);
  assert.deepEqual(names(workspace), ['disk']);
  fleets({ [path]: 'new' });
  await workspace.refresh(uri);
  assert.deepEqual([names(workspace), workspace.index.size], [['new'], 1]);
  rmSync(join(root, path));
  await workspace.refresh(uri);
  assert.equal(workspace.index.size, 0);
});

test('ignore rules that are too long are named', async () => {
  write('.git/HEAD', '');
  write('.gitignore', '# long\n'.repeat(20_000));
  write('sub/.gitignore', 'x\n');
  fleets({ 'sub/a.dstack.yml': 'a' });
  const workspace = workspaceOf(uriOf());
  await workspace.build();
  assert.deepEqual(names(workspace), ['a']);
  assert.deepEqual([...workspace.unusedRules], [join(root, '.gitignore')]);
});

test('a folder is one folder under all its URIs', async () => {
  fleets({ 'a@b/x.dstack.yml': 'x', 'a@bc/y.dstack.yml': 'y' });
  const workspace = workspaceOf(uriOf('a@b'), uriOf('a@bc'));
  await workspace.build();
  await workspace.changeFolders([], [`${escapedUriOf('a@b')}/`]);
  assert.deepEqual(names(workspace), ['y']);
  await workspace.refresh(uriOf('a@b/x.dstack.yml'));
  assert.deepEqual(names(workspace), ['y']);
});

test('a single file is known only if reading all would reach it', async () => {
  write('.gitignore', 'build/\n');
  const paths = ['build/deep/a.dstack.yml', 'node_modules/a.dstack.yml', 'a.yml', 'k.dstack.yml'];
  fleets(Object.fromEntries(paths.map((path) => [path, path])));
  symlinkSync(join(root, 'k.dstack.yml'), join(root, 'link.dstack.yml'));
  const workspace = workspaceOf(uriOf());
  for (const path of [...paths, 'link.dstack.yml', 'gone.dstack.yml'])
    await workspace.refresh(uriOf(path));
  assert.deepEqual(names(workspace), ['k.dstack.yml']);
  await workspace.changeFolders([uriOf('build')], []);
  assert.deepEqual(names(workspace), ['build/deep/a.dstack.yml', 'k.dstack.yml']);
});

test('an ignored file is known while it is open', async () => {
  write('.gitignore', '*.dstack.yml\n');
  fleets({ 'a.dstack.yml': 'disk' });
  const uri = uriOf('a.dstack.yml');
  const workspace = workspaceOf(uriOf());
  open(workspace, uri, 'typed');
  assert.deepEqual(names(workspace), ['typed']);
  await workspace.refresh(uri);
  assert.deepEqual(names(workspace), ['typed']);
  await close(workspace, uri);
  assert.deepEqual(names(workspace), []);
});

test('closing a folder keeps open documents and what another folder holds', async () => {
  fleets({ 'a/1.dstack.yml': 'one', 'a/b/2.dstack.yml': 'two', 'a/3.dstack.yml': 'three' });
  const workspace = workspaceOf(uriOf('a'), uriOf('a/b'));
  await workspace.build();
  open(workspace, uriOf('a/3.dstack.yml'), 'open');
  assert.deepEqual(names(workspace), ['one', 'open', 'two']);
  await workspace.changeFolders([], [uriOf('a')]);
  assert.deepEqual(names(workspace), ['open', 'two']);
  await close(workspace, uriOf('a/3.dstack.yml'));
  assert.deepEqual(names(workspace), ['two']);
});

test('reading a folder stops when the folder is closed', async () => {
  const many = Array.from({ length: 20 }, (_, i) => [`a/${String(i)}.dstack.yml`, `f${String(i)}`]);
  fleets({ ...Object.fromEntries(many), 'b/x.dstack.yml': 'kept' });
  const workspace = workspaceOf(uriOf('a'), uriOf('b'));
  let closing: Promise<void> | undefined;
  let files = 0;
  await workspace.build(() => {
    files++;
    closing ??= workspace.changeFolders([], [uriOf('a')]);
  });
  await closing;
  assert.deepEqual([names(workspace), files], [['kept'], 2]);
});

test('cancelling ends one reading, stopping all', async () => {
  fleets({ 'a/1.dstack.yml': 'a1', 'a/2.dstack.yml': 'a2', 'b/1.dstack.yml': 'b1' });
  const workspace = workspaceOf(uriOf('a'));
  const cancellation = { isCancellationRequested: false };
  await workspace.build(() => (cancellation.isCancellationRequested = true), cancellation);
  assert.equal(workspace.index.size, 1);
  await workspace.changeFolders([uriOf('b')], []);
  assert.equal(workspace.index.size, 2);
  workspace.stop();
  await workspace.build();
  assert.equal(workspace.index.size, 2);
});

test('the whole repository says what is ignored, not only the open folder', async () => {
  mkdirSync(join(root, 'repo/.git/info'), { recursive: true });
  write('.gitignore', 'outside.dstack.yml\n');
  write('repo/.git/info/exclude', 'excluded.dstack.yml\nagain.dstack.yml\n');
  write('repo/.gitignore', '*.tmp.dstack.yml\n/out/\n!again.dstack.yml\n');
  write('repo/sub/.gitignore', 'own.dstack.yml\n!keep.tmp.dstack.yml\n');
  const files = ['a', 'a.tmp', 'keep.tmp', 'own', 'excluded', 'again', 'outside'];
  fleets(Object.fromEntries(files.map((name) => [`repo/sub/deep/${name}.dstack.yml`, name])));
  fleets({ 'repo/out/b.dstack.yml': 'b', 'repo/out/b.tmp.dstack.yml': 'b.tmp' });

  const expected = ['a', 'again', 'keep.tmp', 'outside'];
  for (const folder of ['repo', 'repo/sub', 'repo/sub/deep']) {
    const workspace = workspaceOf(uriOf(folder));
    await workspace.build();
    assert.deepEqual(names(workspace), expected, folder);
    for (const name of files) await workspace.refresh(uriOf(`repo/sub/deep/${name}.dstack.yml`));
    assert.deepEqual(names(workspace), expected, `${folder}, file by file`);
  }
  const ignored = workspaceOf(uriOf('repo/out'));
  await ignored.build();
  assert.deepEqual(names(ignored), ['b', 'b.tmp'], 'a folder that was opened is read');
});

test('a file without a path is labelled by its URI', () => {
  const workspace = workspaceOf(uriOf());
  assert.equal(workspace.pathOf('untitled:50%'), 'untitled:50%');
  assert.equal(workspace.pathOf('untitled:/x/50%25.dstack.yml'), '50%.dstack.yml');
});

test('the path of a file has the name of its folder only for people, and only where there are several', async () => {
  const workspace = workspaceOf(uriOf('a'));
  const file = uriOf('a/sub/x.dstack.yml');
  assert.equal(workspace.pathOf(file), 'sub/x.dstack.yml');
  await workspace.changeFolders([uriOf('b')], []);
  assert.equal(workspace.pathOf(file), 'a/sub/x.dstack.yml');
  assert.equal(workspace.pathInFolder(file), 'sub/x.dstack.yml');
  assert.equal(workspace.pathInFolder(uriOf('c/y.dstack.yml')), 'y.dstack.yml');
});

/** The names of the dstack files that are read while `work` is done. */
async function readsOf(t: TestContext, work: () => Promise<unknown>): Promise<string[]> {
  const { mock } = t.mock.method(fs, 'openSync');
  await work();
  const paths = mock.calls.map(({ arguments: [path] }) => String(path));
  mock.restore();
  return paths
    .filter((path) => path.endsWith('.dstack.yml'))
    .map((path) => path.slice(root.length + 1));
}

test('only the changed file is read again', async (t) => {
  const files = Array.from({ length: 30 }, (_, i) => [`${String(i)}.dstack.yml`, `f${String(i)}`]);
  fleets(Object.fromEntries(files));
  const workspace = workspaceOf(uriOf());
  assert.equal((await readsOf(t, () => workspace.build())).length, 30);
  fleets({ '7.dstack.yml': 'changed' });
  const reads = await readsOf(t, () => workspace.refresh(uriOf('7.dstack.yml')));
  assert.deepEqual(reads, ['7.dstack.yml']);
  assert.ok(names(workspace).includes('changed') && !names(workspace).includes('f7'));
  // What names say is asked of the index, not of the disk.
  assert.deepEqual(await readsOf(t, () => Promise.resolve(names(workspace))), []);
});

test('only the created or deleted folder is read again', async (t) => {
  fleets({ 'a/1.dstack.yml': 'a1', 'b/2.dstack.yml': 'b2', 'ab/3.dstack.yml': 'ab3' });
  const workspace = workspaceOf(uriOf());
  await workspace.build();
  fleets({ 'c/d/4.dstack.yml': 'd4' });
  assert.deepEqual(await readsOf(t, () => workspace.refreshFolder(uriOf('c'))), [
    'c/d/4.dstack.yml',
  ]);
  assert.deepEqual(names(workspace), ['a1', 'ab3', 'b2', 'd4']);
  open(workspace, uriOf('c/d/4.dstack.yml'), 'open');
  rmSync(join(root, 'a'), { recursive: true });
  rmSync(join(root, 'c'), { recursive: true });
  for (const folder of ['a', 'c']) await workspace.refreshFolder(uriOf(folder));
  assert.deepEqual(names(workspace), ['ab3', 'b2', 'open']);
  await workspace.refreshFolder(pathToFileURL(tmpdir()).href);
  await workspace.refreshFolder('untitled:x');
  assert.deepEqual(names(workspace), ['ab3', 'b2', 'open']);
});

test('files that a folder now ignores are forgotten, and those that it no longer ignores are read', async () => {
  mkdirSync(join(root, '.git'));
  write('.gitignore', 'out/\n');
  fleets({ '1.dstack.yml': 'one', 'in/2.dstack.yml': 'two', 'out/3.dstack.yml': 'three' });
  const workspace = workspaceOf(uriOf());
  await workspace.build();
  assert.deepEqual(names(workspace), ['one', 'two']);
  await workspace.refreshFolder(uriOf('out'));
  assert.deepEqual(names(workspace), ['one', 'two']);
  write('.gitignore', 'in/\n');
  await workspace.refreshFolder(uriOf());
  assert.deepEqual(names(workspace), ['one', 'three']);
});
