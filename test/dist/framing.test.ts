import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';

const INITIALIZE = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});
const LENGTH = String(INITIALIZE.length);

/** What cannot be LSP, and a part of the line that says so. */
const WRONG: Readonly<Record<string, readonly [bytes: string | Buffer, reason: string]>> = {
  'a negative length': [`Content-Length: -5\r\n\r\n${INITIALIZE}`, 'not a number of bytes'],
  'a length that is no number': ['Content-Length: NaN\r\n\r\n{}', 'not a number of bytes'],
  'a length of 1e308': ['Content-Length: 1e308\r\n\r\n{}', 'not a number of bytes'],
  'a fraction': ['Content-Length: 2.5\r\n\r\n{}', 'not a number of bytes'],
  'no digits': ['Content-Length: \r\n\r\n{}', 'not a number of bytes'],
  'a huge length': ['Content-Length: 999999999999\r\n\r\n{}', 'too long'],
  'a length of 400 digits': [`Content-Length: ${'9'.repeat(400)}\r\n\r\n{}`, 'not a number'],
  'a length that is too small': [
    `Content-Length: 5\r\n\r\n${INITIALIZE}\r\n\r\n`,
    'no colon|no Content-Length|not a number',
  ],
  'a length that is too large': [
    `Content-Length: ${String(INITIALIZE.length + 9)}\r\n\r\n${INITIALIZE}`.repeat(2),
    'no Content-Length|no colon|invalid character|not a number',
  ],
  'no length': ['Content-Type: application/json\r\n\r\n{}', 'no Content-Length'],
  'an empty header': ['\r\n\r\n{}', 'no colon|no Content-Length'],
  'a header without a colon': [`Content-Length ${LENGTH}\r\n\r\n${INITIALIZE}`, 'no colon'],
  'line feeds only': [`Content-Length: ${LENGTH}\n\n${INITIALIZE}`, 'CR LF'],
  'a header that does not end': ['a: b'.repeat(1000), 'is not terminated'],
  'no header': [INITIALIZE.repeat(20), 'is not terminated'],
  'two lengths': [
    `Content-Length: 5\r\nContent-Length: ${LENGTH}\r\n\r\n${INITIALIZE}`,
    'several Content-Lengths',
  ],
  'carriage returns only': [`Content-Length: ${LENGTH}\r\r${INITIALIZE}`, 'CR LF'],
  'a carriage return in a line': [`Content-Length: 2\rX: y\r\n\r\n{}`, 'CR LF'],
  'binary bytes': [Buffer.from([0, 255, 254, 1, 2, 3]), 'invalid character'],
  'UTF-16': [Buffer.from(`Content-Length: ${LENGTH}\r\n\r\n`, 'utf16le'), 'invalid character'],
};

for (const [what, [bytes, reason]] of Object.entries(WRONG)) {
  test(`bad framing, ${what}: the server says why and ends`, { skip: NOT_BUILT }, async () => {
    const server = ServerProcess.spawn();
    let said = '';
    server.child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    server.write(bytes);
    const [code] = await server.ended;
    assert.equal(code, 1);
    assert.match(said, new RegExp(`^dstack-language-server: .*(?:${reason}).*\\n$`));
  });
}

/** Odd, but as LSP allows it. */
const RIGHT: Readonly<Record<string, string>> = {
  'a content type': `Content-Length: ${LENGTH}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n`,
  'lower case': `content-length:${LENGTH}\r\n\r\n`,
  'white space': `Content-Length:  ${LENGTH} \r\n\r\n`,
};

for (const [what, header] of Object.entries(RIGHT)) {
  test(`good framing, ${what}: the server answers, byte by byte too`, { skip: NOT_BUILT }, async () => {
    const server = ServerProcess.spawn();
    let said = '';
    // All of the answer: the reader of a part would wait for the rest for ever.
    const answered = new Promise<void>((resolve) =>
      server.child.stdout?.on('data', (chunk: Buffer) => {
        if (/"id":1,.*\}$/s.test((said += chunk.toString()))) resolve();
      }),
    );
    for (const character of header + INITIALIZE) server.write(character);
    await answered;
    await server.stop();
  });
}

/** A number once it has not changed for two seconds: on a busy machine, a server that reads on reads slowly. */
async function resting(read: () => number): Promise<number> {
  for (let before = NaN; ; ) {
    const now = read();
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

test('a client that does not read is not read any more until it does', { skip: NOT_BUILT, timeout: 120_000 }, async (context) => {
  const server = await ServerProcess.start();
  context.after(() => server.stop());
  const text = `type: task\ncommands:\n${'  - echo $HOME "$A"\n'.repeat(3000)}`;
  const uri = 'file:///w/.dstack.yml';
  server.open(uri, text);
  const params = { textDocument: { uri }, filler: ' '.repeat(1024 * 1024) };
  const method = 'textDocument/documentSymbol';
  await server.request(method, params);
  const { stdin, stdout } = server.child;
  stdout?.pause();
  for (let id = 1000; id < 1100; id++) {
    const message = JSON.stringify({ jsonrpc: '2.0', id, method, params });
    server.write(`Content-Length: ${String(message.length)}\r\n\r\n${message}`);
  }
  const unread = await resting(() => stdin?.writableLength ?? 0);
  stdout?.resume();
  assert.ok(unread > 1_000_000, `${String(unread)} bytes are not read`);
  await server.request(method, params);
  assert.equal(stdin?.writableLength, 0);
});

test('a client that reads nothing any more ends the server', { skip: NOT_BUILT }, async () => {
  const server = await ServerProcess.start();
  let said = '';
  server.child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  server.child.stdout?.destroy();
  server.send({ id: 99, method: 'workspace/symbol', params: { query: '' } });
  const [code] = await server.ended;
  assert.equal(code, 1);
  assert.equal(said, 'dstack-language-server: the client cannot be reached.\n');
});
