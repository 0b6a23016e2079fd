import { Disposable, EventEmitter, Uri, window, workspace, type TextDocument } from 'vscode';
import { isPlanned, reportOf, type PlanReport } from '../plan/report';
import type { PlanInput } from '../../../../server/src/language/live/plan-input';
import { timeOfDay } from './facts-sender';
import type { Server } from '../server';
import type { Host } from './host';
import type { Session } from './session';

/** What is known of a saved file, and since when. */
export interface FilePlan {
  readonly uri: Uri;
  readonly input: PlanInput;
  /** Undefined for a type that the server has no plan for, and without an answer. */
  readonly report: PlanReport | undefined;
  readonly asOf: string;
}

/** The scheme of the documents that show plans. */
export const PLAN_SCHEME = 'dstack-plan';

/** The file whose plan a document shows. */
export function fileOf({ query }: Uri): Uri {
  return Uri.parse(query);
}

/** The plans of dstack files, made again when a file is saved. A file that is only typed in keeps its last plan. */
export class Plans implements Disposable {
  private readonly changed = new EventEmitter<Uri>();
  /** The plan of this file is another one. */
  readonly onDidChange = this.changed.event;
  private readonly plans = new Map<string, FilePlan>();
  /** The last question about each file: answers to former ones are too late. */
  private readonly asked = new Map<string, symbol>();
  /** The server that all plans are of. */
  private server: Server | undefined;
  private readonly listeners: Disposable;

  constructor(
    private readonly session: Session,
    private readonly client: Host['client'],
  ) {
    this.listeners = Disposable.from(
      workspace.onDidSaveTextDocument((document) => this.look(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.drop(uri)),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && !this.of(editor.document.uri)) this.look(editor.document);
      }),
      session.onDidChange(({ server }) => {
        if (server === this.server) return;
        this.server = server;
        [...this.plans.values()].forEach(({ uri }) => this.drop(uri));
      }),
    );
  }

  /** The last plan of a file. */
  of(uri: Uri): FilePlan | undefined {
    return this.plans.get(uri.toString());
  }

  /** Makes a plan of a file now. Resolves when it is there, or when there is none. */
  async make(uri: Uri): Promise<FilePlan | undefined> {
    const key = uri.toString();
    const question = Symbol();
    this.asked.set(key, question);
    const { server } = this.session;
    const input = await this.inputOf(uri);
    const report =
      input && isPlanned(input.type)
        ? await this.session.ask((server) => reportOf(server, input))
        : undefined;
    const isLate = this.asked.get(key) !== question || this.session.server !== server;
    if (!server || isLate) return this.of(uri);
    if (input) this.plans.set(key, { uri, input, report, asOf: timeOfDay(new Date()) });
    this.changed.fire(uri);
    return this.of(uri);
  }

  /** Makes the plans that somebody sees again: of the open editors, and of those whose plan is shown. */
  refresh(): void {
    for (const { document } of window.visibleTextEditors)
      if (document.uri.scheme !== PLAN_SCHEME) this.look(document);
      else if (this.session.server) void this.make(fileOf(document.uri));
  }

  dispose(): void {
    this.listeners.dispose();
    this.changed.dispose();
  }

  private look({ languageId, uri }: TextDocument): void {
    if (languageId === 'dstack' && uri.scheme !== 'git' && this.session.server) void this.make(uri);
  }

  private drop(uri: Uri): void {
    this.asked.delete(uri.toString());
    if (this.plans.delete(uri.toString())) this.changed.fire(uri);
  }

  /** What the language server gives of the file; undefined while it has errors. */
  private async inputOf(uri: Uri): Promise<PlanInput | undefined> {
    const textDocument = { uri: this.client.code2ProtocolConverter.asUri(uri) };
    try {
      const input = await this.client.sendRequest<PlanInput | null>('dstack/planInput', {
        textDocument,
      });
      return input ?? undefined;
    } catch {
      // The file was closed in between.
      return undefined;
    }
  }
}
