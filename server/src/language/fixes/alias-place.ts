import type { Analysis } from '../analysis';
import { holds, stepsTo, targetOf } from '../edit/locate';
import type { Edit } from '../edit/edit';
import type { Problem } from '../problem/problem';

/**
 * The edits of a fix of a problem at an alias: the alias is replaced instead of the value that it stands for, so other
 * uses of that value stay as they are. A value that is wrong in its own place too is corrected there, for all.
 */
export function atAlias(
  { tree, problems }: Analysis,
  problem: Problem,
  edits: readonly Edit[],
): readonly Edit[] {
  const last = stepsTo(tree.root, problem.span).at(-1);
  if (!last) return edits;
  const node = last.kind === 'pair' ? last.pair.value : last.item;
  const value = targetOf(last);
  if (node.kind !== 'alias' || value.kind !== 'scalar') return edits;
  const isWrongItself = problems.some(
    ({ code, span }) => code === problem.code && holds(value.span, span),
  );
  if (isWrongItself) return edits;
  return edits.map((edit) =>
    edit.span.start === value.span.start && edit.span.end === value.span.end
      ? { ...edit, span: node.span }
      : edit,
  );
}
