import type {
  CancellationToken,
  Diagnostic,
  Disposable,
  ResultProgressReporter,
  WorkDoneProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { logged } from '../handler';
import { problemsOf, resultId, resultIdOf } from './result';
import type { Session } from '../session';
import type { DiskWorkspace } from '../../disk/workspace';

/** Files between two answers in part. */
const CHUNK = 50;

type Partial = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;

/**
 * The problems of files that are not open (`workspace/diagnostic`). Files are analysed one after the other and not kept. Only
 * what differs from what the client knows is reported, and a request without a difference stays open until there is
 * one, so that a client that asks again and again costs nothing.
 */
export class WorkspaceDiagnostics {
  private readonly waiting = new Set<() => void>();

  constructor(private readonly session: Session) {
    session.connection.languages.diagnostics.onWorkspace(
      // It begins at once, so that it hears of a document that closes behind it.
      logged(
        session,
        'workspace/diagnostic',
        { items: [] },
        (params, token, progress: WorkDoneProgressReporter, partial: Partial) =>
          this.report(params, token, progress, partial),
      ),
    );
  }

  /** Something has changed: requests that are open look again. */
  wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }

  private nextChange(): Promise<void> {
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  private async report(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    partial: Partial,
  ): Promise<WorkspaceDiagnosticReport> {
    const { workspace, documents } = this.session;
    if (!workspace) return { items: [] };
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    // Of a document that closes, the client forgets what it knows.
    const closing = documents.onDidClose(({ document }) => known.delete(document.uri));
    progress.begin('Checking dstack configurations', undefined, undefined, true);
    // Nobody watches how it waits for the next change, nor what it does then.
    let isWatched = true;
    const done = () => {
      if (isWatched) progress.done();
      isWatched = false;
    };
    try {
      await this.unlessCancelled(workspace.ready, token);
      for (;;) {
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        let reported = 0;
        for await (const item of this.differences(workspace, known, token)) {
          items.push(item);
          reported++;
          if (isWatched && reported % CHUNK === 0) progress.report(`${String(reported)} files`);
          if (partial && items.length >= CHUNK) partial.report({ items: items.splice(0) });
        }
        if (partial && items.length > 0) partial.report({ items: items.splice(0) });
        done();
        if (reported > 0 || token.isCancellationRequested) return { items };
        await this.unlessCancelled(this.nextChange(), token);
      }
    } finally {
      done();
      closing.dispose();
    }
  }

  /** Reports on the files whose problems the client does not know; what it is told is noted in `known`. */
  private async *differences(
    workspace: DiskWorkspace,
    known: Map<string, string>,
    token: CancellationToken,
  ): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
    const { session } = this;
    const { index } = workspace;
    const look = workspace.look();
    for (const uri of [...index.all()].map((summary) => summary.uri)) {
      if (token.isCancellationRequested) return;
      const summary = index.get(uri);
      const hash = workspace.hashOf(uri);
      if (workspace.isOpen(uri) || !summary || hash === undefined) continue;
      const last = known.get(uri);
      if (last !== undefined && last === this.idOf(resultId(session, hash, summary))) continue;
      const analysis = await workspace.analyse(uri, look);
      if (!analysis) continue;
      const id = this.idOf(resultIdOf(session, analysis));
      known.set(uri, id);
      yield full(uri, this.isOn ? problemsOf(session, () => analysis) : [], id);
      // Requests come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const uri of known.keys()) {
      if (index.get(uri) || workspace.isOpen(uri)) continue;
      known.delete(uri);
      yield full(uri, []);
    }
  }

  private get isOn(): boolean {
    return this.session.settings.workspaceValidation;
  }

  private idOf(id: string): string {
    return this.isOn ? id : `${id}-unopened`;
  }

  /** Resolves when `work` does, or when the request is cancelled. */
  private async unlessCancelled(work: Promise<void>, token: CancellationToken): Promise<void> {
    if (token.isCancellationRequested) return;
    let ending: Disposable | undefined;
    const end = new Promise<void>((resolve) => {
      ending = token.onCancellationRequested(() => resolve());
    });
    await Promise.race([work, end]).finally(() => ending?.dispose());
  }
}

function full(
  uri: string,
  items: Diagnostic[],
  resultId?: string,
): WorkspaceDocumentDiagnosticReport {
  return {
    kind: 'full',
    uri,
    version: null,
    items,
    ...(resultId === undefined ? {} : { resultId }),
  };
}
