import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
} from 'vscode-languageserver';
import { answer } from './guard';
import * as language from '../language';
import { SemanticTokensAnswers } from './semantic-tokens';
import type { Session } from './serve';

/** Wires the requests about the structure and the looks of a document. */
export function serveStructure(session: Session): void {
  const { connection } = session;
  const { languages } = connection;

  connection.onDocumentFormatting(
    answer(session, 'textDocument/formatting', language.formatDocument, []),
  );
  connection.onDocumentRangeFormatting(
    answer(session, 'textDocument/rangeFormatting', language.formatRange, []),
  );
  connection.onDocumentOnTypeFormatting(
    answer(session, 'textDocument/onTypeFormatting', language.formatOnType, []),
  );
  connection.onDocumentSymbol(
    answer(session, 'textDocument/documentSymbol', language.documentSymbols, []),
  );
  connection.onFoldingRanges(
    answer(session, 'textDocument/foldingRange', language.foldingRanges, []),
  );
  connection.onSelectionRanges(
    answer(session, 'textDocument/selectionRange', language.selectionRanges, []),
  );
  connection.onDocumentHighlight(
    answer(session, 'textDocument/documentHighlight', language.documentHighlights, []),
  );
  languages.onLinkedEditingRange(
    answer(session, 'textDocument/linkedEditingRange', language.linkedEditing, null),
  );
  connection.onDocumentLinks(
    answer(session, 'textDocument/documentLink', language.documentLinks, []),
  );
  const tokens = new SemanticTokensAnswers();
  session.documents.onDidClose(({ document }) => tokens.forget(document.uri));
  languages.semanticTokens.on(
    answer(
      session,
      'textDocument/semanticTokens/full',
      (analysis, { textDocument: { uri } }) => tokens.full(uri, language.semanticTokens(analysis)),
      { data: [] },
    ),
  );
  languages.semanticTokens.onDelta(
    answer<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      session,
      'textDocument/semanticTokens/full/delta',
      (analysis, { textDocument: { uri }, previousResultId }) =>
        tokens.delta(uri, previousResultId, language.semanticTokens(analysis)),
      { data: [] },
    ),
  );
  languages.semanticTokens.onRange(
    answer(session, 'textDocument/semanticTokens/range', language.semanticTokens, { data: [] }),
  );
  languages.inlayHint.on(answer(session, 'textDocument/inlayHint', language.inlayHints, []));
}
