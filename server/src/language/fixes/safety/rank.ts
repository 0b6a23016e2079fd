import type { Analysis } from '../../analysis';
import type { Problem, ProblemCode } from '../../problem/problem';
import { span, type Span } from '../../base/span';
import type { Edit } from '../../edit/edit';
import { holds, stepsTo } from '../../edit/locate';
import type { Loss } from './loss';
import { listData, textData, type Candidate } from '../fix-provider';

/** What a candidate leads to. */
export interface Result {
  readonly candidate: Candidate;
  readonly edits: readonly Edit[];
  readonly after: Analysis;
  /** How many errors are left. */
  readonly errors: number;
  /** What of the file is gone then. */
  readonly losses: readonly Loss[];
}

/** Those first that lose least; where a mistake hides others, before that those that leave the fewest errors. */
export function rank(results: Result[], hides: boolean): void {
  results.sort((a, b) => (hides ? a.errors - b.errors : 0) || weightOf(a) - weightOf(b));
}

/** 0 where nothing is lost, 1 where values are replaced by others, 2 where something is gone. */
function weightOf({ candidate, losses }: Result): 0 | 1 | 2 {
  if (losses.length === 0 || candidate.meant) return 0;
  return losses.every(({ kind }) => kind === 'replaced') ? 1 : 2;
}

/** Whether the first of some results can be meant before all others: it loses nothing, or the others lose more. */
export function isOnlySensible(
  [first, ...others]: readonly Result[],
  analysis: Analysis,
  problem: Problem,
): boolean {
  if (!first) return false;
  const weight = weightOf(first);
  // What is missing in one place and too much in another is to be moved, not added there and removed here.
  if (standsElsewhere(analysis, problem)) return problem.code === 'unknown-key' && weight === 0;
  if (weight === 0) return true;
  if (others.some((one) => weightOf(one) <= weight)) return false;
  // What dstack refuses may go alone, with what stands on its lines.
  const own = ownSpan(analysis, problem);
  return (
    weight === 1 ||
    first.losses.every(({ kind, span: at }) => GONE.includes(kind) && holds(own, at))
  );
}

/** Whether a property that one problem misses is the one that another does not know. */
function standsElsewhere({ problems }: Analysis, problem: Problem): boolean {
  const isUnknown = problem.code === 'unknown-key';
  const names = namesOf(problem);
  return problems.some(
    (other) =>
      isUnknown !== (other.code === 'unknown-key') &&
      namesOf(other).some((name) => names.includes(name)),
  );
}

/** Problems of properties that are missing, or too much. */
const NAMING: readonly ProblemCode[] = [
  'unknown-key',
  'missing-key',
  'nothing-to-run',
  'image-required',
];

function namesOf(problem: Problem): readonly string[] {
  if (!NAMING.includes(problem.code)) return [];
  return [
    textData(problem, 'key') ?? [],
    listData(problem, 'keys'),
    listData(problem, 'values'),
  ].flat();
}

/** What is gone with a property. */
const GONE: readonly Loss['kind'][] = ['key', 'text', 'item', 'comment'];

/** The lines of the property or item that a problem lies in. */
function ownSpan({ tree }: Analysis, { span: at }: Problem): Span {
  const step = stepsTo(tree.root, at).at(-1);
  const [start, end] =
    step?.kind === 'pair'
      ? [step.pair.key.span.start, Math.max(step.pair.key.span.end, step.pair.value.span.end)]
      : [step?.item.span.start ?? at.start, step?.item.span.end ?? at.end];
  const { lines } = tree;
  return span(start, lines.end(lines.position(end).line));
}
