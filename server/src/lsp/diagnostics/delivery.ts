import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../disk/files';
import { afterAnswers } from '../after-answers';
import { Calm, typingPause } from './calm';
import { inBackground } from '../background';
import { cancellable, cancelled } from '../handler';
import type { Analysis } from '../../language';
import { LateProblems } from './late';
import { problemsOf, resultIdOf } from './result';
import { RelatedDocuments } from './related';
import type { Refusal, Session } from '../session';
import { WorkspaceDiagnostics } from './workspace';

/** How problems reach the client. */
export interface DiagnosticsDelivery {
  /** Something that problems depend on has changed, other than the text of a document. */
  environmentChanged(): void;
}

/** Sends problems on its own, with the version they belong to, to clients that cannot ask for them. */
export class PushDiagnostics implements DiagnosticsDelivery {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** What the client was last sent of each open document, as JSON. */
  private readonly sent = new Map<string, string>();
  private readonly calm: Calm;

  constructor(private readonly session: Session) {
    this.calm = new Calm(session, (uri) => this.publish(uri));
    session.documents.onDidChangeContent(({ document }) => this.schedule(document));
    session.documents.onDidClose(({ document }) => this.close(document.uri));
  }

  environmentChanged(): void {
    for (const document of this.session.documents.all()) this.publish(document.uri);
  }

  private schedule(document: TextDocument): void {
    clearTimeout(this.timers.get(document.uri));
    const publish = () => {
      // Unless another change has come in the meantime.
      if (this.timers.get(document.uri) === timer) this.publish(document.uri);
    };
    const timer = setTimeout(() => afterAnswers(publish), typingPause(this.session, document));
    this.timers.set(document.uri, timer);
  }

  private publish(uri: string): void {
    const document = this.session.documents.get(uri);
    if (!document) return;
    const problems = problemsOf(
      this.session,
      () => this.session.analyses.of(document),
      (analysis) => this.calm.shown(analysis),
    );
    this.send(uri, problems, document.version);
  }

  private close(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.send(uri, []);
    this.sent.delete(uri);
  }

  private send(uri: string, list: Diagnostic[], version?: number): void {
    const params = { uri, diagnostics: list, ...(version === undefined ? {} : { version }) };
    const text = JSON.stringify(params);
    // Mostly, what has changed in other files changes nothing here.
    if (this.sent.get(uri) === text) return;
    this.sent.set(uri, text);
    const { connection } = this.session;
    inBackground(connection, () => connection.sendDiagnostics(params));
  }
}

/** Answers clients that ask for problems; an answer that would repeat the last one is `unchanged`. */
export class PullDiagnostics implements DiagnosticsDelivery {
  /** Absent for a client that cannot be asked to request again what was held back. */
  private readonly calm: Calm | undefined;
  private readonly unopened: WorkspaceDiagnostics;
  private readonly related: RelatedDocuments | undefined;
  /** For a client that cannot be asked to request again what other files change. */
  private readonly late: LateProblems | undefined;

  constructor(
    private readonly session: Session,
    tellsOfOthers: boolean,
  ) {
    this.related = tellsOfOthers ? new RelatedDocuments(session) : undefined;
    if (session.refresh.reaches('diagnostics'))
      this.calm = new Calm(session, () => session.refresh.of('diagnostics'));
    else this.late = new LateProblems(session);
    this.unopened = new WorkspaceDiagnostics(session);
    session.workspace?.changes.on(() => this.unopened.wake());
    session.connection.languages.diagnostics.on(
      cancellable(
        session,
        'textDocument/diagnostic',
        full([]),
        (params: DocumentDiagnosticParams, token) => this.report(params, token),
      ),
    );
  }

  environmentChanged(): void {
    this.unopened.wake();
    this.session.refresh.of('diagnostics');
    this.late?.send();
  }

  private async report(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport | Refusal> {
    const { session } = this;
    const asked = session.documents.get(uri);
    if (asked) await pause(typingPause(session, asked), token);
    if (token.isCancellationRequested) return cancelled(session);
    const document = session.documents.get(uri);
    // A client asks once more when a document is closed: its file stays in the list of problems.
    const analysis = document ? session.analyses.of(document) : this.unopenedFile(uri);
    if (!analysis) return full([]);
    if (session.files.fetched) await complete(session.files, () => resultIdOf(session, analysis));
    const shown = this.calm?.shown(analysis);
    const suffix = document && shown ? `~${String(document.version)}` : '';
    const resultId = resultIdOf(session, analysis) + suffix;
    const report: DocumentDiagnosticReport =
      resultId === previousResultId
        ? { kind: 'unchanged', resultId }
        : full(
            problemsOf(
              session,
              () => analysis,
              () => shown,
            ),
            resultId,
          );
    if (document && report.kind === 'full') this.late?.answered(uri, report.items);
    return this.related?.add(report, analysis) ?? report;
  }

  private unopenedFile(uri: string): Analysis | undefined {
    const { settings, workspace } = this.session;
    return settings.workspaceValidation ? workspace?.analyse(uri) : undefined;
  }
}

/** Waits, but not for an answer that is no longer wanted. */
async function pause(milliseconds: number, token: CancellationToken): Promise<void> {
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    token.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function full(items: Diagnostic[], resultId?: string): DocumentDiagnosticReport {
  return {
    kind: 'full',
    items,
    ...(resultId === undefined ? {} : { resultId }),
  };
}
