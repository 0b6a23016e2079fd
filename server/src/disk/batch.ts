import { nextTurn } from './turns';

/**
 * Work that costs the same for one item and for many: items that arrive while it runs, or in the same turn, are
 * processed together afterwards.
 */
export class Batch<T> {
  private waiting: T[] = [];
  private next: Promise<void> | undefined;
  private last = Promise.resolve();

  constructor(private readonly work: (items: readonly T[]) => Promise<void>) {}

  /** Resolves or rejects with the work on the item's batch. */
  add(item: T): Promise<void> {
    this.waiting.push(item);
    return (this.next ??= this.begin());
  }

  private begin(): Promise<void> {
    const run = async () => {
      // Messages that have already arrived are read first.
      await nextTurn();
      const items = this.waiting;
      this.waiting = [];
      this.next = undefined;
      await this.work(items);
    };
    const done = this.last.then(run, run);
    this.last = done.catch(() => undefined);
    return done;
  }
}
