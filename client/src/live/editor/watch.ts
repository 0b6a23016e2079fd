import { Disposable, EventEmitter, window } from 'vscode';
import type { Server } from '../server';
import type { Session } from './session';

/** Milliseconds between two looks: when nothing happens, and when a run has not ended. */
const CALM = 60_000;
const BUSY = 30_000;
/** The same while a task of ours runs, which changes something soon. */
const HURRY = 10_000;
/** The longest pause after errors, which double it. */
const LONGEST = 600_000;

/**
 * Looks for changes in the project while somebody sees them: a view of it is visible and the window has the focus. A look
 * is one small request for the newest event. Nothing is requested, and no timer runs, at any other time.
 */
export class Watch implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** The project may have changed. */
  readonly onDidChange = this.changed.event;
  private readonly passed = new EventEmitter<void>();
  /** Time has passed without a change: ages, and what a run costs, are others. */
  readonly onDidPass = this.passed.event;
  private readonly visible = new Set<string>();
  private readonly listeners: Disposable;
  private timer: NodeJS.Timeout | undefined;
  private server: Server | undefined;
  private projectId: string | undefined;
  private event: string | undefined;
  private failures = 0;
  private isLooking = false;
  /** Whether a run has not ended yet. */
  isBusy = false;
  private tasks = 0;

  constructor(private readonly session: Session) {
    this.listeners = Disposable.from(
      window.onDidChangeWindowState(() => this.arm(0)),
      session.onDidChange(({ server }) => {
        if (server !== this.server) this.forget(server);
        else if (this.timer === undefined && !this.isLooking) this.arm();
      }),
    );
  }

  /** A view has become visible or hidden. */
  sees(view: string, isVisible: boolean): void {
    if (isVisible === this.visible.has(view)) return;
    if (isVisible) this.visible.add(view);
    else this.visible.delete(view);
    this.arm();
  }

  /** A task of ours has started or ended. */
  taskRuns(isRunning: boolean): void {
    this.tasks += isRunning ? 1 : -1;
    this.arm();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.dispose();
    this.changed.dispose();
    this.passed.dispose();
  }

  /** Starts again, with another project or none. It looks at once: what comes after that is new. */
  private forget(server: Server | undefined): void {
    this.server = server;
    this.projectId = this.event = undefined;
    this.failures = 0;
    this.isBusy = false;
    this.arm(0);
  }

  private arm(wait = this.pause): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.visible.size === 0 || !window.state.focused || !this.session.server) return;
    this.timer = setTimeout(() => void this.look(), wait);
  }

  private get pause(): number {
    const usual = this.tasks > 0 ? HURRY : this.isBusy ? BUSY : CALM;
    return Math.min(usual * 2 ** this.failures, LONGEST);
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    const { server: looksAt } = this;
    const hadFailed = this.failures > 0;
    const newest = await this.session.ask(async (server) => {
      this.projectId ??= (await server.about()).id;
      return this.projectId === undefined ? undefined : server.newestEvent(this.projectId);
    });
    this.isLooking = false;
    // Another project has a look of its own.
    if (looksAt !== this.server) return;
    this.failures = this.session.state.failure ? this.failures + 1 : 0;
    if (newest !== undefined) {
      const isNew = this.event !== undefined && newest !== this.event;
      this.event = newest;
      // A server that is back: the views were empty in between.
      if (isNew || hadFailed) this.changed.fire();
      else this.passed.fire();
    }
    this.arm();
  }
}
