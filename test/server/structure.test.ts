import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient } from '../support/client';

const URI = 'file:///work/.dstack.yml';
const TEXT = 'type:  task\nimage: python\nresources:\n  gpu: &g A100:80GB:2\nx: *g\n';

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
  'semanticTokens/range': [{ range }, 20],
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
      const { ranges, data } = answer as { ranges?: unknown[]; data?: unknown[] };
      counts[request] = (ranges ?? data ?? (answer as unknown[])).length;
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
