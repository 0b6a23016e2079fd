import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { NOT_BUILT, SERVER } from '../support/server/server-process';
import { table } from '../support/table';

const textDocument = { uri: 'file:///work/.dstack.yml' };
const position = { line: 0, character: 1 };

/** The rest of the server is loaded behind the answer to `initialize`; whoever does not wait for it loses nothing. */
const MESSAGES = [
  { id: 0, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
  { method: 'initialized', params: {} },
  {
    method: 'textDocument/didOpen',
    params: { textDocument: { ...textDocument, languageId: 'dstack', version: 1, text: 'type: task\n' } },
  },
  { id: 1, method: 'textDocument/hover', params: { textDocument, position } },
  {
    method: 'textDocument/didChange',
    params: { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ text: 'type: fleet\n' }] },
  },
  { id: 2, method: 'textDocument/hover', params: { textDocument, position } },
];

const framed = (messages: readonly object[]): string =>
  messages
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map((body) => `Content-Length: ${String(body.length)}\r\n\r\n${body}`)
    .join('');

test(
  'messages written in one go with `initialize` are answered in their order',
  { skip: NOT_BUILT },
  async () => {
    const server = spawn(process.execPath, [SERVER, '--stdio']);
    server.stdin.write(framed(MESSAGES));
    let received = '';
    for await (const chunk of server.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      received += chunk;
      if (/"id":2,.*fleet/s.test(received)) break;
    }
    server.kill();
    const answers = [...received.matchAll(/\{"jsonrpc":"2\.0","id":(\d)/g)];
    assert.deepEqual(
      answers.map(([, id]) => Number(id)),
      [0, 1, 2],
    );
    assert.match(received, /"id":2,"result":\{"contents":.*fleet/);
  },
);

/** What the server answers to messages with the end of the input after them, and its exit code. */
function piped(messages: readonly object[]) {
  const input = framed(messages);
  const { stdout, status } = spawnSync(process.execPath, [SERVER, '--stdio'], {
    input,
    encoding: 'utf8',
    timeout: 20_000,
  });
  const answers = [...stdout.matchAll(/"id":("\w*"|\d+),"(result|error)":(?:\{"contents"|\{"code":(-?\d+)|)/g)];
  return { status, answers: answers.map(([, id, kind, code]) => [id, kind, code].filter(Boolean).join(' ')) };
}

const ANSWERED = ['0 result', '1 result', '2 result'];
const SHUTDOWN = { id: 3, method: 'shutdown' };

table(
  'all is answered before the end of the input ends the server',
  [
    ['without more', [], 1, ANSWERED],
    ['after shutdown', [SHUTDOWN], 0, [...ANSWERED, '3 result']],
    ['after exit', [SHUTDOWN, { method: 'exit' }], 0, [...ANSWERED, '3 result']],
  ] as const,
  ([, more, code, expected]) => {
    const { status, answers } = piped([...MESSAGES, ...more]);
    assert.deepEqual(answers, expected);
    assert.equal(status, code);
  },
  { skip: NOT_BUILT },
);

test('a request that stays open does not keep the server', { skip: NOT_BUILT }, () => {
  const start = Date.now();
  const capabilities = { textDocument: { diagnostic: {} } };
  const params = { processId: null, rootUri: null, capabilities };
  const { answers } = piped([
    { id: 0, method: 'initialize', params },
    ...MESSAGES.slice(1),
    { id: 9, method: 'workspace/diagnostic', params: { previousResultIds: [] } },
  ]);
  assert.deepEqual(answers, ANSWERED);
  assert.ok(Date.now() - start < 9000);
});

test('an empty id is answered, before `initialize` too', { skip: NOT_BUILT }, () => {
  const request = { id: '', method: 'textDocument/documentLink', params: { textDocument } };
  assert.deepEqual(piped([request]).answers, ['"" error -32002']);
  assert.deepEqual(piped([...MESSAGES.slice(0, 3), request]).answers, ['0 result', '"" result']);
});
