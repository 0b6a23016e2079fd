import type { Problem } from '../../problem/problem';

/** Ends the reading of a text at its first syntax mistake. It never leaves `yaml/`. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Ends the reading of a text that has more in it than we want to read. */
export class TooLarge extends Error {
  /** @param reason which limit the text exceeds, such as "it has more than 30,000 values" */
  constructor(readonly reason: string) {
    super(reason);
  }
}
