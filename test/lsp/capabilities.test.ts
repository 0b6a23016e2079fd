import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { ALL_CAPABILITIES } from '../support/server/capabilities';
import { TestClient } from '../support/server/client';

const uri = 'file:///w/.dstack.yml';

/** The value with another one in the place of each of its ends that `isMeant` takes. */
function spoilt(value: unknown, other: unknown, isMeant: (end: unknown) => boolean): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return isMeant(value) ? other : value;
  const parts = Object.entries(value).map(([key, part]): [string, unknown] => [
    key,
    spoilt(part, other, isMeant),
  ]);
  return Object.fromEntries(parts);
}

/** Each client costs a collection of the garbage of these tests, so that there are few. */
const variants = (other: unknown): readonly unknown[] => [
  spoilt(ALL_CAPABILITIES, other, () => true),
  spoilt(ALL_CAPABILITIES, other, Array.isArray),
  { textDocument: other, workspace: other, window: other },
];

for (const other of [null, 5, 'x', [], [null], {}, true]) {
  test(`a client that announces ${JSON.stringify(other)} for anything is served`, async () => {
    for (const capabilities of variants(other)) {
      const client = await TestClient.start(capabilities as ClientCapabilities);
      const logged: unknown[] = [];
      client.connection.onNotification('window/logMessage', (params) => void logged.push(params));
      client.connection.onRequest('client/registerCapability', () => null);
      try {
        await client.open(uri, 'type: task\ncommands: [ls]\n');
        const params = { textDocument: { uri }, position: { line: 0, character: 1 } };
        const hover = await client.connection.sendRequest('textDocument/hover', params);
        assert.match(JSON.stringify(hover), /task/, JSON.stringify(capabilities));
        assert.deepEqual(logged, [], JSON.stringify(capabilities));
      } finally {
        client.dispose();
      }
    }
  });
}
