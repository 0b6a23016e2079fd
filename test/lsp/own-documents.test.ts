import assert from 'node:assert/strict';
import { test } from 'node:test';
import { starters } from '../../server/src/language';
import { TestClient } from '../support/server/client';
import { table } from '../support/table';

const COMPOSE = 'services:\n  web:\n    image: nginx\n';
const WRONG = 'type: task\ncomands: [ls]\nports: [80]\n';
const FOLDER = 'file:///w/';

/** What a client gets that opens a document: the codes of its problems, and whether it has hover and completion. */
async function served(name: string, languageId: string, ...texts: [string, ...string[]]) {
  const client = await TestClient.start({ textDocument: { diagnostic: {} } });
  const uri = FOLDER + name;
  const textDocument = { uri };
  const { connection } = client;
  try {
    for (const [index, text] of texts.entries()) {
      const version = index + 1;
      if (index > 0) await client.change(uri, version, text);
      else
        await connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId, version, text },
        });
      await connection.sendRequest('textDocument/hover', {
        textDocument,
        position: { line: 0, character: 1 },
      });
    }
    const report = await connection.sendRequest<{ items: { code: string }[] }>(
      'textDocument/diagnostic',
      { textDocument },
    );
    const symbols = await connection.sendRequest<unknown[]>('textDocument/documentSymbol', {
      textDocument,
    });
    return { codes: report.items.map(({ code }) => code), isServed: symbols.length > 0 };
  } finally {
    client.dispose();
  }
}

table(
  'documents of others are as if they were not open',
  [
    ['docker-compose.yml', 'yaml', COMPOSE],
    ['mydstack.yml', 'yaml', 'x: 1\n'],
    ['pod.yml', 'yaml', 'apiVersion: v1\ntype: service\n'],
    ['a.yml', 'yaml', 'type: object\nproperties: {}\n'],
    ['a.yml', 'yaml', 'steps:\n  type: task\n'],
    ['a.json', 'json', '{"type": "task"}\n'],
    ['a.yml', 'dstackish', 'x: 1\n'],
  ] as const,
  async ([name, language, text]) =>
    assert.deepEqual(await served(name, language, text), { codes: [], isServed: false }),
);

table(
  "documents that are dstack's by language, by name or by type",
  [
    ['a.yml', 'dstack', WRONG],
    ['a.yml', 'yaml.dstack', WRONG],
    ['a.dstack.yml', 'yaml', WRONG],
    ['.dstack.yaml', '', WRONG],
    ['a.yml', 'yaml', WRONG],
    ['a.yml', 'yaml', `# x\r\n${WRONG.replace('task', '"task" # y\r')}`],
  ] as const,
  async ([name, language, text]) =>
    assert.deepEqual(await served(name, language, text), {
      codes: ['unknown-key'],
      isServed: true,
    }),
);

test('a document that has become dstack’s stays so', async () => {
  const { codes } = await served('a.yml', 'yaml', 'x: 1\n', WRONG, 'type: tsk\n');
  assert.deepEqual(codes, ['unknown-type']);
});

table(
  'each type is known',
  [...new Set(starters().starters.map(({ type }) => type))].filter((type) => type !== 'profiles'),
  async (type) => {
    const { isServed } = await served('a.yml', 'yaml', `type: ${type}\nname: x\n`);
    assert.ok(isServed, type);
  },
);
