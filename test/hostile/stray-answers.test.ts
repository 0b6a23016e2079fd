import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';

/** Answers to nothing, which contain a text that the log must not have. */
const STRAY: readonly object[] = [
  { id: null, error: { code: -32700, message: 'hunter2' } },
  { id: null, result: 'hunter2' },
  { id: 'nobody', error: { code: 1, message: 'hunter2', data: 'hunter2' } },
  { id: 4711, result: 'hunter2' },
];

test('hostile: answers to nothing are not quoted', { skip: NOT_BUILT }, async (context) => {
  const server = await ServerProcess.start();
  context.after(() => server.stop());
  for (const answer of STRAY) for (let times = 0; times < 20; times++) server.send(answer);
  const alive = await server.request('dstack/starters');
  assert.ok(alive.result);
  assert.ok(server.log.length <= 1, server.log.join('\n'));
  assert.doesNotMatch(server.log.join('\n'), /hunter2/);
});
