import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { eventually } from '../support/server/eventually';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';
import { yaml } from '../support/yaml';

const FLEET = yaml`
  type: fleet
  name: gpu
  nodes: 1
`;
/** Milliseconds: the second that a user may wait, five times over, since other tests run at the same time. */
const BOUND = 5000;
/** Megabytes that the server may take more than before. */
const GROWTH = 60;

interface Symbols {
  readonly result?: unknown;
}

test(
  'a file that changes 100 times a second on the disk delays no other, and counts as it is at last',
  { skip: NOT_BUILT },
  async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'dstack-changes-'));
    const rootUri = pathToFileURL(folder).href;
    const path = join(folder, 'busy.dstack.yml');
    writeFileSync(path, FLEET);
    const server = await ServerProcess.start({ textDocument: { diagnostic: {} } }, { rootUri });
    context.after(async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    });
    const textDocument = { uri: 'file:///w/other.dstack.yml' };
    server.open(textDocument.uri, FLEET);
    const hover = () =>
      server.request('textDocument/hover', { textDocument, position: { line: 0, character: 1 } });
    const names = async () => {
      const { result }: Symbols = await server.request('workspace/symbol', { query: 'busy' });
      return (result as { name: string }[]).map(({ name }) => name);
    };
    await hover();
    const before = server.peakMemory ?? 0;
    let slowest = 0;
    for (let change = 0; change < 300; change++) {
      writeFileSync(path, FLEET.replace('gpu', `busy-${String(change)}`) + '# a\n'.repeat(500));
      // The client may well tell of a change more than once.
      const changes = Array.from({ length: 5 }, () => ({ uri: pathToFileURL(path).href, type: 2 }));
      server.notify('workspace/didChangeWatchedFiles', { changes });
      if (change % 20 === 0) slowest = Math.max(slowest, (await hover()).milliseconds);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.deepEqual(await eventually(names, ([name]) => name === 'busy-299'), ['busy-299']);
    assert.ok(slowest < BOUND, String(slowest));
    const grown = (server.peakMemory ?? 0) - before;
    assert.ok(grown < GROWTH, `${String(grown)} MB`);
    context.diagnostic(
      `figure: while a file changes 100 times a second on the disk, a hover elsewhere takes ${slowest.toFixed(0)} ms ` +
        `at most, and the server ${grown.toFixed(0)} MB more`,
    );
  },
);
