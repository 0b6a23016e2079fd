import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodeActionRequest, type CodeAction } from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { yaml } from '../support/yaml';

const URI = 'file:///w/.dstack.yml';
const TEXT = yaml`
  type: task
  comands: [ls]
  spot_policy: spott
  image: a
  python: "3.12"
`;
const LINE_2 = { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } };
const ALL = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };

async function actions(
  range: typeof ALL,
  only?: string[],
  workspaceEdit: object = { documentChanges: true },
): Promise<CodeAction[]> {
  const client = await TestClient.start({
    textDocument: { diagnostic: {} },
    workspace: { workspaceEdit },
  });
  try {
    await client.open(URI, TEXT);
    await client.change(URI, 7, TEXT);
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    const params = { textDocument: { uri: URI }, range, context };
    const answer = await client.connection.sendRequest(CodeActionRequest.type, params);
    return (answer ?? []).filter((action): action is CodeAction => 'edit' in action);
  } finally {
    client.dispose();
  }
}

test('quick fixes come with their problem, the first preferred, for the version that is open', async () => {
  const found = await actions(LINE_2);
  const [first] = found;
  assert.equal(first?.title, 'Change to `commands`');
  assert.equal(first.kind, 'quickfix');
  assert.equal(first.diagnostics?.[0]?.code, 'unknown-key');
  assert.deepEqual(
    found.map(({ isPreferred }) => isPreferred === true),
    found.map((_, index) => index === 0),
  );
  assert.deepEqual(first.edit?.documentChanges, [
    { textDocument: { uri: URI, version: 7 }, edits: [{ range: LINE_2, newText: 'commands' }] },
  ]);
});

test('a client that knows no versions gets edits by file', async () => {
  const [fix] = await actions(LINE_2, ['quickfix'], {});
  assert.deepEqual(fix?.edit, { changes: { [URI]: [{ range: LINE_2, newText: 'commands' }] } });
  for (const { edit } of await actions(ALL, ['quickfix', 'refactor', 'source.fixAll'], {}))
    assert.deepEqual(Object.keys(edit ?? {}), ['changes']);
});

test('all fixes at once are offered on request, and contain only safe fixes', async () => {
  assert.deepEqual(
    (await actions(ALL)).filter(({ kind }) => kind?.startsWith('source')),
    [],
  );
  for (const kind of ['source.fixAll.dstack', 'source.fixAll', 'source']) {
    const [all, ...others] = await actions(ALL, [kind]);
    assert.equal(all?.kind, 'source.fixAll.dstack');
    assert.deepEqual(others, []);
    const [change] = all.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    // Which of `image` and `python` is meant, is not clear.
    const [edit] = change.edits as { newText: string }[];
    assert.equal(edit?.newText, 'mands: [ls]\nspot_policy: spo');
  }
  assert.deepEqual(await actions(ALL, ['source.fixAll.eslint']), []);
});

test('a second document moves to a new file if the client creates files', async () => {
  const titles = async (workspaceEdit: object) => {
    const client = await TestClient.start({
      textDocument: { diagnostic: {} },
      workspace: { workspaceEdit },
    });
    try {
      await client.open(
        URI,
        yaml`
          type: task
          ---
          type: fleet
          name: gpus
        `,
      );
      const params = { textDocument: { uri: URI }, range: ALL, context: { diagnostics: [] } };
      const answer = await client.connection.sendRequest(CodeActionRequest.type, params);
      return (answer ?? []).map(({ title }) => title).filter((title) => title.includes('document'));
    } finally {
      client.dispose();
    }
  };
  assert.deepEqual(await titles({ documentChanges: true, resourceOperations: ['create'] }), [
    'Move document 2 to the new file `gpus.dstack.yml`',
  ]);
  assert.deepEqual(await titles({ documentChanges: true, resourceOperations: ['rename'] }), []);
  assert.deepEqual(await titles({ documentChanges: true }), []);
});
