import type { CancellationToken, LinkedEditingRangeParams } from 'vscode-languageserver';
import { documentHandler, type DocumentParams } from '../handler';
import * as language from '../../language';
import type { Refusal, Session } from '../session';
import { startBudget } from '../time-budget';

/** Milliseconds for trying actions: in a file of tens of thousands of lines each attempt takes long. */
const CODE_ACTION_TIME = 400;

/** A function of the connection that registers the handler of one request. */
type Register<P, R> = (handler: (params: P, token: CancellationToken) => Promise<R>) => unknown;

/** Serves the requests that one function of the language service answers from one document. */
export function serveDocuments(session: Session): void {
  const { connection } = session;
  const { languages } = connection;
  const on = <P extends DocumentParams, R>(
    method: string,
    register: Register<P, R | Refusal>,
    serve: (analysis: language.Analysis, params: P) => R,
    none: R,
  ) => register(documentHandler(session, method, serve, none));

  on('textDocument/hover', connection.onHover, language.hover, null);
  on('textDocument/signatureHelp', connection.onSignatureHelp, language.signatureHelp, null);
  on(
    'textDocument/codeAction',
    connection.onCodeAction,
    (analysis, params) => codeActions(session, analysis, params),
    [],
  );
  on('textDocument/codeLens', connection.onCodeLens, language.codeLenses, []);
  on(
    'textDocument/documentHighlight',
    connection.onDocumentHighlight,
    language.documentHighlights,
    [],
  );
  on('textDocument/documentLink', connection.onDocumentLinks, language.documentLinks, []);
  on('textDocument/documentSymbol', connection.onDocumentSymbol, language.documentSymbols, []);
  on('textDocument/foldingRange', connection.onFoldingRanges, language.foldingRanges, []);
  on('textDocument/formatting', connection.onDocumentFormatting, language.formatDocument, []);
  on(
    'textDocument/rangeFormatting',
    connection.onDocumentRangeFormatting,
    language.formatRange,
    [],
  );
  on(
    'textDocument/onTypeFormatting',
    connection.onDocumentOnTypeFormatting,
    language.formatOnType,
    [],
  );
  on('textDocument/inlayHint', languages.inlayHint.on, language.inlayHints, []);
  languages.onLinkedEditingRange(
    documentHandler(
      session,
      'textDocument/linkedEditingRange',
      (analysis, params: LinkedEditingRangeParams) => language.linkedEditing(analysis, params),
      null,
    ),
  );
  on('textDocument/prepareRename', connection.onPrepareRename, language.prepareRename, null);
  on('textDocument/references', connection.onReferences, language.references, []);
  on('textDocument/selectionRange', connection.onSelectionRanges, language.selectionRanges, []);
}

function codeActions(
  { documents }: Session,
  analysis: language.Analysis,
  params: Omit<language.CodeActionsAt, 'version'>,
) {
  const { uri, text } = analysis.source;
  const version = documents.get(uri)?.version ?? null;
  const budget = startBudget(performance.now(), CODE_ACTION_TIME, text.length);
  return language.codeActions(analysis, { ...params, version, budget });
}
