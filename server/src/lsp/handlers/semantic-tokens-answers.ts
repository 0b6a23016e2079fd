import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { tokenEdits } from '../../language';

/** What a document had last, under the id that the client then knows it by. */
interface Answer {
  readonly resultId: string;
  readonly data: readonly number[];
}

/**
 * The tokens that were answered last, of open documents only, so that a client that knows them gets what is different
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

  /** The difference to the answer `previousResultId`, or all tokens where that was not the last one. */
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
