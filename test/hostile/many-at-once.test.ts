import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';
import { HEAD, times } from './texts';

const skip = NOT_BUILT;
const MANY = 100_000;
/** Seconds of a processor for all of it, reading the message included, of which half is needed. */
const BOUND = 4;
const uri = 'file:///w/.dstack.yml';
const other = 'untitled:other.dstack.yml';
const hoverElsewhere = { textDocument: { uri: other }, position: { line: 0, character: 1 } };
const LONG = times(60_000, () => '# a comment, and\n');

/** Seconds of a processor until the server answers again after one message. */
async function timeOf(server: ServerProcess, method: string, params: object): Promise<number> {
  server.open(other, HEAD);
  await server.request('textDocument/hover', hoverElsewhere);
  const before = server.processorTime ?? 0;
  server.notify(method, params);
  const { result } = await server.request('textDocument/hover', hoverElsewhere);
  assert.ok(result);
  return (server.processorTime ?? 0) - before;
}

const CHANGES: Readonly<
  Record<string, readonly [text: string, line: number, character: number, inserted: string]>
> = {
  'at the start of a long text': [LONG, 0, 1, 'x'],
  'that add lines to a long text': [LONG, 1, 0, '\n'],
  'of one line': [HEAD.trim(), 0, 1, 'x'],
};

for (const [name, [text, line, character, inserted]] of Object.entries(CHANGES)) {
  test(`hostile: 100,000 changes in one message, ${name}`, { skip }, async (context) => {
    const server = await ServerProcess.start();
    context.after(() => server.stop());
    server.open(uri, text);
    const contentChanges = Array.from({ length: MANY }, (_, index) => {
      const at = { line: line * index, character: character * index };
      return { range: { start: at, end: at }, text: inserted };
    });
    const time = await timeOf(server, 'textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges,
    });
    assert.ok(time < BOUND, String(time));
    assert.deepEqual(server.log, []);
    context.diagnostic(
      `figure: 100,000 changes in one message, ${name}: ${time.toFixed(1)} s of a processor`,
    );
  });
}

const WATCHED: Readonly<Record<string, (folder: string, index: number) => string>> = {
  files: (folder, index) => `${folder}/f/c${String(index)}.dstack.yml`,
  'ignore rules in folders': (folder, index) => `${folder}/f/x${String(index)}/.gitignore`,
  'folders far below': (folder, index) => `${folder}${'/a'.repeat(20)}/${String(index)}/.dstack`,
};

for (const [name, uriOf] of Object.entries(WATCHED)) {
  test(
    `hostile: 100,000 changes on the disk in one message: ${name}`,
    { skip },
    async (context) => {
      const folder = mkdtempSync(join(tmpdir(), 'dstack-watched-'));
      mkdirSync(join(folder, 'f'));
      writeFileSync(join(folder, 'f/c1.dstack.yml'), HEAD);
      const rootUri = pathToFileURL(folder).href;
      const server = await ServerProcess.start({}, { rootUri });
      context.after(async () => {
        await server.stop();
        rmSync(folder, { recursive: true });
      });
      const changes = Array.from({ length: MANY }, (_, index) => ({
        uri: uriOf(rootUri, index),
        type: 2,
      }));
      const time = await timeOf(server, 'workspace/didChangeWatchedFiles', { changes });
      assert.ok(time < BOUND, String(time));
      assert.deepEqual(server.log, []);
      context.diagnostic(
        `figure: 100,000 changes on the disk in one message, ${name}: ${time.toFixed(1)} s of a processor`,
      );
    },
  );
}
