import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { tokenEdits } from '../../language';

/** The last tokens of a document, with the id that the client has for them. */
interface Answer {
  readonly resultId: string;
  readonly data: readonly number[];
}

/**
 * The tokens of the last answer, for open documents only, so a client that has them gets the difference
 * (`textDocument/semanticTokens/full/delta`).
 */
export class SemanticTokensAnswers {
  private readonly byUri = new Map<string, Answer>();
  private count = 0;

  full(uri: string, { data }: SemanticTokens): SemanticTokens {
    const resultId = String(++this.count);
    this.byUri.set(uri, { resultId, data });
    return { resultId, data };
  }

  /** The difference to the answer `previousResultId`, or all tokens if that was not the last answer. */
  delta(
    uri: string,
    previousResultId: string,
    tokens: SemanticTokens,
  ): SemanticTokens | SemanticTokensDelta {
    const last = this.byUri.get(uri);
    if (last?.resultId !== previousResultId) return this.full(uri, tokens);
    const edits = tokenEdits(last.data, tokens.data);
    // The same tokens keep their id.
    if (edits.length === 0) return { resultId: previousResultId, edits };
    return { resultId: this.full(uri, tokens).resultId ?? '', edits };
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}
