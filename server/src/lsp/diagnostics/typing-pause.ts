import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Milliseconds between changes that are too fast for typing: they are steps of one edit, so its end is waited for. */
const BURST = 40;
const PAUSE_IN_BURST = 25;

/** Milliseconds, too short to notice. */
const MOST = 75;

interface Typing {
  /** Time of the last change, in milliseconds of `performance.now`; undefined if the document was only opened. */
  changedAt?: number;
  inBurst: boolean;
  /** Duration of the last check in milliseconds. */
  cost: number;
}

/**
 * How long typing must pause before problems are shown: as long as the last check, within a limit, which is very short
 * for usual files. So checks use at most half of the time, however fast the user types.
 */
export class TypingPause {
  private readonly byUri = new Map<string, Typing>();

  constructor(documents: TextDocuments<TextDocument>) {
    documents.onDidChangeContent(({ document: { uri } }) => {
      const typing = this.byUri.get(uri);
      if (typing) change(typing);
      else this.byUri.set(uri, { inBurst: false, cost: 0 });
    });
    documents.onDidClose(({ document }) => this.byUri.delete(document.uri));
  }

  /** Milliseconds from now until the document may be checked; 0 or less if it may be checked at once. */
  rest(uri: string): number {
    const { changedAt, inBurst = false, cost = 0 } = this.byUri.get(uri) ?? {};
    if (changedAt === undefined) return 0;
    const pause = Math.min(Math.max(cost, inBurst ? PAUSE_IN_BURST : 0), MOST);
    return changedAt + pause - performance.now();
  }

  /** Checks a document and records how long that took. */
  measure<T>(uri: string, check: () => T): T {
    const start = performance.now();
    const result = check();
    const typing = this.byUri.get(uri);
    if (typing) typing.cost = performance.now() - start;
    return result;
  }
}

function change(typing: Typing): void {
  const now = performance.now();
  typing.inBurst = now - (typing.changedAt ?? -Infinity) < BURST;
  typing.changedAt = now;
}
