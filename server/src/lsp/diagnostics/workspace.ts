import type {
  CancellationToken,
  Diagnostic,
  Disposable,
  PreviousResultId,
  ResultProgressReporter,
  WorkDoneProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { logged } from '../handler';
import { otherProblemsOf, ownId, ownProblemsOf, problemsOf, resultId, resultIdOf } from './result';
import type { Session } from '../session';
import type { Analysis } from '../../language';
import { complete } from '../../disk/files';
import { Turns } from '../../disk/turns';
import type { DiskWorkspace } from '../../disk/workspace';

/** Number of files between two partial answers. */
const CHUNK = 50;

/** Problems after which an answer is full. Clients ask again after each answer, and get the files that are left. */
const MOST_PROBLEMS = 20_000;

/** The result id of no text. */
const OUTDATED = '';

type Partial = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;

/**
 * The problems of files that are not open (`workspace/diagnostic`). Files are analysed one after the other and not
 * kept. Only differences from what the client knows are reported. A request without a difference stays open until there
 * is one, so a client that asks repeatedly costs nothing.
 */
export class WorkspaceDiagnostics {
  private readonly waiting = new Set<() => void>();
  /**
   * Documents that were closed since the last answer. The client keeps what it shows of them until it is told otherwise,
   * and forgets what it has been told: each is reported once, even if it is not a file of the workspace.
   */
  private readonly closed = new Set<string>();

  constructor(private readonly session: Session) {
    session.documents.onDidClose(({ document }) => this.closed.add(document.uri));
    session.connection.languages.diagnostics.onWorkspace(
      // It starts at once, to notice documents that close later.
      logged(
        session,
        'workspace/diagnostic',
        { items: [] },
        (params, token, progress: WorkDoneProgressReporter, partial: Partial) =>
          this.report(params, token, progress, partial),
      ),
    );
  }

  /** Something has changed: open requests check again. */
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
    const { workspace } = this.session;
    if (!workspace) return { items: [] };
    const answer = new Answer(previousResultIds, progress, partial);
    // Each file is read for its names anyway: checking it at that time needs no second reading, and problems are known
    // early.
    const endOfReading = workspace.onRead((analysis, hash) => {
      if (!token.isCancellationRequested) this.addOwn(answer, analysis, hash);
    });
    try {
      await this.unlessCancelled(workspace.ready, token);
      endOfReading();
      for (;;) {
        await this.addDifferences(workspace, answer, token);
        answer.end();
        if (answer.count > 0 || token.isCancellationRequested) return { items: answer.take() };
        await this.unlessCancelled(this.nextChange(), token);
      }
    } finally {
      endOfReading();
      answer.end();
    }
  }

  /** Adds the files whose problems the client does not know. */
  private async addDifferences(
    workspace: DiskWorkspace,
    answer: Answer,
    token: CancellationToken,
  ): Promise<void> {
    const { session } = this;
    const { index } = workspace;
    const { known } = answer;
    for (const uri of this.closed) known.set(uri, OUTDATED);
    this.closed.clear();
    const look = workspace.look();
    // Requests come first.
    const turns = new Turns();
    for (const uri of [...index.all()].map((summary) => summary.uri)) {
      if (turns.isOver) await turns.next();
      if (token.isCancellationRequested) return;
      if (answer.isFull) break;
      const summary = index.get(uri);
      const hash = workspace.hashOf(uri);
      if (workspace.isOpen(uri) || !summary || hash === undefined) continue;
      if (session.files.fetched)
        await complete(session.files, () => otherProblemsOf(session, summary));
      const others = otherProblemsOf(session, summary);
      const text = ownId(session, uri, hash);
      const id = this.idOf(resultId(session, text, others));
      if (known.get(uri) === id) continue;
      const own = answer.own.get(uri);
      if (own?.id === text) {
        answer.add(uri, this.isOn ? [...own.items, ...others] : [], id);
        continue;
      }
      const analysis = workspace.analyse(uri, look);
      if (!analysis) continue;
      const items = this.isOn ? problemsOf(session, () => analysis) : [];
      answer.add(uri, items, this.idOf(resultIdOf(session, analysis)));
    }
    for (const uri of known.keys())
      if (!index.get(uri) && !workspace.isOpen(uri)) answer.remove(uri);
  }

  /** Adds the problems of a file that is being read; problems with other files are added later. */
  private addOwn(answer: Answer, analysis: Analysis, hash: string): void {
    const { uri } = analysis.source;
    const id = ownId(this.session, uri, hash);
    // An id that begins with it belongs to the same text in the same release.
    if (answer.isFull || answer.known.get(uri)?.startsWith(id)) return;
    const items = this.isOn ? ownProblemsOf(this.session, analysis) : [];
    answer.add(uri, items, this.idOf(resultId(this.session, id)));
    answer.own.set(uri, { id, items });
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

/** The answer to one request, in parts if the client wants that. */
class Answer {
  /** The result ids that the client has, by file. */
  readonly known: Map<string, string>;
  /** The problems that files have on their own, so those with problems with other files are not analysed twice. */
  readonly own = new Map<string, { readonly id: string; readonly items: Diagnostic[] }>();
  private problems = 0;
  /** Number of reports so far. */
  count = 0;
  private readonly items = new Map<string, WorkspaceDocumentDiagnosticReport>();
  // Progress is shown for the first pass only.
  private isWatched = true;

  constructor(
    previous: readonly PreviousResultId[],
    private readonly progress: WorkDoneProgressReporter,
    private readonly partial: Partial,
  ) {
    this.known = new Map(previous.map(({ uri, value }) => [uri, value]));
    progress.begin('Checking dstack configurations', undefined, undefined, true);
  }

  get isFull(): boolean {
    return this.problems >= MOST_PROBLEMS;
  }

  /** Adds a report in the place of an earlier one. */
  add(uri: string, items: Diagnostic[], resultId: string): void {
    this.problems += items.length - (this.own.get(uri)?.items.length ?? 0);
    this.known.set(uri, resultId);
    this.put({ kind: 'full', uri, version: null, items, resultId });
  }

  /** Reports that a file has no more problems. */
  remove(uri: string): void {
    this.known.delete(uri);
    this.put({ kind: 'full', uri, version: null, items: [] });
  }

  private put(report: WorkspaceDocumentDiagnosticReport): void {
    this.items.set(report.uri, report);
    this.count++;
    if (this.isWatched && this.count % CHUNK === 0)
      this.progress.report(`${String(this.count)} files`);
    if (this.items.size >= CHUNK) this.partial?.report({ items: this.take() });
  }

  /** Ends the first pass: sends the remaining problems and ends the progress. */
  end(): void {
    if (this.items.size > 0) this.partial?.report({ items: this.take() });
    if (this.isWatched) this.progress.done();
    this.isWatched = false;
    this.own.clear();
  }

  /** The reports that were not sent yet. */
  take(): WorkspaceDocumentDiagnosticReport[] {
    const taken = [...this.items.values()];
    this.items.clear();
    return taken;
  }
}
