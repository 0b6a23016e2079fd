import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { after, before, test } from 'node:test';
import { NOT_BUILT, SERVER } from '../support/server/server-process';

const uri = 'file:///work/.dstack.yml';
/** The document that the malformed messages are about, and another one that has to be served all the same. */
const textDocument = { uri };
const other = { uri: 'file:///work/other.dstack.yml' };
const position = { line: 0, character: 1 };

/** What a client with a mistake may send; none of it may end the server or keep it from answering the next request. */
const BODIES: Readonly<Record<string, unknown>> = {
  'no JSON': '{not json',
  'an empty body': '',
  'a list': [],
  'a number': 5,
  null: null,
  'an empty message': {},
  'neither method nor result': { id: 5 },
  'an unknown request': { id: 6, method: 'x/y', params: 3 },
  'an unknown notification': { method: 'x/y' },
  'a request without parameters': { id: 7, method: 'textDocument/hover' },
  'a request without a position': { id: 8, method: 'textDocument/hover', params: { textDocument } },
  'a position out of range': {
    id: 9,
    method: 'textDocument/completion',
    params: { textDocument, position: { line: -5, character: 1e20 } },
  },
  'a position that is no number': {
    id: 10,
    method: 'textDocument/completion',
    params: { textDocument, position: { line: 'x', character: null } },
  },
  'a document that is not open': {
    id: 11,
    method: 'textDocument/hover',
    params: { textDocument: { uri: 'file:///other.dstack.yml' }, position },
  },
  'a change of a document that is not open': {
    method: 'textDocument/didChange',
    params: { textDocument: { uri: 'file:///no', version: 3 }, contentChanges: [{ text: 'x' }] },
  },
  'a change without changes': {
    method: 'textDocument/didChange',
    params: { textDocument: { uri, version: 2 } },
  },
  'a change out of range': {
    method: 'textDocument/didChange',
    params: {
      textDocument: { uri, version: 3 },
      contentChanges: [
        {
          range: { start: { line: 50, character: 0 }, end: { line: -1, character: 9 } },
          text: '# x\n',
        },
      ],
    },
  },
  'a document without a text': {
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: 'file:///z.dstack.yml', languageId: 'dstack', version: 1 } },
  },
  'the end of a document that is not open': {
    method: 'textDocument/didClose',
    params: { textDocument: { uri: 'file:///no' } },
  },
  'a cancellation of nothing': { method: '$/cancelRequest', params: { id: 1234 } },
};

let server: ChildProcess;
let received = '';

before(async () => {
  if (NOT_BUILT) return;
  server = spawn(process.execPath, [SERVER, '--stdio']);
  server.stdout?.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
  send({
    id: 0,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  await answerTo(0);
  send({ method: 'initialized', params: {} });
  for (const document of [textDocument, other]) {
    const opened = { ...document, languageId: 'dstack', version: 1, text: 'type: task\n' };
    send({ method: 'textDocument/didOpen', params: { textDocument: opened } });
  }
});

after(() => {
  if (!NOT_BUILT) server.kill();
});

for (const [what, body] of Object.entries(BODIES)) {
  test(`the built server goes on after ${what}`, { skip: NOT_BUILT }, async () => {
    if (typeof body === 'string') write(body);
    else send(body);
    await hovers();
  });
}

let lastId = 1000;

async function hovers(): Promise<void> {
  const id = ++lastId;
  send({ id, method: 'textDocument/hover', params: { textDocument: other, position } });
  assert.match(await answerTo(id), /task/);
}

function send(message: unknown): void {
  const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
  write(JSON.stringify(isObject ? { jsonrpc: '2.0', ...message } : message));
}

function write(body: string): void {
  server.stdin?.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
}

/** Waits until the answer has come. A server that is dead fails the test by its time limit. */
async function answerTo(id: number): Promise<string> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const answer = received.split('Content-Length').find((one) => one.includes(`"id":${String(id)},`));
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.fail(`No answer to ${String(id)}; received: ${received.slice(-500)}`);
}
