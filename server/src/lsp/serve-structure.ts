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
    answer(
      session,
      'textDocument/formatting',
      (analysis, { options }) =>
        language.formatDocument(analysis, options, session.settings.format),
      [],
    ),
  );
  connection.onDocumentRangeFormatting(
    answer(
      session,
      'textDocument/rangeFormatting',
      (analysis, { range, options }) =>
        language.formatRange(analysis, range, options, session.settings.format),
      [],
    ),
  );
  connection.onDocumentOnTypeFormatting(
    answer(
      session,
      'textDocument/onTypeFormatting',
      (analysis, { position }) =>
        language.formatOnType(analysis, position, session.settings.format),
      [],
    ),
  );
  connection.onDocumentSymbol(
    answer(session, 'textDocument/documentSymbol', language.documentSymbols, []),
  );
  connection.onFoldingRanges(
    answer(session, 'textDocument/foldingRange', language.foldingRanges, []),
  );
  connection.onSelectionRanges(
    answer(
      session,
      'textDocument/selectionRange',
      (analysis, { positions }) => language.selectionRanges(analysis, positions),
      [],
    ),
  );
  connection.onDocumentHighlight(
    answer(
      session,
      'textDocument/documentHighlight',
      (analysis, { position }) => language.documentHighlights(analysis, position),
      [],
    ),
  );
  languages.onLinkedEditingRange(
    answer(
      session,
      'textDocument/linkedEditingRange',
      (analysis, { position }) => language.linkedEditing(analysis, position),
      null,
    ),
  );
  connection.onDocumentLinks(
    answer(
      session,
      'textDocument/documentLink',
      (analysis) => language.documentLinks(analysis, session.workspace),
      [],
    ),
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
    answer(
      session,
      'textDocument/semanticTokens/range',
      (analysis, { range }) => language.semanticTokens(analysis, range),
      {
        data: [],
      },
    ),
  );
  languages.inlayHint.on(
    answer(
      session,
      'textDocument/inlayHint',
      (analysis, { range }) => language.inlayHints(analysis, range, session.settings.inlayHints),
      [],
    ),
  );
}
