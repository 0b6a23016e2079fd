import type { Problem, ProblemCode } from '../../problem/problem';
import type { View } from './view';

export type Report = (problem: Problem) => void;

/**
 * A condition on several properties. `check` is called once for each mapping that the rule is about, with what
 * is in it and is itself correct; a rule says nothing about properties that already have a problem.
 */
export interface Rule {
  /** The codes that `check` may report, so that tests and documentation find them. */
  readonly codes: readonly ProblemCode[];
  check(view: View, report: Report): void;
}
