import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Milliseconds: enough that the letters of a fast typist do not each have a check of their own, and not to be felt. */
const LEAST = 25;
const MOST = 75;

interface Typing {
  /** When it was changed last, in milliseconds of `performance.now`; undefined for its opening, which nobody typed. */
  changedAt?: number;
  /** What the last check took in milliseconds. */
  cost: number;
}

/** How long typing must rest before problems are shown: as long as it takes to find them, within bounds. */
export class TypingPause {
  private readonly byUri = new Map<string, Typing>();

  constructor(documents: TextDocuments<TextDocument>) {
    documents.onDidChangeContent(({ document: { uri } }) => {
      const typing = this.byUri.get(uri);
      if (typing) typing.changedAt = performance.now();
      else this.byUri.set(uri, { cost: 0 });
    });
    documents.onDidClose(({ document }) => this.byUri.delete(document.uri));
  }

  /** Milliseconds from now until the document may be checked; 0 or less when it may be at once. */
  rest(uri: string): number {
    const { changedAt, cost } = this.byUri.get(uri) ?? { cost: 0 };
    if (changedAt === undefined) return 0;
    return changedAt + Math.min(Math.max(cost, LEAST), MOST) - performance.now();
  }

  /** Does the check of a document and takes down how long it took. */
  measure<T>(uri: string, check: () => T): T {
    const start = performance.now();
    const result = check();
    const typing = this.byUri.get(uri);
    if (typing) typing.cost = performance.now() - start;
    return result;
  }
}
