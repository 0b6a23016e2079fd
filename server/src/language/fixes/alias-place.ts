import { holds, targetOf } from '../edit/locate';
import type { Candidate, Context } from './fix-provider';

/**
 * The fix of a problem at an alias: the alias is replaced instead of the value that it stands for, so other uses of that
 * value stay as they are. A value that is wrong in its own place too is corrected there, for all.
 */
export function atAlias({ analysis, problem, steps }: Context, candidate: Candidate): Candidate {
  const last = steps.at(-1);
  if (!last) return candidate;
  const node = last.kind === 'pair' ? last.pair.value : last.item;
  const value = targetOf(last);
  if (node.kind !== 'alias' || value.kind !== 'scalar') return candidate;
  const isWrongItself = analysis.problems.some(
    ({ code, span }) => code === problem.code && holds(value.span, span),
  );
  if (isWrongItself) return candidate;
  const edits = candidate.edits.map((edit) =>
    edit?.span.start === value.span.start && edit.span.end === value.span.end
      ? { ...edit, span: node.span }
      : edit,
  );
  return { ...candidate, edits };
}
