import { nextTurn } from './turns';

/**
 * Work that is done for many at the price of one: what comes in while it is done, or in the same turn, is done together
 * after it.
 */
export class Batch<T> {
  private waiting: T[] = [];
  private next: Promise<void> | undefined;
  private last = Promise.resolve();

  constructor(private readonly work: (items: readonly T[]) => Promise<void>) {}

  /** Resolves or rejects as the work on the batch does that the item is in. */
  add(item: T): Promise<void> {
    this.waiting.push(item);
    return (this.next ??= this.begin());
  }

  private begin(): Promise<void> {
    const run = async () => {
      // The messages that have come already are read first.
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
