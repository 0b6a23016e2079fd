/**
 * Milliseconds of work after which waiting requests are served: too short to notice, but long enough to make the cost
 * of the switch small.
 */
const TURN = 10;

/** Cuts long work into turns, between which requests are served. */
export class Turns {
  private start = performance.now();

  /** Whether it is time to wait for `next`. */
  get isOver(): boolean {
    return performance.now() - this.start > TURN;
  }

  async next(): Promise<void> {
    await nextTurn();
    this.start = performance.now();
  }
}

/** Resolves when the messages that have already arrived are served. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
