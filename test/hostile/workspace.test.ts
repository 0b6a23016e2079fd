import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { NOT_BUILT, ServerProcess, watchingDisk } from '../support/server/server-process';
import { HEAD, times } from './texts';
import { yaml } from '../support/yaml';

const skip = NOT_BUILT;
const FILES = 1000;
/** Milliseconds: the second that a user may wait, five times over, since other tests run at the same time. */
const BOUND = 5000;
/** Seconds of a processor for all files, of which a machine that does nothing else takes one. */
const BOUND_OF_ALL = 8;
/** Problems after which an answer is full. */
const MOST = 20_000;
const other = 'untitled:other.dstack.yml';
const hoverElsewhere = { textDocument: { uri: other }, position: { line: 0, character: 1 } };

interface Report {
  readonly items: readonly {
    readonly uri: string;
    readonly resultId: string;
    readonly items: readonly unknown[];
  }[];
}

/** A server for a folder of many files, ten a folder. */
async function serving(
  context: TestContext,
  textOf: (index: number) => string,
  more: Readonly<Record<string, string>> = {},
  env: NodeJS.ProcessEnv = {},
): Promise<{ server: ServerProcess; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-hostile-'));
  for (let index = 0; index < FILES; index++) {
    const parent = join(folder, `f${String(Math.floor(index / 10))}`);
    mkdirSync(parent, { recursive: true });
    writeFileSync(join(parent, `c${String(index)}.dstack.yml`), textOf(index));
  }
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text);
  const server = ServerProcess.spawn('stdio', env);
  await server.initialize(
    { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    { rootUri: pathToFileURL(folder).href },
  );
  context.after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  server.open(other, HEAD);
  return { server, folder };
}

/** Asks for the problems of all files; an editor asks about another one meanwhile. */
async function problemsOfAll(server: ServerProcess): Promise<Report['items']> {
  let isDone = false;
  const asked = server
    .request('workspace/diagnostic', { previousResultIds: [] })
    .finally(() => (isDone = true));
  while (!isDone) {
    const { milliseconds } = await server.request('textDocument/hover', hoverElsewhere);
    assert.ok(milliseconds < BOUND, `hover ${String(milliseconds)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { result } = await asked;
  const time = server.processorTime ?? 0;
  assert.ok(time < BOUND_OF_ALL, `${String(time)} s`);
  return (result as Report).items;
}

const ATTACKS: Readonly<
  Record<string, readonly [textOf: (index: number) => string, problems: number]>
> = {
  'that all have the same name': [
    () => yaml`
      type: fleet
      name: gpu
      nodes: 1
    `,
    1,
  ],
  'of which half refer to what the other half nearly defines': [
    (index) =>
      index % 2 === 0
        ? `type: fleet\nname: fleet-of-machines-${String(index)}\nnodes: 1\n`
        : `${HEAD}fleets: [fleet-of-machines-${String(index)}]\n`,
    0.5,
  ],
  'that refer to 50 names each which are not there': [
    (index) =>
      index < 150
        ? `type: fleet\nname: fleet-${String(index)}\nnodes: 1\n`
        : `${HEAD}fleets:\n${times(50, (i) => `  - fleet-${String(index)}-${String(i)}\n`)}`,
    40,
  ],
};

for (const [name, [textOf, problems]] of Object.entries(ATTACKS)) {
  test(`hostile: ${String(FILES)} files ${name}`, { skip }, async (context) => {
    const { server } = await serving(context, textOf);
    const items = await problemsOfAll(server);
    assert.equal(items.length, FILES);
    const found = items.reduce((sum, one) => sum + one.items.length, 0);
    assert.ok(found >= Math.min(FILES * problems * 0.9, MOST), String(found));
    assert.deepEqual(server.log, []);
    context.diagnostic(
      `figure: ${String(FILES)} files ${name}: ${String(server.processorTime)} s of a processor`,
    );
  });
}

test('hostile: files with problems with other files are read once', { skip }, async (context) => {
  const log = join(mkdtempSync(join(tmpdir(), 'dstack-log-')), 'log');
  context.after(() => rmSync(dirname(log), { recursive: true }));
  const sameName = () => 'type: fleet\nname: gpu\nnodez: 1\n';
  const { server } = await serving(context, sameName, {}, watchingDisk(log));
  const items = await problemsOfAll(server);
  assert.equal(items.filter((one) => one.items.length === 2).length, FILES);
  const opened = readFileSync(log, 'utf8').match(/^\["openSync",.*\.dstack\.yml"\]$/gm) ?? [];
  // Those that were read before the question are read again.
  assert.ok(opened.length < FILES * 1.2, String(opened.length));
});

const MANY_PROBLEMS: Readonly<Record<string, string>> = {
  'of their own': HEAD + times(40, (i) => `x${String(i)}: 1\n`),
  'with files that are missing': `${HEAD}files:\n${times(40, (i) => `  - x${String(i)}\n`)}`,
};

for (const [kind, wrong] of Object.entries(MANY_PROBLEMS)) {
  test(
    `hostile: 40,000 problems ${kind} are reported in several answers`,
    { skip },
    async (context) => {
      const { server } = await serving(context, () => wrong);
      const reported = new Map<string, string>();
      let problems = 0;
      while (problems < 40 * FILES) {
        const previousResultIds = [...reported].map(([uri, value]) => ({ uri, value }));
        const { result } = await server.request('workspace/diagnostic', { previousResultIds });
        const { items } = result as Report;
        const found = items.reduce((sum, one) => sum + one.items.length, 0);
        assert.ok(found > 0 && found <= MOST + 40, String(found));
        for (const { uri, resultId } of items) reported.set(uri, resultId);
        problems += found;
      }
      assert.deepEqual([problems, reported.size], [40 * FILES, FILES]);
      assert.deepEqual(server.log, []);
    },
  );
}

test('hostile: a .gitignore in which each pattern has to be tried', { skip }, async (context) => {
  const patterns = [
    '*a*b*c*d*e*f*',
    '**/*c*[0-9]*s*x',
    '?*?*?*?*q',
    '[!z]*[!y]*[!x]*w',
    '*/*[a-z]*?z',
  ];
  const ignore = times(2000, (i) => `${patterns[i % patterns.length] ?? ''}${String(i)}\n`);
  const { server } = await serving(context, () => HEAD, { '.gitignore': ignore });
  assert.equal((await problemsOfAll(server)).length, FILES);
});

test('hostile: 4,000 changes of the open folders beside many files', { skip }, async (context) => {
  const { server, folder } = await serving(context, () => HEAD);
  await problemsOfAll(server);
  const uriOf = (index: number) => pathToFileURL(join(folder, '..', `none-${String(index)}`)).href;
  for (let index = 0; index < 4000; index++) {
    const added = [{ uri: uriOf(index), name: String(index) }];
    const removed = index % 2 === 0 ? [] : [{ uri: uriOf(index - 1), name: '' }];
    server.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  }
  const before = server.processorTime ?? 0;
  assert.ok((await server.request('textDocument/hover', hoverElsewhere)).result);
  const time = (server.processorTime ?? 0) - before;
  assert.ok(time < BOUND / 1000, String(time));
  context.diagnostic(
    `figure: after 4,000 changes of the open folders, a hover takes ${time.toFixed(1)} s of a processor`,
  );
});
