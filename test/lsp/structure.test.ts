import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  SignatureHelpTriggerKind,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { yaml } from '../support/yaml';

const URI = 'file:///work/.dstack.yml';
const TEXT = yaml`
  type:  task
  image: python
  resources:
    gpu: &g A100:80GB:2
  x: *g
`;

const document = { textDocument: { uri: URI } };
const position = { line: 3, character: 8 };
const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

/** Each request, and how many results there are for `TEXT`. */
const REQUESTS: Readonly<Record<string, readonly [params: object, results: number]>> = {
  formatting: [{ options }, 1],
  rangeFormatting: [{ options, range }, 1],
  onTypeFormatting: [{ options, ch: '\n', position: { line: 1, character: 0 } }, 1],
  documentSymbol: [{}, 1],
  foldingRange: [{}, 1],
  selectionRange: [{ positions: [position] }, 1],
  documentHighlight: [{ position: { line: 3, character: 9 } }, 2],
  linkedEditingRange: [{ position: { line: 3, character: 9 } }, 2],
  documentLink: [{}, 1],
  'semanticTokens/full': [{}, 20],
  'semanticTokens/full/delta': [{ previousResultId: 'unknown' }, 20],
  'semanticTokens/range': [{ range }, 20],
  signatureHelp: [{ position: { line: 3, character: 20 } }, 1],
  inlayHint: [{ range }, 1],
  codeLens: [{}, 1],
};

void test('the requests about structure are advertised and answered', async () => {
  const client = await TestClient.start({});
  try {
    await client.open(URI, TEXT);
    const counts: Record<string, number> = {};
    for (const [request, [params]] of Object.entries(REQUESTS)) {
      const answer: unknown = await client.connection.sendRequest(`textDocument/${request}`, {
        ...document,
        ...params,
      });
      const { ranges, data, signatures } = answer as Record<string, unknown[] | undefined>;
      counts[request] = (ranges ?? data ?? signatures ?? (answer as unknown[])).length;
    }
    const expected = Object.entries(REQUESTS).map(([request, [, results]]) => [request, results]);
    assert.deepEqual(counts, Object.fromEntries(expected));
    const advertised = client.initialized.capabilities as Readonly<Record<string, unknown>>;
    for (const request of Object.keys(REQUESTS)) {
      const name = request
        .replace(/\/.*/, '')
        .replace(
          /^(rangeF|onTypeF|f)ormatting/,
          (all) =>
            ({ formatting: 'documentFormatting', rangeFormatting: 'documentRangeFormatting' })[
              all
            ] ?? 'documentOnTypeFormatting',
        );
      assert.ok(advertised[`${name}Provider`], name);
    }
  } finally {
    client.dispose();
  }
});

void test('a client that has tokens gets the difference, until the document closes', async () => {
  const client = await TestClient.start({});
  const ask = (previousResultId: string) =>
    client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      ...document,
      previousResultId,
    });
  try {
    await client.open(URI, TEXT);
    const full = await client.connection.sendRequest(SemanticTokensRequest.type, document);
    const { resultId = '' } = full ?? {};
    assert.deepEqual(await ask(resultId), { resultId, edits: [] });
    await client.change(URI, 2, TEXT.replace('80GB', '800GB'));
    const delta = await ask(resultId);
    assert.ok(delta && 'edits' in delta);
    assert.equal(delta.edits.length, 1);
    assert.notEqual(delta.resultId, resultId);
    // Only the last answer is known.
    assert.ok('data' in ((await ask(resultId)) ?? {}));
    const last = await client.connection.sendRequest(SemanticTokensRequest.type, document);
    await client.close(URI);
    await client.open(URI, TEXT);
    assert.ok('data' in ((await ask(last?.resultId ?? '')) ?? {}));
  } finally {
    client.dispose();
  }
});

void test('typing a character helps with a shorthand only after that has begun', async () => {
  const client = await TestClient.start({});
  const text = yaml`
    type: task
    resources:
      gpu:
  `;
  const ask = (character: number, triggerKind: SignatureHelpTriggerKind) =>
    client.connection.sendRequest(SignatureHelpRequest.type, {
      ...document,
      position: { line: 2, character },
      context: { triggerKind, isRetrigger: false },
    });
  try {
    const { Invoked, TriggerCharacter } = SignatureHelpTriggerKind;
    await client.open(URI, text);
    assert.equal(await ask(6, TriggerCharacter), null);
    assert.ok(await ask(6, Invoked));
    await client.change(URI, 2, text.replace('gpu:', 'gpu: A100:'));
    assert.equal((await ask(12, TriggerCharacter))?.activeParameter, 2);
  } finally {
    client.dispose();
  }
});
