import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Analysis } from '../../server/src/language';
import { TestClient } from '../support/server/client';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';
import { ALL_REQUESTS } from '../support/server/requests';

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

/** Every part of an analysis that is made on first use fails until the test is over. */
function breakAnalyses(context: TestContext, isMeant: (uri: string) => boolean): void {
  for (const part of ['bound', 'problems', 'schema', 'summary']) {
    const own = Object.getOwnPropertyDescriptor(Analysis.prototype, part) ?? assert.fail();
    context.after(() => Object.defineProperty(Analysis.prototype, part, own));
    Object.defineProperty(Analysis.prototype, part, {
      configurable: true,
      get(this: Analysis): unknown {
        if (isMeant(this.source.uri)) throw new Error('a mistake of ours');
        return own.get?.call(this);
      },
    });
  }
}

async function connected(context: TestContext) {
  const client = await TestClient.start({ textDocument: { diagnostic: {} } });
  context.after(() => client.dispose());
  const logged: string[] = [];
  client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  await client.open(uri, TEXT);
  return { client, logged };
}

test('whatever goes wrong, each request has an answer that is no error', async (context) => {
  const { client, logged } = await connected(context);
  breakAnalyses(context, () => true);
  const position = { line: 5, character: 8 };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const failed: string[] = [];
  for (const [method, params] of ALL_REQUESTS) {
    logged.length = 0;
    const answer = await client.connection.sendRequest(method, params({ uri, position, range }));
    assert.doesNotMatch(JSON.stringify(answer), /a mistake of ours/);
    if (logged.length > 0) failed.push(method);
  }
  assert.ok(failed.includes('textDocument/diagnostic') && failed.length > 10, failed.join());
  const wrong = { previousResultIds: null };
  await assert.rejects(client.connection.sendRequest('workspace/diagnostic', wrong), {
    message: /`previousResultIds` that is no list/,
  });
});

test('a mistake of ours in one file is answered, logged once, and the other files are served', async (context) => {
  const { client, logged } = await connected(context);
  breakAnalyses(context, (broken) => broken === uri);
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
