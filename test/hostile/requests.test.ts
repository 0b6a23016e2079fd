import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_REQUESTS } from '../support/server/requests';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';
import { HEAD, TEXTS } from './texts';

const uri = 'file:///w/.dstack.yml';
const other = 'file:///w/other.dstack.yml';
const hoverElsewhere = {
  textDocument: { uri: other },
  position: { line: 0, character: 1 },
};

/** The second that a user may wait, five times over, since other tests run at the same time. */
const BOUND = 5000;

/** Megabytes. An empty server has about 80. */
const MEMORY = 800;

/** What was seen at worst, for the report. */
const worst = { request: 0, what: '', elsewhere: 0 };

let server: ServerProcess;

before(async () => {
  if (NOT_BUILT) return;
  const capabilities = { textDocument: { diagnostic: {}, rename: { prepareSupport: true } } };
  server = await ServerProcess.start(capabilities);
  server.open(other, HEAD);
});

after(async () => {
  if (!NOT_BUILT) await server.stop();
});

for (const [name, text] of Object.entries(TEXTS)) {
  test(`hostile, over LSP: ${name}`, { skip: NOT_BUILT }, async () => {
    server.open(uri, text);
    const lines = text.split('\n');
    const line = Math.floor(lines.length / 2);
    const position = { line, character: Math.floor((lines[line] ?? '').length / 2) };
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const slow: string[] = [];
    for (const [method, params] of ALL_REQUESTS) {
      const [answer, elsewhere] = await Promise.all([
        server.request(method, params({ uri, position, range })),
        server.request('textDocument/hover', hoverElsewhere),
      ]);
      assert.ok(elsewhere.result, 'the other file is served');
      const milliseconds = Math.max(answer.milliseconds, elsewhere.milliseconds);
      if (milliseconds > BOUND) slow.push(`${method} ${milliseconds.toFixed(0)} ms`);
      if (answer.milliseconds > worst.request) {
        worst.request = answer.milliseconds;
        worst.what = `${method} of ${name}`;
      }
      worst.elsewhere = Math.max(worst.elsewhere, elsewhere.milliseconds);
    }
    server.notify('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(slow, []);
    assert.ok((server.peakMemory ?? 0) < MEMORY, `${String(server.peakMemory)} MB`);
  });
}

test('hostile, over LSP: nothing was logged as an error', { skip: NOT_BUILT }, (context) => {
  assert.deepEqual(server.log, []);
  const { request, what, elsewhere } = worst;
  context.diagnostic(
    `figure: the slowest answer to hostile input took ${request.toFixed(0)} ms (${what}), ` +
      `the slowest in another file meanwhile ${elsewhere.toFixed(0)} ms, ` +
      `memory ${(server.peakMemory ?? 0).toFixed(0)} MB at most`,
  );
});
