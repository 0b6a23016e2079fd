import type { Analysis } from '../analysis';
import { UNLIMITED, type TimeBudget } from '../base/time-budget';
import type { Problem, ProblemCode } from '../problem/problem';
import type { Span } from '../base/span';
import { isAdvice, isOfWorkspace } from '../problem/codes';
import { compareProblems } from '../problem/compare';
import { offsetAfter, overlap, type Edit, type Fix } from '../edit/edit';
import { atAlias } from './alias-place';
import { isCertain } from './safety/certain';
import { lossesOf } from './safety/loss';
import { contextOf, UNSURE, type Candidate } from './fix-provider';
import { holds } from '../edit/locate';
import { isOnlySensible, rank, weightOf, type Result } from './safety/rank';
import { ignoreHere } from './suppression';
import { decisionAbout } from './table';
import { ERROR_LIMIT } from '../validate/structure';

export { applyEdits, type Edit, type Fix } from '../edit/edit';

/** Maximum number of fixes. */
const MOST = 3;

/** If the type is unknown or a side is not chosen, properties have no problems. */
const HIDING: readonly ProblemCode[] = [
  'missing-type',
  'unknown-type',
  'not-a-mapping',
  'merge-conflict',
];

/**
 * The fixes of a problem of `analysis`, best first, at most three, and for warnings and hints a comment that ignores
 * them. Each fixes the problem and causes no other.
 *
 * @param wanted `preferred`: only the first counts, so others need not be tried
 */
export function fixesFor(
  analysis: Analysis,
  problem: Problem,
  budget: TimeBudget = UNLIMITED,
  wanted: 'all' | 'preferred' = 'all',
): readonly Fix[] {
  if (!budget()) return [];
  const candidates = candidatesFor(analysis, problem);
  // If a mistake hides others, the best fix is the one that leaves the fewest.
  const hides = analysis.tree.broken || HIDING.includes(problem.code);
  const results: Result[] = [];
  for (const candidate of candidates) {
    if (!budget()) break;
    const result = analysis.failures.attempt(
      `fix ${problem.code}`,
      () => tried(analysis, problem, candidate),
      undefined,
    );
    const isNew = result && !results.some(({ edits }) => sameEdits(edits, result.edits));
    if (isNew) results.push(result);
    const isEnough = results.length === MOST || (wanted === 'preferred' && losesNothing(results));
    if (isEnough && !hides) break;
  }
  rank(results, hides);
  const { translate } = analysis.environment;
  // Two fixes with the same title could not be distinguished.
  const titles = results.map(({ candidate: { title } }) => translate(title));
  const different = results.filter((_, index) => titles.indexOf(titles[index] ?? '') === index);
  const fixes = different.slice(0, MOST).map(({ candidate, edits, after }, index) => {
    const { title, safe = true, preferred = true } = candidate;
    return {
      title: translate(title),
      edits,
      preferred: index === 0 && preferred && isOnlySensible(different, analysis, problem),
      // Compares all of the file, which a quick fix does not need.
      get safe() {
        return safe && isCertain(analysis, after);
      },
    };
  });
  return wanted === 'all' && budget() ? [...fixes, ...ignored(analysis, problem)] : fixes;
}

function losesNothing([first]: readonly Result[]): boolean {
  return first !== undefined && weightOf(first) === 0;
}

/**
 * The edits of the first change that may fix a problem, untried; undefined if it may not be made without asking, or if
 * only the problems left afterwards show which change is best.
 */
export function likelyFix(analysis: Analysis, problem: Problem): readonly Edit[] | undefined {
  if (analysis.tree.broken || HIDING.includes(problem.code)) return undefined;
  for (const { edits, safe, preferred } of candidatesFor(analysis, problem)) {
    const made = edits.flatMap((edit) => edit ?? []);
    if (made.length === 0 || overlap(made)) continue;
    return safe === false || preferred === false ? undefined : made;
  }
  return undefined;
}

/** The changes that may fix a problem, untried, the most likely first. */
export function candidatesFor(analysis: Analysis, problem: Problem): readonly Candidate[] {
  const provider = decisionAbout(problem.code);
  if (typeof provider !== 'function') return [];
  return analysis.failures.attempt(
    `fix ${problem.code}`,
    () => {
      const context = contextOf(analysis, problem);
      const candidates = provider(context).map((candidate) => atAlias(context, candidate));
      // A newer release may know what seems misspelt: it is never changed without asking.
      const isOpen = problem.data?.['mayBeKnown'] === true;
      return isOpen ? candidates.map((one) => ({ ...one, ...UNSURE })) : candidates;
    },
    [],
  );
}

function ignored(analysis: Analysis, problem: Problem): readonly Fix[] {
  if (problem.severity === 'error' || problem.code === 'unused-suppression') return [];
  const candidate = ignoreHere(analysis, problem);
  const result = analysis.failures.attempt(
    'fix suppression',
    () => tried(analysis, problem, candidate),
    undefined,
  );
  if (!result) return [];
  const title = analysis.environment.translate(candidate.title);
  return [{ title, edits: result.edits, ...UNSURE }];
}

/** The result of a candidate, unless it leaves the problem or causes another. */
function tried(analysis: Analysis, problem: Problem, candidate: Candidate): Result | undefined {
  const edits = candidate.edits.flatMap((edit) => edit ?? []);
  if (edits.length === 0 || overlap(edits)) return undefined;
  const after = analysis.edited(edits);
  // A check that fails would not show the new problems.
  const problems = after.problems.length;
  if (problems > 0 && after.failures.count > analysis.failures.count) return undefined;
  const mayHide = analysis.tree.broken && !HIDING.includes(problem.code);
  const helps =
    settles(analysis, after, problem, edits, candidate.reveals) ||
    (mayHide && getsFurther(analysis, after, edits));
  if (!helps) return undefined;
  const losses = lossesOf(analysis.tree, after.tree);
  const isKept = losses.every((loss) => loss.kind !== 'comment' || isRemoved(loss.span, edits));
  if (!isKept && !candidate.script) return undefined;
  return { candidate, edits, after, errors: countErrors(after), losses };
}

/** Whether a comment belongs to a removed property or item, or is itself the subject of the edits. */
function isRemoved(at: Span, edits: readonly Edit[]): boolean {
  return edits.some(
    ({ span, newText }) => (newText.trim() === '' && holds(span, at)) || holds(at, span),
  );
}

/** The problems of a text; if a later mistake hides them, those of the text before that mistake. */
function countErrors(after: Analysis): number {
  const count = errorsOf(after).length;
  return after.tree.broken ? count + errorsOf(beforeRefusal(after)).length : count;
}

/** The lines before the one that YAML cannot read. */
function beforeRefusal(analysis: Analysis): Analysis {
  const { tree, problems, source } = analysis;
  const { line } = tree.lines.position(problems[0]?.span.start ?? 0);
  return analysis.withText(source.text.slice(0, tree.lines.start(line)));
}

/**
 * Whether YAML can be read now, or at least up to a later mistake. Problems that the mistake has hidden may appear, but
 * not on the lines that were changed, and a given type must be valid.
 */
function getsFurther(before: Analysis, after: Analysis, edits: readonly Edit[]): boolean {
  if (errorsOf(after).some(onChangedLine(before, after, edits))) return false;
  if (!after.tree.broken) return !(losesType(after) && /type:/.test(after.source.text));
  return linesUnread(after) < linesUnread(before) && !beforeRefusal(after).tree.broken;
}

/** Number of lines below the one that YAML cannot read; a change above it can add lines. */
function linesUnread({ tree: { lines }, problems }: Analysis): number {
  const start = problems.find(({ severity }) => severity === 'error')?.span.start ?? 0;
  return lines.count - lines.position(start).line;
}

/** Whether the property that decides on all others is missing. */
function losesType({ problems }: Analysis): boolean {
  return problems.some(({ code }) => code === 'missing-type');
}

/** Whether a problem is gone after some edits that have caused no other. */
function settles(
  before: Analysis,
  after: Analysis,
  problem: Problem,
  edits: readonly Edit[],
  reveals: Candidate['reveals'] = () => false,
): boolean {
  const { gone, brought } = compareProblems(
    { text: before.source.text, problems: before.allProblems },
    { text: after.source.text, problems: after.allProblems },
    offsetAfter(edits),
  );
  // Whether a problem with other files is gone does not show in this file.
  if (!isOfWorkspace(problem.code) && !isAmong(gone, problem)) return false;
  // Of several conflicts one is resolved at a time; any other fix must make YAML read further, see `getsFurther`.
  if (after.tree.broken && problem.code !== 'merge-conflict') return false;
  if (HIDING.includes(problem.code)) return true;
  const { severity } = problem;
  // If not all problems were found before, others are found now, on other lines.
  const isCut = before.allProblems.length >= ERROR_LIMIT;
  const counted = isCut ? brought.filter(onChangedLine(before, after, edits)) : brought;
  return counted.every((one) => isHarmless(one, severity) || reveals(one, after));
}

/** Whether a problem is one of these, also as it is shown, with the places of others on its line (`oncePerLine`). */
function isAmong(some: ReadonlySet<Problem>, { code, span }: Problem): boolean {
  return [...some].some((one) => one.span === span && one.code === code);
}

/** Whether a problem of the text after some edits is on one of the lines that they have changed. */
function onChangedLine(before: Analysis, after: Analysis, edits: readonly Edit[]) {
  const changed = new Set(edits.map(({ span }) => before.tree.lines.position(span.start).line));
  return ({ span }: Problem) => changed.has(after.tree.lines.position(span.start).line);
}

/**
 * Whether a fix may bring a problem: a comment that ignored what is fixed may now ignore nothing, and a name that dstack
 * will not find was there before, where the mistake hid it.
 */
function isHarmless({ severity, code }: Problem, fixed: Problem['severity']): boolean {
  return severity === 'hint' || (severity === 'warning' && fixed === 'error' && isAdvice(code));
}

/** A property that is set twice counts as well: dstack accepts it, but it is never intended. */
function errorsOf({ problems }: Analysis): readonly Problem[] {
  return problems.filter(({ severity, code }) => severity === 'error' || code === 'duplicate-key');
}

function sameEdits(some: readonly Edit[], others: readonly Edit[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
