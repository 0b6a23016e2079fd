import type { Diagnostic } from 'vscode-languageserver';
import { inBackground } from '../background';
import type { Session } from '../session';
import { otherProblemsOf } from './result';

/** What a client knows of a document. */
interface Known {
  /** The problems of the last answer, each as JSON. */
  readonly answered: ReadonlySet<string>;
  /** Whether problems were sent since. */
  hasMore: boolean;
}

/**
 * Problems with other files that have appeared since a client has requested those of a document, for a client that
 * cannot be asked to request them again (Neovim 0.11). They are sent without a request, until an answer has them.
 */
export class LateProblems {
  private readonly known = new Map<string, Known>();

  constructor(private readonly session: Session) {
    session.documents.onDidClose(({ document: { uri } }) => {
      if (this.known.get(uri)?.hasMore) this.publish(uri, []);
      this.known.delete(uri);
    });
  }

  /** A request for an open document is answered with these problems. */
  answered(uri: string, items: readonly Diagnostic[]): void {
    if (this.known.get(uri)?.hasMore) this.publish(uri, []);
    const answered = new Set(items.map((item) => JSON.stringify(item)));
    this.known.set(uri, { answered, hasMore: false });
  }

  /** Something has changed in other files: sends what the answers lack. */
  send(): void {
    const { documents, analyses } = this.session;
    for (const [uri, known] of this.known) {
      const document = documents.get(uri);
      if (!document) continue;
      const found = otherProblemsOf(this.session, analyses.of(document).summary);
      const more = found.filter((item) => !known.answered.has(JSON.stringify(item)));
      if (more.length > 0 || known.hasMore) this.publish(uri, more);
      known.hasMore = more.length > 0;
    }
  }

  private publish(uri: string, diagnostics: Diagnostic[]): void {
    const { connection } = this.session;
    inBackground(connection, () => connection.sendDiagnostics({ uri, diagnostics }));
  }
}
