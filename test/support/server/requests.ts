import type { Position, Range } from 'vscode-languageserver-types';

/** What a request may be about. */
export interface Place {
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
}

type Params = (place: Place) => object;

const document: Params = ({ uri }) => ({ textDocument: { uri } });
const at: Params = ({ uri, position }) => ({ textDocument: { uri }, position });
const within: Params = ({ uri, range }) => ({ textDocument: { uri }, range });
const options = { tabSize: 2, insertSpaces: true };

/** Every request that the server announces, with the parameters that a client sends, by its provider. */
export const REQUESTS: Readonly<Record<string, Readonly<Record<string, Params>>>> = {
  hoverProvider: { 'textDocument/hover': at },
  signatureHelpProvider: {
    'textDocument/signatureHelp': (place) => ({
      ...at(place),
      context: { triggerKind: 1, isRetrigger: false },
    }),
  },
  completionProvider: { 'textDocument/completion': at },
  codeActionProvider: {
    'textDocument/codeAction': (place) => ({ ...within(place), context: { diagnostics: [] } }),
  },
  documentFormattingProvider: {
    'textDocument/formatting': (place) => ({ ...document(place), options }),
  },
  documentRangeFormattingProvider: {
    'textDocument/rangeFormatting': (place) => ({ ...within(place), options }),
  },
  documentOnTypeFormattingProvider: {
    'textDocument/onTypeFormatting': (place) => ({ ...at(place), ch: '\n', options }),
  },
  documentSymbolProvider: { 'textDocument/documentSymbol': document },
  foldingRangeProvider: { 'textDocument/foldingRange': document },
  selectionRangeProvider: {
    'textDocument/selectionRange': (place) => ({
      ...document(place),
      positions: [place.position],
    }),
  },
  documentHighlightProvider: { 'textDocument/documentHighlight': at },
  linkedEditingRangeProvider: { 'textDocument/linkedEditingRange': at },
  documentLinkProvider: { 'textDocument/documentLink': document },
  semanticTokensProvider: {
    'textDocument/semanticTokens/full': document,
    'textDocument/semanticTokens/full/delta': (place) => ({
      ...document(place),
      previousResultId: '1',
    }),
    'textDocument/semanticTokens/range': within,
  },
  inlayHintProvider: { 'textDocument/inlayHint': within },
  declarationProvider: { 'textDocument/declaration': at },
  definitionProvider: { 'textDocument/definition': at },
  referencesProvider: {
    'textDocument/references': (place) => ({
      ...at(place),
      context: { includeDeclaration: true },
    }),
  },
  renameProvider: {
    'textDocument/prepareRename': at,
    'textDocument/rename': (place) => ({ ...at(place), newName: 'other-name' }),
  },
  workspace: {
    'workspace/willRenameFiles': ({ uri }) => ({
      files: [{ oldUri: uri, newUri: `${uri}.renamed` }],
    }),
  },
  workspaceSymbolProvider: { 'workspace/symbol': () => ({ query: 'a' }) },
  codeLensProvider: { 'textDocument/codeLens': document },
  diagnosticProvider: { 'textDocument/diagnostic': document },
  experimental: {
    'dstack/asRead': document,
    'dstack/planInput': document,
    'dstack/release': document,
    'dstack/upgrade': () => ({ from: '0.20' }),
    'dstack/starters': () => ({}),
    'dstack/tool': () => ({ name: 'check_configuration', input: { text: 'type: task\n' } }),
    'dstack/checkWorkspace': () => ({}),
  },
};

/** The same in one list. */
export const ALL_REQUESTS: readonly (readonly [method: string, params: Params])[] = Object.values(
  REQUESTS,
).flatMap((requests) => Object.entries(requests));
