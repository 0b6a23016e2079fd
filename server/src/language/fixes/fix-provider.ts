import type { Analysis } from '../analysis';
import { lookup } from '../base/lookup';
import type { Problem } from '../problem/problem';
import type { Edit } from '../edit/edit';
import { stepsTo, type Step } from '../edit/locate';

/** A problem and where it stands. */
export interface Context {
  readonly analysis: Analysis;
  readonly problem: Problem;
  /** From the root to the innermost property or item that the problem lies in. */
  readonly steps: readonly Step[];
}

/** A possible change. Whether it settles the problem and breaks nothing is checked by the caller. */
export interface Candidate {
  readonly title: string;
  readonly edits: readonly (Edit | undefined)[];
  /** Given where it may not be made unasked, even if the rule in `certain.ts` allows it. */
  readonly safe?: false;
  /** False where the author has to choose. */
  readonly preferred?: boolean;
  /**
   * Whether it says the same in dstack's form or place: what goes are words of the other form, which is no loss. It is
   * offered before what loses nothing, but never made unasked for that.
   */
  readonly meant?: boolean;
  /** Whether a problem of the new text was hidden by the mistake, so that it is no harm of the change. */
  readonly reveals?: (problem: Problem, after: Analysis) => boolean;
}

/** The changes that may settle a problem, the likeliest first. */
export type FixProvider = (context: Context) => readonly Candidate[];

/** Why no change that we could make would be right. */
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
