/** Something of ours that threw: the name of the part that lost its answer, and what it threw. */
export interface Failure {
  readonly name: string;
  readonly error: unknown;
}

/**
 * Runs parts of an answer that do not depend on each other, so that one that throws loses itself and nothing else. What
 * was thrown is kept, the first of each name, for somebody who has a log.
 */
export class Failures {
  private readonly byName = new Map<string, Failure>();

  /** What `work` gives, or `otherwise` where it throws. */
  attempt<T>(name: string, work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      if (!this.byName.has(name)) this.byName.set(name, { name, error });
      return otherwise;
    }
  }

  get all(): readonly Failure[] {
    return [...this.byName.values()];
  }

  get count(): number {
    return this.byName.size;
  }
}
