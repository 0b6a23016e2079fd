import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver-protocol';
import { ALL_REQUESTS, REQUESTS } from '../support/server/requests';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';

const skip = NOT_BUILT;
const uri = 'file:///work/.dstack.yml';
const TASK = 'type: task\ncommands: [ls]\n';
const position = { line: 0, character: 1 };
const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
const PULL = { textDocument: { diagnostic: {}, rename: { prepareSupport: true } } };
const hover = ['textDocument/hover', { textDocument: { uri }, position }] as const;

async function started(context: TestContext, transport: 'stdio' | 'IPC' = 'stdio') {
  const server = await ServerProcess.start(PULL, {}, transport);
  context.after(() => server.stop());
  server.open(uri, TASK);
  return server;
}

const isAlive = async (server: ServerProcess) =>
  /task/.test(JSON.stringify((await server.request(...hover)).result));

test('the table of requests has all that the server announces', { skip }, async (context) => {
  const server = ServerProcess.spawn();
  context.after(() => server.stop());
  const { result } = await server.initialize(PULL);
  const { capabilities } = result as { capabilities: Record<string, unknown> };
  const providers = Object.keys(capabilities).filter((name) => name.endsWith('Provider'));
  assert.deepEqual(
    [...providers, 'workspace', 'experimental'].sort(),
    Object.keys(REQUESTS).sort(),
  );
});

/** Parameters that no client sends but one with a mistake. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  5,
  'x',
  [],
  {},
  { textDocument: null },
  { textDocument: { uri: 5 } },
  { textDocument: { uri: 'not a uri' } },
  { textDocument: { uri: 'file:///never-opened.dstack.yml' }, position, range },
  ...[{ line: -1, character: -1 }, { line: 1e300, character: 1e300 }, { line: 'a' }, null, 7].map(
    (place) => ({
      textDocument: { uri },
      position: place,
      positions: [place, place],
      range: { start: place, end: place },
      context: null,
      options: { tabSize: 'x' },
      newName: { a: 1 },
      query: [],
    }),
  ),
];

test('every request with parameters of any shape is answered', { skip }, async (context) => {
  const server = await started(context);
  for (const [method] of ALL_REQUESTS) {
    await Promise.all(WRONG.map((params) => server.request(method, params)));
    assert.ok(await isAlive(server), method);
  }
  assert.equal(server.child.exitCode, null);
});

test('bytes inside a message that are not UTF-8 do no harm', { skip }, async (context) => {
  const server = await started(context);
  const body = Buffer.from(
    `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///b.dstack.yml","languageId":"dstack","version":1,"text":"name: \xff\xfe\x80\\n"}}}`,
    'latin1',
  );
  server.write(Buffer.concat([Buffer.from(`Content-Length: ${String(body.length)}\r\n\r\n`), body]));
  assert.ok(await isAlive(server));
});

test('a header without a length does not keep the process alive for ever', { skip }, async (context) => {
  const server = await started(context);
  server.write('Content-Nonsense: 7\r\n\r\n{}');
  server.child.stdin?.end();
  await server.ended;
});

test('a document that is closed in flight: its requests are answered', { skip }, async (context) => {
  const server = await started(context);
  const answers = ALL_REQUESTS.map(([method, params]) =>
    server.request(method, params({ uri, position, range })),
  );
  server.notify('textDocument/didClose', { textDocument: { uri } });
  await Promise.all(answers);
  server.open(uri, TASK);
  assert.ok(await isAlive(server));
});

test('before `initialize` a request is refused, after `shutdown` too', { skip }, async (context) => {
  const server = ServerProcess.spawn();
  context.after(() => server.stop());
  const early = await server.request(...hover);
  assert.equal(early.error?.code, ErrorCodes.ServerNotInitialized);
  await server.initialize();
  server.open(uri, TASK);
  assert.ok(await isAlive(server));
  assert.equal((await server.request('shutdown')).result, null);
  const late = await server.request(...hover);
  assert.equal(late.error?.code, ErrorCodes.InvalidRequest);
});

for (const transport of ['stdio', 'IPC'] as const) {
  test(`${transport}: \`exit\` ends with 0 after \`shutdown\` and with 1 without`, { skip }, async (context) => {
    const [polite, hasty] = [await started(context, transport), await started(context, transport)];
    await polite.request('shutdown');
    polite.notify('exit');
    hasty.notify('exit');
    assert.deepEqual(await Promise.all([polite.ended, hasty.ended]), [
      [0, null],
      [1, null],
    ]);
  });

  test(`${transport}: a request that is cancelled says so`, { skip }, async (context) => {
    const server = await started(context, transport);
    const { id, answer } = server.begin(...hover);
    server.notify('$/cancelRequest', { id });
    assert.equal((await answer).error?.code, LSPErrorCodes.RequestCancelled);
    assert.ok(await isAlive(server));
  });
}

test('IPC: the process ends with its parent', { skip }, async (context) => {
  const server = await started(context, 'IPC');
  server.child.disconnect();
  await server.ended;
});

test('the process ends when the one that `processId` names is gone', { skip }, async (context) => {
  const parent = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
  const server = ServerProcess.spawn();
  context.after(() => server.stop());
  await server.initialize({}, { processId: parent.pid });
  parent.kill('SIGKILL');
  await server.ended;
});

test('10,000 requests at once are all answered', { skip }, async (context) => {
  const server = await started(context);
  const start = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 10_000 }, () => server.request(...hover)),
  );
  assert.ok(answers.every(({ result }) => result));
  assert.ok((server.peakMemory ?? 0) < 500);
  context.diagnostic(
    `figure: 10,000 queued hovers are answered in ${(performance.now() - start).toFixed(0)} ms`,
  );
});
