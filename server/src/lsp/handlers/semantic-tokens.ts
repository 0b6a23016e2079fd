import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { documentHandler } from '../handler';
import { semanticTokens, type Analysis } from '../../language';
import { Utf8Lines } from '../../language/base/utf8';
import type { Session } from '../session';
import { SemanticTokensAnswers } from './semantic-tokens-answers';

/** Serves the colours of names and shorthands, also as the difference to what the client has. */
export function serveSemanticTokens(session: Session): void {
  const { documents, connection } = session;
  const { semanticTokens: on } = connection.languages;
  const answers = new SemanticTokensAnswers();
  documents.onDidClose(({ document }) => answers.forget(document.uri));
  const tokensOf = (analysis: Analysis, asked?: SemanticTokensRangeParams) =>
    session.positions.tokens(semanticTokens(analysis, asked), new Utf8Lines(analysis.source.text));
  on.on(
    documentHandler(
      session,
      'textDocument/semanticTokens/full',
      (analysis, { textDocument: { uri } }) => answers.full(uri, tokensOf(analysis)),
      { data: [] },
    ),
  );
  on.onDelta(
    documentHandler<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      session,
      'textDocument/semanticTokens/full/delta',
      (analysis, { textDocument: { uri }, previousResultId }) =>
        answers.delta(uri, previousResultId, tokensOf(analysis)),
      { data: [] },
    ),
  );
  on.onRange(
    documentHandler(
      session,
      'textDocument/semanticTokens/range',
      (analysis, params: SemanticTokensRangeParams) => tokensOf(analysis, params),
      { data: [] },
    ),
  );
}
