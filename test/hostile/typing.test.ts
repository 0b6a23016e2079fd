import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';
import { HEAD, times } from './texts';

const skip = NOT_BUILT;
const uri = 'file:///w/.dstack.yml';
const other = 'file:///w/other.dstack.yml';
const elsewhere = { textDocument: { uri: other }, position: { line: 0, character: 1 } };
/** Milliseconds: the second that a user may wait, five times over, since other tests run at the same time. */
const BOUND = 5000;

interface Report {
  readonly items: readonly { readonly code: string; readonly range: object }[];
}

async function started(context: TestContext, text: string): Promise<ServerProcess> {
  const server = await ServerProcess.start({ textDocument: { diagnostic: {} } });
  context.after(() => server.stop());
  server.open(other, HEAD);
  server.open(uri, text);
  return server;
}

async function problems(server: ServerProcess): Promise<Report['items']> {
  const { result } = await server.request('textDocument/diagnostic', { textDocument: { uri } });
  return (result as Report).items;
}

function insert(
  server: ServerProcess,
  version: number,
  line: number,
  character: number,
  text: string,
) {
  const at = { line, character };
  server.notify('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: at, end: at }, text }],
  });
}

test(
  '2,000 keystrokes without a pause, each with a completion that the next one cancels',
  { skip },
  async (context) => {
    const server = await started(context, `${HEAD}env:\n${times(400, (i) => `  V${i}: a\n`)}x\n`);
    const line = 403;
    const answers = [];
    for (let key = 1; key <= 2000; key++) {
      insert(server, key + 1, line, key, 'x');
      const position = { line, character: key + 1 };
      const { id, answer } = server.begin('textDocument/completion', {
        textDocument: { uri },
        position,
      });
      answers.push(answer);
      server.notify('$/cancelRequest', { id });
    }
    const hover = await server.request('textDocument/hover', elsewhere);
    assert.ok(hover.result && hover.milliseconds < BOUND, String(hover.milliseconds));
    await Promise.all(answers);
    const [first] = await problems(server);
    assert.equal(first?.code, 'yaml-syntax');
    assert.deepEqual(first.range, {
      start: { line, character: 0 },
      end: { line, character: 2001 },
    });
    context.diagnostic(
      `figure: after 2,000 keystrokes at once, a hover elsewhere takes ${hover.milliseconds.toFixed(0)} ms`,
    );
  },
);

test(
  '1,200 keys, each third with a completion: the memory stays as it is',
  { skip },
  async (context) => {
    const server = await started(context, `${HEAD}${times(100, (i) => `# ${String(i)}\n`)}`);
    const typed = 'resources:\n  gpu: A100:80GB:2\n  memory: 64GB..\nenv:\n  - A=1\n';
    const completion = async (line: number, character: number) => {
      const position = { line, character };
      const { error, milliseconds } = await server.request('textDocument/completion', {
        textDocument: { uri },
        position,
      });
      assert.equal(error, undefined);
      assert.ok(milliseconds < BOUND, String(milliseconds));
    };
    let [line, character, version] = [102, 0, 1];
    let warm = 0;
    for (let key = 0; key < 1200; key++) {
      const text = typed[key % typed.length] ?? '';
      insert(server, ++version, line, character, text);
      [line, character] = text === '\n' ? [line + 1, 0] : [line, character + 1];
      if (key % 3 === 0) await completion(line, character);
      if (key === 600) warm = server.peakMemory ?? 0;
    }
    const grown = (server.peakMemory ?? 0) - warm;
    assert.ok(grown < 40, `${grown.toFixed(0)} MB`);
    assert.deepEqual(server.log, []);
    context.diagnostic(
      `figure: the second 600 keys with completions take ${grown.toFixed(0)} MB more`,
    );
  },
);

test(
  'a file that changes 100 times a second delays no other, and is checked as it is at last',
  { skip },
  async (context) => {
    const server = await started(context, HEAD);
    let slowest = 0;
    for (let version = 2; version < 202; version++) {
      insert(server, version, 0, 0, `# ${String(version)}\n`);
      if (version % 10 === 0) {
        const { result, milliseconds } = await server.request('textDocument/hover', elsewhere);
        assert.ok(result);
        slowest = Math.max(slowest, milliseconds);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    insert(server, 202, 0, 0, 'comands: [ls]\n');
    assert.deepEqual(
      (await problems(server)).map(({ code }) => code),
      ['unknown-key'],
    );
    assert.ok(slowest < BOUND, String(slowest));
    context.diagnostic(
      `figure: while a file changes 100 times a second, a hover elsewhere takes ${slowest.toFixed(0)} ms at most`,
    );
  },
);

test(
  'positions are right after lone surrogates and characters of two units',
  { skip },
  async (context) => {
    const server = await started(context, `${HEAD}name: "😀"\nx: "\ud800" # \udfff\n`);
    const lone = { start: { line: 3, character: 4 }, end: { line: 3, character: 5 } };
    assert.deepEqual(
      (await problems(server)).map(({ range }) => range),
      [lone],
    );
    for (const [version, range] of [
      [2, lone],
      [3, { start: { line: 3, character: 10 }, end: { line: 3, character: 11 } }],
    ] as const) {
      const contentChanges = [{ range, text: '😀'.slice(0, version === 2 ? 2 : 0) }];
      server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    }
    const found = await problems(server);
    assert.deepEqual(
      found.filter(({ code }) => code === 'unknown-key').map(({ range }) => range),
      [{ start: { line: 3, character: 0 }, end: { line: 3, character: 1 } }],
    );
  },
);
