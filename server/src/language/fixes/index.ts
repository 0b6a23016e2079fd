import { Analysis } from '../analysis';
import type { Problem, ProblemCode } from '../problem';
import { quoteCommand } from './command-is-mapping';
import { removeEither } from './conflict';
import { removeRepeated } from './duplicate-key';
import { applyEdits, type Edit, type Fix } from './fix';
import { fixEmptyValue } from './empty-value';
import { contextOf, type Candidate, type Context, type Maker, type NoFix } from './maker';
import { fixMissingKey } from './missing-key';
import { fixMissingType } from './missing-type';
import { migrate } from './removed-key';
import { applySuggestion } from './suggestion';
import { fixUnknownKey } from './unknown-key';
import { fixUnknownValue } from './unknown-value';
import { reshape } from './wrong-type';

export { applyEdits, type Edit, type Fix } from './fix';

/** More fixes than these are no help. */
const MOST = 3;

/** Where the type is not known, nothing is said about the properties. */
const HIDING: readonly ProblemCode[] = ['missing-type', 'unknown-type', 'not-a-mapping'];

/** What can be done about each problem, or why nothing can. */
const FIXES: Readonly<Partial<Record<ProblemCode, Maker | NoFix>>> = {
  'unknown-key': fixUnknownKey,
  'unknown-value': fixUnknownValue,
  'unknown-type': fixUnknownValue,
  'missing-key': fixMissingKey,
  'missing-type': fixMissingType,
  'removed-key': migrate,
  'duplicate-key': removeRepeated,
  'conflicting-properties': removeEither,
  'command-is-mapping': quoteCommand,
  'wrong-type': reshape,
  'empty-value': fixEmptyValue,
};

/** The fixes of a problem of `analysis`, best first, at most three. Each settles the problem and brings no other. */
export function fixesFor(analysis: Analysis, problem: Problem): readonly Fix[] {
  const maker = FIXES[problem.code];
  const candidates = [
    ...applySuggestion(contextOf(analysis, problem)),
    ...(typeof maker === 'function' ? maker(contextOf(analysis, problem)) : []),
    ...byFacts(contextOf(analysis, problem)),
  ];
  const fixes: Fix[] = [];
  for (const candidate of candidates) {
    const fix = checked(analysis, problem, candidate, fixes.length === 0);
    const isNew = fix && !fixes.some((other) => sameEdits(other.edits, fix.edits));
    if (isNew) fixes.push(fix);
    if (fixes.length === MOST) break;
  }
  return fixes;
}

/** What the facts of a problem say: a property to add, or one to take out. */
function byFacts(context: Context): readonly Candidate[] {
  return [
    ...(context.problem.data?.['key'] === undefined ? [] : fixMissingKey(context)),
    ...removeEither(context),
  ];
}

/** The candidate as a fix, unless it leaves the problem or brings another. */
function checked(
  analysis: Analysis,
  problem: Problem,
  candidate: Candidate,
  isFirst: boolean,
): Fix | undefined {
  const edits = candidate.edits.flatMap((edit) => edit ?? []);
  if (edits.length === 0) return undefined;
  const { uri, text } = analysis.source;
  const after = new Analysis({ uri, text: applyEdits(text, edits) });
  const known = countOf(analysis.problems);
  const left = countOf(after.problems);
  if ((left.get(keyOf(problem)) ?? 0) >= (known.get(keyOf(problem)) ?? 0)) return undefined;
  // The end of a syntax error, and of a missing type, shows what it has hidden.
  const isHidden = (analysis.tree.broken && !after.tree.broken) || HIDING.includes(problem.code);
  const isWorse = [...left].some(([key, count]) => count > (known.get(key) ?? 0));
  if (isWorse && !isHidden) return undefined;
  const { title, safe = false, preferred = true } = candidate;
  return { title, edits, preferred: isFirst && preferred, safe };
}

function countOf(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    if (problem.severity !== 'error' && problem.severity !== 'warning') continue;
    counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  }
  return counts;
}

function keyOf({ code, message }: Problem): string {
  return `${code} ${message}`;
}

function sameEdits(some: readonly Edit[], others: readonly Edit[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
