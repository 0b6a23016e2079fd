import type { Analysis } from '../analysis';
import { lookup } from '../base/lookup';
import type { Problem } from '../problem/problem';
import type { Edit } from '../edit/edit';
import { stepsTo, type Step } from '../edit/locate';
import type { Text } from '../l10n/text';

/** A problem and its place. */
export interface Context {
  readonly analysis: Analysis;
  readonly problem: Problem;
  /** From the root to the innermost property or item that contains the problem. */
  readonly steps: readonly Step[];
}

/** A candidate for a fix. The caller checks whether it fixes the problem and breaks nothing. */
export interface Candidate {
  readonly title: Text;
  readonly edits: readonly (Edit | undefined)[];
  /** Set if it may not be made without asking, even if the rule in `certain.ts` allows it. */
  readonly safe?: false;
  /** False if the author must choose. */
  readonly preferred?: boolean;
  /**
   * Whether it expresses the same in dstack's form or place: only words of the other form are removed, which is not a
   * loss. It is offered before candidates that lose nothing, but that never makes it safe.
   */
  readonly meant?: boolean;
  /** Whether comments become those of a script, which is not a loss. */
  readonly script?: boolean;
  /** Whether a problem of the new text was hidden by the mistake, so the change did not cause it. */
  readonly reveals?: (problem: Problem, after: Analysis) => boolean;
}

/** What a candidate has if only the author can choose it. */
export const UNSURE = { safe: false, preferred: false } as const;

/** The changes that may fix a problem, the most likely first. */
export type FixProvider = (context: Context) => readonly Candidate[];

/** The reason why no automatic change would be right. */
export interface NoFix {
  readonly none: string;
}

/** A problem with the properties and items around it. */
export function contextOf(analysis: Analysis, problem: Problem): Context {
  return { analysis, problem, steps: stepsTo(analysis.tree.root, problem.span) };
}

/** A fact of the problem that is a text. */
export function textData({ data }: Problem, name: string): string | undefined {
  const value = lookup(data, name);
  return typeof value === 'string' ? value : undefined;
}

/** A fact of the problem that is a list of texts. */
export function listData({ data }: Problem, name: string): readonly string[] {
  const value = lookup(data, name);
  return typeof value === 'object' ? value : [];
}
