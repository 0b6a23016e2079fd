import { list, LONGEST_URI, number, optional, record, text, type Shape } from './shapes';

/** Maximum number of items of a list from an editor: the maximum number of cursors in VS Code. */
const MOST_ITEMS = 10_000;

/** Maximum number of files whose problems a client lists; five times as many as are read. */
const MOST_FILES = 100_000;

/** Characters of a name or of a search, which people type. */
const LONGEST_NAME = 10_000;

const uri = text(LONGEST_URI);
const position = record({ line: number, character: number });
const range = record({ start: position, end: position });
const anything = record({});

const textDocument = record({ uri });
const document = record({ textDocument });
const place = record({ textDocument, position });
const part = record({ textDocument, range });
const files = list(record({ uri }), MOST_FILES);
const folders = optional(list(record({ uri }), MOST_ITEMS));
const options = record({ tabSize: optional(number) });

/**
 * The parameters of each request and notification that is served, as far as its code relies on them. Parameters that
 * LSP requires but clients omit are optional if nothing is lost.
 */
export const MESSAGE_SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    initialize: record({ capabilities: anything }),
    'textDocument/didOpen': record({ textDocument: record({ uri, text: text() }) }),
    'textDocument/didChange': record({
      textDocument: record({ uri, version: number }),
      contentChanges: list(record({ text: text(), range: optional(range) })),
    }),
    'textDocument/didClose': document,
    'textDocument/didSave': document,
    'textDocument/willSave': document,
    'dstack/lineLeft': document,
    '$/setTrace': record({ value: text(LONGEST_NAME) }),
    'workspace/didChangeWatchedFiles': record({ changes: files }),
    'workspace/didChangeWorkspaceFolders': record({
      event: record({ added: folders, removed: folders }),
    }),
    'workspace/didCreateFiles': record({ files }),
    'workspace/didDeleteFiles': record({ files }),
    'workspace/didRenameFiles': record({
      files: list(record({ oldUri: uri, newUri: uri }), MOST_FILES),
    }),

    'textDocument/hover': place,
    'textDocument/completion': record({
      textDocument,
      position,
      context: optional(record({ triggerCharacter: optional(text(LONGEST_NAME)) })),
    }),
    'completionItem/resolve': record({ data: optional(text(LONGEST_NAME)) }),
    'textDocument/signatureHelp': record({ textDocument, position, context: optional(anything) }),
    'textDocument/codeAction': record({
      textDocument,
      range,
      context: record({
        diagnostics: optional(list(anything, MOST_ITEMS)),
        only: optional(list(text(LONGEST_NAME), MOST_ITEMS)),
      }),
    }),
    'textDocument/formatting': record({ textDocument, options }),
    'textDocument/rangeFormatting': record({ textDocument, range, options }),
    'textDocument/onTypeFormatting': place,
    'textDocument/documentSymbol': document,
    'textDocument/foldingRange': document,
    'textDocument/selectionRange': record({ textDocument, positions: list(position, MOST_ITEMS) }),
    'textDocument/documentHighlight': place,
    'textDocument/linkedEditingRange': place,
    'textDocument/documentLink': document,
    'textDocument/semanticTokens/full': document,
    'textDocument/semanticTokens/full/delta': record({
      textDocument,
      previousResultId: text(LONGEST_NAME),
    }),
    'textDocument/semanticTokens/range': part,
    'textDocument/inlayHint': part,
    'textDocument/declaration': place,
    'textDocument/definition': place,
    'textDocument/references': record({ textDocument, position, context: anything }),
    'textDocument/prepareRename': place,
    'textDocument/rename': record({ textDocument, position, newName: text(LONGEST_NAME) }),
    'textDocument/codeLens': document,
    'textDocument/diagnostic': document,
    'workspace/diagnostic': record({
      previousResultIds: list(record({ uri, value: text(LONGEST_NAME) }), MOST_FILES),
    }),
    'workspace/symbol': record({ query: text(LONGEST_NAME) }),
    'workspace/willRenameFiles': record({
      files: list(record({ oldUri: uri, newUri: uri }), MOST_ITEMS),
    }),
    'dstack/asRead': document,
    'dstack/planInput': document,
    'dstack/tool': record({ name: text(LONGEST_NAME), input: optional(anything) }),
    'dstack/release': document,
    'dstack/upgrade': record({ from: text(LONGEST_NAME), to: optional(text(LONGEST_NAME)) }),
    // What is in them is checked where they are read.
    'dstack/liveFacts': record({ facts: optional(anything) }),
  }),
);
