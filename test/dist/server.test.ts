import assert from 'node:assert/strict';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  CompletionRequest,
  createProtocolConnection,
  ExitNotification,
  HoverRequest,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { NOT_BUILT, SERVER, transportOf } from '../support/server/server-process';

const URI = 'file:///work/.dstack.yml';

const STARTS: Readonly<Record<string, () => ChildProcess>> = {
  stdio: () => spawn(process.execPath, [SERVER, '--stdio']),
  IPC: () => fork(SERVER, ['--node-ipc']),
};

for (const [name, start] of Object.entries(STARTS)) {
  test(`the built server over ${name}: problems, hover, completion, a clean end`, { skip: NOT_BUILT }, async () => {
    const child = start();
    const connection = createProtocolConnection(...transportOf(child));
    const client = await TestClient.initialize(connection, {}, undefined, () => child.kill());
    try {
      const problems = client.nextPublished();
      await client.open(URI, 'type: task\ncommand: [ls]\n');
      const [problem, ...others] = (await problems).diagnostics;
      assert.deepEqual([problem?.code, others], ['unknown-key', []]);
      const page = new URL(problem?.codeDescription?.href ?? '');
      assert.match(readFileSync(page, 'utf8'), /^# Unknown property/);
      const position = { line: 0, character: 1 };
      const about = { textDocument: { uri: URI }, position };
      assert.ok(await connection.sendRequest(HoverRequest.type, about));
      const end = { textDocument: { uri: URI }, position: { line: 2, character: 0 } };
      assert.ok(await connection.sendRequest(CompletionRequest.type, end));
      await connection.sendRequest(ShutdownRequest.type);
      const exit = once(child, 'exit');
      await connection.sendNotification(ExitNotification.type);
      assert.deepEqual(await exit, [0, null]);
    } finally {
      client.dispose();
    }
  });
}

test('the built server ends when its client is gone', { skip: NOT_BUILT }, async () => {
  const child = spawn(process.execPath, [SERVER, '--stdio']);
  const exit = once(child, 'exit');
  child.stdin.end();
  const [status] = (await exit) as [number];
  assert.notEqual(status, 0, 'without a shutdown request the end is not a clean one');
});
