import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { NO_UNIX } from '../support/check/command-line';
import { NOT_BUILT, SERVER } from '../support/server/server-process';

// The tests refuse sockets that leave the machine; a path is one that does not.
const skip = NOT_BUILT || NO_UNIX;

const framed = (body: string) => `Content-Length: ${String(body.length)}\r\n\r\n${body}`;
const INITIALIZE = framed(
  '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}',
);
const SHUTDOWN = framed('{"jsonrpc":"2.0","id":2,"method":"shutdown"}');

/** What a client sends before it closes the socket, and how the server ends. */
const ROWS: readonly (readonly [sent: string, code: number, said: RegExp])[] = [
  [INITIALIZE, 1, /^$/],
  [INITIALIZE + SHUTDOWN, 0, /^$/],
  [framed('{bad}') + INITIALIZE, 1, /^$/],
  ['Content-Length: -1\r\n\r\n{}', 1, /not a number of bytes.*\n$/],
  ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', 1, /no colon.*\n$/],
];

for (const [sent, expected, said] of ROWS) {
  test(`over a socket: ${JSON.stringify(sent.slice(-30))}`, { skip }, async () => {
    const listener = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(sent);
      socket.once('data', () => socket.end());
    });
    const folder = mkdtempSync(join(tmpdir(), 'dstack-socket-'));
    await once(listener.listen(join(folder, 's')), 'listening');
    const server = spawn(process.execPath, [SERVER, `--pipe=${join(folder, 's')}`]);
    let errors = '';
    server.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [code] = (await once(server, 'exit')) as unknown[];
    listener.close();
    rmSync(folder, { recursive: true });
    assert.equal(code, expected, errors);
    assert.match(errors, said);
  });
}

test('over a socket without a listener: one line', { skip }, async () => {
  const server = spawn(process.execPath, [SERVER, '--pipe', '/nonexistent/s']);
  let errors = '';
  server.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  assert.deepEqual(await once(server, 'exit'), [1, null]);
  assert.equal(errors, 'dstack-language-server: the client cannot be reached.\n');
});
