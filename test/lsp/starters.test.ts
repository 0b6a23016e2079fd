import assert from 'node:assert/strict';
import { test } from 'node:test';
import { starters } from '../../server/src/language';
import { TestClient } from '../support/server/client';

test('an editor asks for the files to begin with by a request of our own', async () => {
  const client = await TestClient.start({});
  try {
    assert.deepEqual(await client.connection.sendRequest('dstack/starters'), starters());
  } finally {
    client.dispose();
  }
});
