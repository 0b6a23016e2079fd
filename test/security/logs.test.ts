import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language';
import { TestClient } from '../support/client';
import { NOT_BUILT, ServerProcess } from '../support/server-process';
import { ALL_REQUESTS } from '../support/requests';

const uri = 'file:///w/.dstack.yml';
const SECRET = 'hunter2-secret';
const TEXT = `type: task
commands: [ls]
image: a/b
registry_auth: {username: ann, password: ${SECRET}}
env:
  - TOKEN=${SECRET}
  - OTHER: ${SECRET}
unknown: ${SECRET}
`;

test('the server writes no value of a file to a log', { skip: NOT_BUILT }, async (context) => {
  const server = await ServerProcess.start(
    { textDocument: { diagnostic: {} } },
    { trace: 'verbose' },
  );
  context.after(() => server.stop());
  let errors = '';
  server.child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  server.notify('$/setTrace', { value: 'verbose' });
  server.open(uri, TEXT);
  const position = { line: 5, character: 8 };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  for (const [method, params] of ALL_REQUESTS) {
    await server.request(method, params({ uri, position, range }));
    await server.request(method, { textDocument: { uri, [SECRET]: 1 }, position: null });
  }
  assert.doesNotMatch(JSON.stringify(server.notifications) + errors, new RegExp(SECRET));
});

test('a mistake of ours in one file is answered, logged once, and the other files are served', async (context) => {
  const client = await TestClient.start({ textDocument: { diagnostic: {} } });
  context.after(() => client.dispose());
  const logged: string[] = [];
  client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  const slots = Object.getOwnPropertyDescriptor(Analysis.prototype, 'slots') ?? assert.fail();
  context.after(() => Object.defineProperty(Analysis.prototype, 'slots', slots));
  Object.defineProperty(Analysis.prototype, 'slots', {
    get(this: Analysis): unknown {
      if (this.source.uri === uri) throw new Error('a mistake of ours');
      return slots.get?.call(this);
    },
  });
  await client.open(uri, TEXT);
  const other = 'file:///w/other.dstack.yml';
  await client.open(other, 'type: task\ncommands: [ls]\n');
  const complete = (at: string): Promise<unknown> =>
    client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: at },
      position: { line: 2, character: 0 },
    });
  assert.equal(await complete(uri), null);
  assert.match(JSON.stringify(await complete(other)), /image/);
  assert.equal(logged.filter((one) => one.includes('a mistake of ours')).length, 1);
  assert.doesNotMatch(logged.join(), new RegExp(SECRET));
});
