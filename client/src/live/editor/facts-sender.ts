import { Disposable, window, workspace, type TextEditor } from 'vscode';
import type { LiveFacts } from '../../../../server/src/language/live/facts';
import { factsOf } from '../facts';
import type { Host } from './host';
import type { Session } from './session';

/** Milliseconds after which facts are asked for again, when a dstack file is looked at. */
const FRESH = 60_000;

/**
 * Tells the language server what is known of the project (`dstack/liveFacts`). Facts are fetched while a dstack file is
 * looked at. If the server does not answer any more, they are taken back: old facts are not shown as current.
 */
export class FactsSender implements Disposable {
  private fetchedAt = 0;
  private fetching: Promise<void> | undefined;
  private sent: LiveFacts | undefined;
  private readonly listeners: Disposable;

  constructor(
    private readonly session: Session,
    private readonly client: Host['client'],
  ) {
    this.listeners = Disposable.from(
      session.onDidChange(({ server }) => {
        if (!server) void this.send(undefined);
      }),
      window.onDidChangeActiveTextEditor((editor) => this.look(editor)),
      workspace.onDidSaveTextDocument(() => this.look(window.activeTextEditor)),
      // A server that has crashed and been started again knows nothing.
      client.onDidChangeState(() => (this.fetchedAt = 0)),
    );
  }

  /** Fetches facts now, and resolves when they are sent. */
  async refresh(): Promise<void> {
    await (this.fetching ??= this.fetch().finally(() => (this.fetching = undefined)));
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private look(editor: TextEditor | undefined): void {
    const isOld = Date.now() - this.fetchedAt > FRESH;
    if (isOld && this.session.server && editor?.document.languageId === 'dstack')
      void this.refresh();
  }

  private async fetch(): Promise<void> {
    this.fetchedAt = Date.now();
    await this.send(await this.session.ask((server) => factsOf(server, timeOfDay(new Date()))));
  }

  private async send(facts: LiveFacts | undefined): Promise<void> {
    if (facts === undefined && this.sent === undefined) return;
    this.sent = facts;
    if (!this.client.isRunning()) return;
    await this.client.sendNotification('dstack/liveFacts', { facts: facts ?? null });
    this.client.factsChanged.fire();
  }
}

/** The time for people: `10:42`. */
export function timeOfDay(time: Date): string {
  return [time.getHours(), time.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
