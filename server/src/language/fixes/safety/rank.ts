import type { Analysis } from '../../analysis';
import type { Problem, ProblemCode } from '../../problem/problem';
import { span, type Span } from '../../base/span';
import type { Edit } from '../../edit/edit';
import { holds, lastPair, stepsTo } from '../../edit/locate';
import { keyText } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import type { Loss } from './loss';
import { listData, textData, type Candidate } from '../fix-provider';

/** The result of a candidate. */
export interface Result {
  readonly candidate: Candidate;
  readonly edits: readonly Edit[];
  readonly after: Analysis;
  /** The number of errors that are left. */
  readonly errors: number;
  /** The losses of the file. */
  readonly losses: readonly Loss[];
}

/**
 * Sorts by the least loss; if a mistake hides others, first by whether YAML can be read, since unread lines show no
 * errors, then by the fewest errors left.
 */
export function rank(results: Result[], hides: boolean): void {
  const unread = ({ after }: Result) => Number(after.tree.broken);
  results.sort(
    (a, b) =>
      (hides ? unread(a) - unread(b) || a.errors - b.errors : 0) || weightOf(a) - weightOf(b),
  );
}

/** 0 if nothing is lost, so the result is preferred to others; 1 if values are replaced by others, 2 if something is gone. */
export function weightOf({ candidate, losses }: Result): 0 | 1 | 2 {
  if (losses.length === 0 || candidate.meant) return 0;
  return losses.every(({ kind }) => kind === 'replaced') ? 1 : 2;
}

/** Whether the first of some results is preferred to all others: it loses nothing, or the others lose more. */
export function isOnlySensible(
  [first, ...others]: readonly Result[],
  analysis: Analysis,
  problem: Problem,
): boolean {
  if (!first) return false;
  const weight = weightOf(first);
  // A property that is missing in one place and superfluous in another is moved, not added and removed.
  if (standsElsewhere(analysis, problem)) return problem.code === 'unknown-key' && weight === 0;
  if (weight === 0) return true;
  if (others.some((one) => weightOf(one) <= weight)) return false;
  // Only the author knows whether a text is superfluous. A name without a value may go, with its comment.
  const own = ownSpan(analysis, problem);
  return (
    weight === 1 ||
    first.losses.every(({ kind, span: at }) => GONE.includes(kind) && holds(own, at))
  );
}

/** Whether a property that is missing for one problem is unknown for another. */
function standsElsewhere({ problems, tree }: Analysis, problem: Problem): boolean {
  const isUnknown = problem.code === 'unknown-key';
  const names = namesOf(problem);
  return problems.some((other) => {
    if (isUnknown === (other.code === 'unknown-key')) return false;
    const found = isUnknown ? namesOf(other) : [...namesOf(other), ...namesInside(tree, other)];
    return found.some((name) => names.includes(name));
  });
}

/** The names of the properties in the value of an unknown property. */
function namesInside({ root }: Tree, { span: at }: Problem): readonly string[] {
  const value = lastPair(stepsTo(root, at))?.pair.value;
  return value?.kind === 'mapping' ? value.pairs.flatMap((pair) => keyText(pair) ?? []) : [];
}

/** Problems of properties that are missing or superfluous. */
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

/** The losses with a property that has no value. */
const GONE: readonly Loss['kind'][] = ['key', 'comment'];

/** The lines of the property or item with a problem. */
function ownSpan({ tree }: Analysis, { span: at }: Problem): Span {
  const step = stepsTo(tree.root, at).at(-1);
  const [start, end] =
    step?.kind === 'pair'
      ? [step.pair.key.span.start, Math.max(step.pair.key.span.end, step.pair.value.span.end)]
      : [step?.item.span.start ?? at.start, step?.item.span.end ?? at.end];
  const { lines } = tree;
  return span(start, lines.end(lines.position(end).line));
}
