/** Counters of what has changed in a workspace: names that are declared or referred to, and files on the disk. */
export interface Revision {
  readonly names: number;
  readonly files: number;
}

/** What a listener gets: whether names have changed, and not only files. */
export type ChangeListener = (change: { readonly names: boolean }) => void;

/** Milliseconds without a change before listeners are called. */
const PAUSE = 300;

/** Reports changes after a pause, and only changes that made a difference. */
export class Changes {
  private readonly listeners = new Set<ChangeListener>();
  private timer: NodeJS.Timeout | undefined;
  private last: Revision = { names: 0, files: 0 };

  constructor(private readonly revision: () => Revision) {}

  /** Calls `listener` from now on, until the function that it returns is called. */
  on(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Something may have changed. */
  schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private look(): void {
    const { names, files } = this.revision();
    const change = { names: names !== this.last.names };
    if (!change.names && files === this.last.files) return;
    this.last = { names, files };
    for (const listener of [...this.listeners]) listener(change);
  }
}
