/** Something of ours that threw: the name of the part that lost its answer, and what it threw. */
export interface Failure {
  readonly name: string;
  readonly error: unknown;
}

/**
 * Runs independent parts of an answer, so an exception loses only its own part. Exceptions are kept, the first of each
 * name, for callers that have a log.
 */
export class Failures {
  private readonly byName = new Map<string, Failure>();

  /** The result of `work`, or `otherwise` if it throws. A name that takes time to make is given as a function. */
  attempt<T>(name: string | (() => string), work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      this.add(typeof name === 'string' ? name : name(), error);
      return otherwise;
    }
  }

  private add(name: string, error: unknown): void {
    if (!this.byName.has(name)) this.byName.set(name, { name, error });
  }

  get all(): readonly Failure[] {
    return [...this.byName.values()];
  }

  get count(): number {
    return this.byName.size;
  }
}
