import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { NOT_BUILT, SERVER } from '../support/server/server-process';

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

test(
  'messages written in one go with `initialize` are answered in their order',
  { skip: NOT_BUILT },
  async () => {
    const server = spawn(process.execPath, [SERVER, '--stdio']);
    const bodies = MESSAGES.map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(
      bodies.map((body) => `Content-Length: ${String(body.length)}\r\n\r\n${body}`).join(''),
    );
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
