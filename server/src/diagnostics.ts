import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describe } from './guard';
import type { Analysis } from './language';
import { problemsOf, resultIdOf } from './problems';
import type { Session } from './serve';
import { WorkspaceDiagnostics } from './workspace-diagnostics';

/** Rest in milliseconds that typing must take before problems are shown, so that half a word is not scolded. */
const TYPING_PAUSE = 250;

/** How problems reach the client. */
export interface DiagnosticsDelivery {
  /** What problems depend on besides the text of a document has changed. */
  environmentChanged(): void;
}

/** Sends problems on its own, with the version they belong to, to clients that cannot ask for them. */
export class PushDiagnostics implements DiagnosticsDelivery {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly shown = new Set<string>();

  constructor(private readonly session: Session) {
    session.documents.onDidChangeContent(({ document }) => this.schedule(document));
    session.documents.onDidClose(({ document }) => this.close(document.uri));
  }

  environmentChanged(): void {
    for (const document of this.session.documents.all()) this.publish(document.uri);
  }

  private schedule(document: TextDocument): void {
    clearTimeout(this.timers.get(document.uri));
    const pause = this.shown.has(document.uri) ? TYPING_PAUSE : 0;
    this.timers.set(
      document.uri,
      setTimeout(() => this.publish(document.uri), pause),
    );
  }

  private publish(uri: string): void {
    const document = this.session.documents.get(uri);
    if (!document) return;
    this.shown.add(uri);
    const problems = problemsOf(this.session, this.session.analyses.of(document));
    this.send(uri, problems, document.version);
  }

  private close(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.shown.delete(uri);
    this.send(uri, []);
  }

  private send(uri: string, list: Diagnostic[], version?: number): void {
    const params = { uri, diagnostics: list, ...(version === undefined ? {} : { version }) };
    this.session.connection.sendDiagnostics(params).catch((error: unknown) => {
      this.session.connection.console.error(describe(error));
    });
  }
}

/** Answers clients that ask for problems; an answer that would repeat the last one says just that. */
export class PullDiagnostics implements DiagnosticsDelivery {
  private readonly changedAt = new Map<string, number>();
  private readonly unopened: WorkspaceDiagnostics;

  constructor(
    private readonly session: Session,
    private readonly canRefresh: boolean,
  ) {
    session.documents.onDidChangeContent(({ document }) => {
      // The first version of a document is its opening, which nobody typed.
      this.changedAt.set(document.uri, this.changedAt.has(document.uri) ? Date.now() : 0);
    });
    session.documents.onDidClose(({ document }) => this.changedAt.delete(document.uri));
    this.unopened = new WorkspaceDiagnostics(session);
    session.workspace?.changes.on(() => this.unopened.wake());
    session.connection.languages.diagnostics.on((params, token) => this.report(params, token));
  }

  environmentChanged(): void {
    this.unopened.wake();
    if (!this.canRefresh) return;
    this.session.connection.languages.diagnostics.refresh().catch((error: unknown) => {
      this.session.connection.console.error(describe(error));
    });
  }

  private async report(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.typingPause(uri, token);
    if (token.isCancellationRequested) return full([]);
    const { session } = this;
    const document = session.documents.get(uri);
    // A client asks once more when a document is closed: its file stays in the list of problems.
    const analysis = document ? session.analyses.of(document) : await this.unopenedFile(uri);
    if (!analysis) return full([]);
    const resultId = resultIdOf(session, analysis);
    if (resultId === previousResultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    }
    return full(problemsOf(session, analysis), resultId);
  }

  private async unopenedFile(uri: string): Promise<Analysis | undefined> {
    const { settings, workspace } = this.session;
    return settings.workspaceValidation ? workspace?.analyse(uri) : undefined;
  }

  private async typingPause(uri: string, token: CancellationToken): Promise<void> {
    const rest = (this.changedAt.get(uri) ?? 0) + TYPING_PAUSE - Date.now();
    if (rest <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, rest);
      token.onCancellationRequested(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

function full(items: Diagnostic[], resultId?: string): DocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    items,
    ...(resultId === undefined ? {} : { resultId }),
  };
}
