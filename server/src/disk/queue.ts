/** Work that is done piece by piece, in the order in which it came. What waits already is not added again. */
export class Queue {
  private readonly waiting = new Map<string, Promise<void>>();
  private last = Promise.resolve();

  /** Adds work, unless some with the same key waits. Resolves or rejects as the work does. */
  add(key: string, work: () => Promise<void>): Promise<void> {
    const known = this.waiting.get(key);
    if (known) return known;
    const begin = () => {
      // What changes from now on has to be looked at again.
      this.waiting.delete(key);
      return work();
    };
    const done = this.last.then(begin, begin);
    this.waiting.set(key, done);
    this.last = done;
    return done;
  }
}
