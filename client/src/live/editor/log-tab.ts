import {
  EventEmitter,
  l10n,
  TerminalLocation,
  window,
  type Disposable,
  type Pseudoterminal,
} from 'vscode';
import { isFinished, type Run } from '../answers/run';
import { LogCleaner } from '../logs/clean';
import { LogReader } from '../logs/follow';
import type { Server } from '../server';
import type { Session } from './session';
import { withoutIcons } from './words';

/** Milliseconds between two looks at a log. The server itself has what a job writes after 10 to 30 s. */
const PAUSE = 5000;

const DIM = '\u001b[2m';
const PLAIN = '\u001b[0m';

/** Opens an editor tab with the log of a run, which follows it until it ends. Input does nothing. */
export function showLogs(session: Session, run: Run): Disposable {
  const pty = new LogTab(session, run.name);
  const terminal = window.createTerminal({
    name: l10n.t('{0} (logs)', withoutIcons(run.name)),
    pty,
    location: TerminalLocation.Editor,
  });
  terminal.show();
  return terminal;
}

class LogTab implements Pseudoterminal {
  private readonly written = new EventEmitter<string>();
  readonly onDidWrite = this.written.event;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;
  private isLooking = false;
  private readonly readers = new Map<string, readonly [LogReader, LogCleaner]>();
  private readonly focus: Disposable;
  /** The server of the run: the session may get another one, which does not know it. */
  private readonly server: Server | undefined;
  private readonly project: string;

  constructor(
    private readonly session: Session,
    private readonly run: string,
  ) {
    this.server = session.server;
    this.project = session.state.connection?.project ?? '';
    // Nothing is requested while nobody looks; afterwards it catches up.
    this.focus = window.onDidChangeWindowState(({ focused }) => {
      if (focused && this.timer === undefined && !this.isLooking) void this.follow();
    });
  }

  open(): void {
    this.note(
      l10n.t('Logs of {0}. The server has them 10 to 30 s after the run writes them.', this.run),
    );
    void this.follow();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.focus.dispose();
    this.written.dispose();
  }

  private async follow(): Promise<void> {
    this.timer = undefined;
    if (this.isClosed || !window.state.focused) return;
    if (this.isLeft) return this.end(l10n.t('Disconnected from project {0}.', this.project));
    // Two looks at once would show the same twice.
    this.isLooking = true;
    const run = await this.session.ask(async (server) => {
      // The state first: what a run wrote before it ended is then in the log.
      const found = await server.run(this.run);
      if (found) await this.look(server, found);
      return found;
    });
    this.isLooking = false;
    if (this.isClosed) return;
    if (run && isFinished(run.state)) {
      const { status, reason } = run;
      return this.end(
        reason === undefined
          ? l10n.t('The run has ended: {0}.', status)
          : l10n.t('The run has ended: {0}, {1}.', status, reason),
      );
    }
    const { failure } = this.session.state;
    const isRefused = failure?.kind === 'token' || failure?.kind === 'denied';
    if (isRefused && !this.isLeft) return this.end(failure.message);
    this.timer = setTimeout(() => void this.follow(), PAUSE);
  }

  private get isLeft(): boolean {
    return this.server === undefined || this.session.server !== this.server;
  }

  /** The last line: nothing is asked for after it. */
  private end(text: string): void {
    this.note(text);
    this.focus.dispose();
  }

  /** Writes what is new of each job. */
  private async look(server: Server, { name, jobs }: Run): Promise<void> {
    for (const { name: job, submission } of jobs) {
      const known = this.readers.get(submission);
      const [reader, cleaner] = known ?? [
        new LogReader(server, name, submission),
        new LogCleaner(),
      ];
      if (!known && jobs.length > 1) this.note(l10n.t('Job {0}', job));
      this.readers.set(submission, [reader, cleaner]);
      const text = (await reader.look()).map(({ bytes }) => cleaner.clean(bytes)).join('');
      if (text !== '' && !this.isClosed) this.written.fire(text);
    }
  }

  private note(text: string): void {
    this.written.fire(`${DIM}${text}${PLAIN}\r\n`);
  }
}
