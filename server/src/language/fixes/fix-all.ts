import { Analysis } from '../analysis';
import { UNLIMITED, type Patience } from '../patience';
import type { Problem } from '../problem';
import { fixesFor } from '.';
import { applyEdits, type Edit, type Fix } from './fix';

/** Gives the fixes of a problem, best first. */
type FixesFor = (analysis: Analysis, problem: Problem, patience: Patience) => readonly Fix[];

/** So many results are checked at most, so that a file full of mistakes stays cheap. */
const ATTEMPTS = 300;

/**
 * The file after every preferred fix that cannot change what the author meant; the analysis itself when there is none.
 * Fixes count only if each of them leaves one problem less. What is not YAML is left alone: nobody can say what it means.
 */
export function fixAll(
  analysis: Analysis,
  offered: FixesFor = fixesFor,
  patience: Patience = UNLIMITED,
): Analysis {
  let current = analysis;
  let attempts = 0;
  const improved = (fixes: readonly Fix[]): Analysis | undefined => {
    if (fixes.length === 0 || ++attempts > ATTEMPTS || !patience()) return undefined;
    const edits = fixes.flatMap((fix) => fix.edits);
    const next = new Analysis({
      uri: current.source.uri,
      text: applyEdits(current.source.text, edits),
    });
    const fewer = current.problems.length - next.problems.length;
    return !next.tree.broken && fewer >= fixes.length ? next : undefined;
  };
  while (!current.tree.broken) {
    const fixes = safeFixes(current, patience, offered);
    // One fix that does not help must not stand in the way of the others.
    const next = improved(fixes) ?? firstOf(fixes, (fix) => improved([fix]));
    if (!next) break;
    current = next;
  }
  return current;
}

/** The preferred, safe fixes of all problems; of such as meet the first. */
function safeFixes(analysis: Analysis, patience: Patience, offered: FixesFor): readonly Fix[] {
  const chosen: Fix[] = [];
  for (const problem of analysis.problems) {
    const fix = offered(analysis, problem, patience).find(
      ({ preferred, safe }) => preferred && safe,
    );
    if (fix && !chosen.some((other) => meet(other.edits, fix.edits))) chosen.push(fix);
  }
  return chosen;
}

/** Whether edits of two fixes overlap or touch, so that their order would not be clear. */
function meet(some: readonly Edit[], others: readonly Edit[]): boolean {
  return some.some(({ span: a }) =>
    others.some(({ span: b }) => a.start <= b.end && b.start <= a.end),
  );
}

function firstOf<T, R>(items: readonly T[], make: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const made = make(item);
    if (made !== undefined) return made;
  }
  return undefined;
}
