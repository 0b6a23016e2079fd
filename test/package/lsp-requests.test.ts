import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as protocol from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/server/client';
import { repositoryPath } from '../support/repository';

/**
 * docs/lsp.md lists the requests of LSP that are served, with their tests, and those that are not, with the reason. The
 * two tables contain all of LSP 3.17 and agree with the announced capabilities and with the answers of the server.
 */

const PAGE = readFileSync(repositoryPath('docs/lsp.md'), 'utf8');

/** Rows of the table below a heading: the methods in its first cell, and the others. */
function rowsOf(heading: string): readonly { methods: string[]; rest: string }[] {
  const section = PAGE.split(`\n## ${heading}\n`)[1]?.split(/\n#+ /)[0] ?? '';
  return [...section.matchAll(/^\| (`.*?) +\| (.*?) *\|$/gm)].map(([, first = '', rest = '']) => ({
    methods: [...first.matchAll(/`([\w/]+)`/g)].map(([, name = '']) => methodOf(name)),
    rest,
  }));
}

/** `textDocument/` is left out in the tables. */
function methodOf(name: string): string {
  const known = /^(?:workspace|client|window|callHierarchy|typeHierarchy|\w+)\/(?:\w+\/)*\w+$/;
  const isWhole = known.test(name) && !name.startsWith('semanticTokens/');
  return isWhole ? name : `textDocument/${name}`;
}

const SERVED = rowsOf('LSP requests served');
const NOT_SERVED = rowsOf('LSP requests not served');
const methodsOf = (rows: typeof SERVED) => rows.flatMap(({ methods }) => methods);

/** Every session has them. */
const LIFE_CYCLE = ['initialize', 'shutdown'];

/** What LSP has since 3.18. */
const LATER = [
  'textDocument/inlineCompletion',
  'textDocument/rangesFormatting',
  'workspace/foldingRange/refresh',
  'workspace/textDocumentContent',
  'workspace/textDocumentContent/refresh',
];

interface Message {
  readonly method: string;
  readonly messageDirection: string;
}

const REQUESTS = Object.entries(protocol as unknown as Readonly<Record<string, Message>>)
  .filter(([name]) => /Request$/.test(name))
  .map(([, { method, messageDirection }]) => ({ method, messageDirection }))
  .filter(({ method }) => method && ![...LIFE_CYCLE, ...LATER].includes(method));

const FROM_CLIENT = REQUESTS.filter((one) => one.messageDirection === 'clientToServer').map(
  ({ method }) => method,
);

/** For each capability of a server the methods that it announces, as the tables name them. */
const ANNOUNCED: Readonly<Record<string, readonly string[]>> = {
  codeActionProvider: ['textDocument/codeAction'],
  codeLensProvider: ['textDocument/codeLens'],
  completionProvider: ['completionItem/resolve', 'textDocument/completion'],
  declarationProvider: ['textDocument/declaration'],
  definitionProvider: ['textDocument/definition'],
  diagnosticProvider: ['textDocument/diagnostic', 'workspace/diagnostic'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  documentLinkProvider: ['textDocument/documentLink'],
  documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  hoverProvider: ['textDocument/hover'],
  inlayHintProvider: ['textDocument/inlayHint'],
  linkedEditingRangeProvider: ['textDocument/linkedEditingRange'],
  referencesProvider: ['textDocument/references'],
  renameProvider: ['textDocument/prepareRename', 'textDocument/rename'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  semanticTokensProvider: [
    'textDocument/semanticTokens/full',
    'textDocument/semanticTokens/full/delta',
    'textDocument/semanticTokens/range',
  ],
  signatureHelpProvider: ['textDocument/signatureHelp'],
  workspace: ['workspace/willRenameFiles'],
  workspaceSymbolProvider: ['workspace/symbol'],
};

/** Capabilities that are about the exchange and not about requests. */
const OF_EXCHANGE = ['experimental', 'positionEncoding', 'textDocumentSync'];

let client: TestClient;
before(async () => {
  client = await TestClient.start({
    textDocument: {
      completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } },
      diagnostic: {},
      rename: { prepareSupport: true },
    },
    workspace: { workspaceFolders: true },
  });
});
after(() => client.dispose());

test('docs/lsp.md has every request of LSP 3.17, once', () => {
  const listed = [...methodsOf(SERVED), ...methodsOf(NOT_SERVED)];
  const requests = listed.filter((method) => REQUESTS.some((one) => one.method === method));
  assert.deepEqual(requests.sort(), REQUESTS.map(({ method }) => method).sort());
});

test('it agrees with the announced capabilities', () => {
  const { capabilities } = client.initialized;
  const names = Object.keys(capabilities).filter((name) => !OF_EXCHANGE.includes(name));
  assert.deepEqual(names.sort(), Object.keys(ANNOUNCED));
  const served = methodsOf(SERVED).filter((method) => FROM_CLIENT.includes(method));
  assert.deepEqual(served.sort(), Object.values(ANNOUNCED).flat().sort());
});

test('each request that is served has a test in an existing file', () => {
  for (const { methods, rest } of SERVED) {
    const links = [...rest.matchAll(/\]\((.*?)\)/g)].map(([, path = '']) => path);
    assert.ok(links.length > 0, methods.join());
    for (const path of links) {
      assert.match(path, /^\.\.\/test\/.*\.test\.ts$/);
      assert.ok(existsSync(repositoryPath(join('docs', path))), path);
    }
  }
});

test('each request that is not served has a reason', () => {
  for (const { methods, rest } of NOT_SERVED) {
    assert.ok(methods.length > 0 && /\.$/.test(rest), methods.join());
  }
});

const NOT_THERE = -32601;

/** The outcome of a request about a document that does not exist. */
async function outcomeOf(method: string): Promise<'answered' | 'rejected' | 'nothing'> {
  const at = { line: 0, character: 0 };
  const params = {
    textDocument: { uri: 'file:///w/none.dstack.yml' },
    position: at,
    range: { start: at, end: at },
    positions: [at],
    options: { tabSize: 2, insertSpaces: true },
    context: { diagnostics: [], includeDeclaration: true },
    previousResultIds: [],
    previousResultId: '',
    files: [],
    query: '',
    newName: 'x',
    ch: '\n',
  };
  // `workspace/diagnostic` answers only when there are problems.
  const source = new protocol.CancellationTokenSource();
  setTimeout(() => source.cancel(), 200);
  try {
    const answer: unknown = await client.connection.sendRequest(method, params, source.token);
    return JSON.stringify(answer ?? []) === '[]' ? 'nothing' : 'answered';
  } catch (error) {
    assert.equal((error as { code: number }).code, NOT_THERE, method);
    return 'rejected';
  }
}

test('served requests are answered, others are rejected', async () => {
  for (const method of FROM_CLIENT) {
    const isServed = methodsOf(SERVED).includes(method);
    const outcome = await outcomeOf(method);
    assert.ok(outcome !== (isServed ? 'rejected' : 'answered'), `${method}: ${outcome}`);
  }
});
