import type { Problem, ProblemCode } from '../../problem/problem';
import type { View } from './support/view';

/** Receives a problem that a rule has found. */
export type Report = (problem: Problem) => void;

/**
 * A condition on several properties. `check` is called once for each mapping that the rule is about, with its content
 * that is itself correct; a rule reports nothing about properties that already have a problem.
 *
 * @typeParam T what dstack's model of the mapping holds
 */
export interface Rule<T extends object = object> {
  /** The codes that `check` may report; the first one names the file of the rule. */
  readonly codes: readonly ProblemCode[];
  /** The first release that checks it, if that is newer than all that the marks of the schema go back to. */
  readonly since?: string;
  /** The first release that no longer checks it: it has another rule, or none. */
  readonly until?: string;
  check(view: View<T>, report: Report): void;
}
