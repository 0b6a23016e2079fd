import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';

const uri = 'file:///work/.dstack.yml';
const TEXT = 'type: task\nre';

/** The client asks for documentation when it shows an item, if `properties` say so. */
async function startClient(properties?: string[]): Promise<TestClient> {
  const resolveSupport = properties && { properties };
  const completionItem = { snippetSupport: true, ...(resolveSupport && { resolveSupport }) };
  const client = await TestClient.start({ textDocument: { completion: { completionItem } } });
  await client.open(uri, TEXT);
  return client;
}

async function itemsOf({ connection }: TestClient): Promise<readonly CompletionItem[]> {
  const params = { textDocument: { uri }, position: { line: 1, character: 2 } };
  const list: CompletionList = await connection.sendRequest('textDocument/completion', params);
  assert.ok(list.items.length > 20);
  return list.items;
}

const resolve = ({ connection }: TestClient, item: object): Promise<CompletionItem> =>
  connection.sendRequest('completionItem/resolve', item);

test('each item gets the documentation that a client without resolving gets at once', async () => {
  const [eager, lazy] = [await startClient(['detail']), await startClient(['documentation'])];
  const [whole, short] = [await itemsOf(eager), await itemsOf(lazy)];
  assert.deepEqual(
    short.filter((item) => item.documentation !== undefined),
    [],
  );
  const resolved = await Promise.all(short.map((item) => resolve(lazy, item)));
  assert.deepEqual(
    resolved.map(({ data: _data, ...item }) => item),
    whole,
  );
  eager.dispose();
  lazy.dispose();
});

test('the list before is still documented, one of long ago stays as it is', async () => {
  const client = await startClient(['documentation']);
  const [first] = await itemsOf(client);
  assert.ok(first);
  await itemsOf(client);
  assert.ok((await resolve(client, first)).documentation);
  for (let count = 0; count < 4; count++) await itemsOf(client);
  assert.deepEqual(await resolve(client, first), first);
  client.dispose();
});

for (const data of [undefined, '', '-1', '1.0', '01', '1e9', 'constructor', '__proto__']) {
  test(`an item with the data ${JSON.stringify(data)} stays as it is`, async () => {
    const client = await startClient(['documentation']);
    await itemsOf(client);
    const item = { label: 'x', ...(data === undefined ? {} : { data }) };
    assert.deepEqual(await resolve(client, item), item);
    client.dispose();
  });
}
