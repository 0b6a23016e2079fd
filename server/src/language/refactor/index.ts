import type { Analysis } from '../analysis';
import { overlap } from '../edit/edit';
import { stepsTo, type Step } from '../edit/locate';
import { UNLIMITED, type TimeBudget } from '../base/time-budget';
import { span } from '../base/span';
import { isMerge, keyIdentity } from '../yaml/node';
import { environmentForm } from './environment';
import { extractAnchor } from './extract-anchor';
import { longForm } from './long-form';
import { meaningOf } from './meaning';
import type { RefactoringProvider, Refactoring } from './refactoring';
import { shortForm } from './short-form';
import { sortProperties } from './sort-properties';

export type { Refactoring } from './refactoring';

/** All refactorings, by the name that a log has for them. */
export const REFACTORINGS: Readonly<Record<string, RefactoringProvider>> = {
  shorthand: shortForm,
  'long form': longForm,
  'form of env': environmentForm,
  'sort properties': sortProperties,
  'extract anchor': extractAnchor,
};

/** What can be written in another way at an offset. dstack reads the same afterwards; no comment goes, no problem comes. */
export function refactoringsAt(
  analysis: Analysis,
  offset: number,
  budget: TimeBudget = UNLIMITED,
): readonly Refactoring[] {
  const { root, broken } = analysis.tree;
  if (!root || broken) return [];
  const steps = stepsTo(root, span(offset, offset));
  // Nobody has checked what stands in a property that is set again below.
  if (!steps.every(hasEffect)) return [];
  const place = { analysis, offset, steps };
  const { failures } = analysis;
  const candidates = Object.entries(REFACTORINGS).flatMap(([name, provide]) =>
    failures
      .attempt(`refactoring ${name}`, () => provide(place), [])
      .map((refactoring) => ({ name, refactoring })),
  );
  if (candidates.length === 0 || !budget()) return [];
  const meaning = meaningOf(analysis);
  const keeps = ({ edits }: Refactoring): boolean => {
    if (overlap(edits)) return false;
    const after = analysis.edited(edits);
    const keepsComments = after.tree.comments.length === analysis.tree.comments.length;
    if (!keepsComments || meaningOf(after) !== meaning) return false;
    return budget() && hasNoNew(analysis, after);
  };
  return candidates
    .filter(
      ({ name, refactoring }) =>
        budget() && failures.attempt(`refactoring ${name}`, () => keeps(refactoring), false),
    )
    .map(({ refactoring }) => refactoring);
}

function hasEffect(step: Step): boolean {
  if (step.kind === 'item' || isMerge(step.pair)) return true;
  const identity = keyIdentity(step.pair);
  return identity !== undefined && step.mapping.effective.get(identity) === step.pair;
}

/** Whether no problem has come, nor a check that fails and so would not tell. */
function hasNoNew(before: Analysis, after: Analysis): boolean {
  const known = before.problems.map(({ code }) => code);
  const isKnown = after.problems.every(({ code }) => {
    const at = known.indexOf(code);
    if (at >= 0) known.splice(at, 1);
    return at >= 0;
  });
  return isKnown && after.failures.count <= before.failures.count;
}
