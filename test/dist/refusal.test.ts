import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import {
  createProtocolConnection,
  LSPErrorCodes,
  RenameRequest,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { NOT_BUILT, SERVER, transportOf } from '../support/server/server-process';
import { yaml } from '../support/yaml';

const uri = 'file:///work/.dstack.yml';

test('the built server refuses a request in words, although it is in two files', { skip: NOT_BUILT }, async () => {
  const child = spawn(process.execPath, [SERVER, '--stdio']);
  const connection = createProtocolConnection(...transportOf(child));
  const client = await TestClient.initialize(connection, {}, undefined, () => child.kill());
  try {
    await client.open(uri, yaml`
      type: fleet
      name: gpu
      nodes: 1
    `);
    const position = { line: 1, character: 7 };
    const params = { textDocument: { uri }, position, newName: 'Not A Name' };
    await assert.rejects(
      connection.sendRequest(RenameRequest.type, params),
      ({ code, message }: ResponseError) =>
        code === LSPErrorCodes.RequestFailed && /Not A Name/.test(message),
    );
  } finally {
    client.dispose();
  }
});
