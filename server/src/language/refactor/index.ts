import { Analysis } from '../analysis';
import { applyEdits, overlap } from '../fixes/fix';
import { stepsTo, type Step } from '../fixes/locate';
import { UNLIMITED, type Patience } from '../patience';
import { span } from '../span';
import { isMerge, keyIdentity } from '../yaml/node';
import { environmentForm } from './environment';
import { extractAnchor } from './extract-anchor';
import { longForm } from './long-form';
import { meaningOf } from './meaning';
import type { Maker, Refactoring } from './refactoring';
import { shortForm } from './short-form';
import { sortProperties } from './sort-properties';

export type { Refactoring } from './refactoring';

const MAKERS: readonly Maker[] = [
  shortForm,
  longForm,
  environmentForm,
  sortProperties,
  extractAnchor,
];

/** What can be written in another way at an offset. dstack reads the same afterwards; no comment goes, no problem comes. */
export function refactoringsAt(
  analysis: Analysis,
  offset: number,
  patience: Patience = UNLIMITED,
): readonly Refactoring[] {
  const { root, broken } = analysis.tree;
  if (!root || broken) return [];
  const steps = stepsTo(root, span(offset, offset));
  // Nobody has checked what stands in a property that is set again below.
  if (!steps.every(hasEffect)) return [];
  const place = { analysis, offset, steps };
  const candidates = MAKERS.flatMap((make) => make(place));
  if (candidates.length === 0 || !patience()) return [];
  const meaning = meaningOf(analysis);
  return candidates.filter(({ edits }) => {
    if (!patience() || overlap(edits)) return false;
    const { uri, text } = analysis.source;
    const after = new Analysis({ uri, text: applyEdits(text, edits) });
    const keepsComments = after.tree.comments.length === analysis.tree.comments.length;
    if (!keepsComments || meaningOf(after) !== meaning) return false;
    return patience() && hasNoNew(analysis, after);
  });
}

function hasEffect(step: Step): boolean {
  if (step.kind === 'item' || isMerge(step.pair)) return true;
  const identity = keyIdentity(step.pair);
  return identity !== undefined && step.mapping.effective.get(identity) === step.pair;
}

function hasNoNew(before: Analysis, after: Analysis): boolean {
  const known = before.problems.map(({ code }) => code);
  return after.problems.every(({ code }) => {
    const at = known.indexOf(code);
    if (at >= 0) known.splice(at, 1);
    return at >= 0;
  });
}
