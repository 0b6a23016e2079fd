import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { eventually } from '../support/server/eventually';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';

const skip = NOT_BUILT;
const FOLDERS = 200;
/** Seconds of a processor, of which half a second is needed. */
const BOUND = 4;
const CAPABILITIES = { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } };

/** Folders with a fleet each. */
function foldersIn(
  context: TestContext,
): readonly { readonly uri: string; readonly name: string }[] {
  const root = mkdtempSync(join(tmpdir(), 'dstack-folders-'));
  context.after(() => rmSync(root, { recursive: true }));
  return Array.from({ length: FOLDERS }, (_, index) => {
    const name = `f${String(index)}`;
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, '.dstack.yml'), `type: fleet\nname: ${name}\nnodes: 1\n`);
    return { uri: pathToFileURL(join(root, name)).href, name };
  });
}

async function namesOf(server: ServerProcess): Promise<readonly string[]> {
  const { result } = await server.request('workspace/symbol', { query: '' });
  return (result as { name: string }[]).map(({ name }) => name).sort();
}

/** The names once there are so many; those of the last answer if there never are. */
function namesOnce(server: ServerProcess, count: number): Promise<readonly string[]> {
  return eventually(
    () => namesOf(server),
    ({ length }) => length === count,
  );
}

/** How many files and pipes the server has open; undefined if the system does not say. */
function openFiles(server: ServerProcess): number | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync(`/proc/${String(server.child.pid)}/fd`).length;
}

test(
  'hostile: 200 folders at once, all opened, closed and opened again',
  { skip },
  async (context) => {
    const all = foldersIn(context);
    const expected = all.map(({ name }) => name).sort();
    const server = ServerProcess.spawn();
    context.after(() => server.stop());
    await server.initialize(CAPABILITIES, { workspaceFolders: all });
    assert.deepEqual(await namesOnce(server, FOLDERS), expected);
    const before = openFiles(server);
    const change = (added: typeof all, removed: typeof all) =>
      server.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    change([], all);
    assert.deepEqual(await namesOnce(server, 0), []);
    change(all, []);
    assert.deepEqual(await namesOnce(server, FOLDERS), expected);
    assert.equal(openFiles(server), before);
    assert.ok((server.processorTime ?? 0) < BOUND, String(server.processorTime));
    assert.deepEqual(server.log, []);
  },
);

test('hostile: 4,000 changes of the folders of a small workspace', { skip }, async (context) => {
  const all = foldersIn(context);
  const [kept, ...others] = all;
  const server = ServerProcess.spawn();
  context.after(() => server.stop());
  await server.initialize(CAPABILITIES, { workspaceFolders: [kept] });
  assert.deepEqual(await namesOnce(server, 1), ['f0']);
  const before = openFiles(server);
  for (let index = 0; index < 4000; index++) {
    const one = others[Math.floor(index / 2) % others.length];
    const event = index % 2 === 0 ? { added: [one], removed: [] } : { added: [], removed: [one] };
    server.notify('workspace/didChangeWorkspaceFolders', { event });
  }
  const last = { added: others.slice(0, 2), removed: [] };
  server.notify('workspace/didChangeWorkspaceFolders', { event: last });
  assert.deepEqual(await namesOnce(server, 3), ['f0', 'f1', 'f2']);
  assert.equal(openFiles(server), before);
  assert.ok((server.processorTime ?? 0) < BOUND, String(server.processorTime));
  assert.deepEqual(server.log, []);
});
