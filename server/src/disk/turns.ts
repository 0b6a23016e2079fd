/** Milliseconds of work after which requests come first: nobody notices, and to let them in each time costs more than the work. */
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

/** Resolves when the messages are served that have come already. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
