import { removeItem, removePair } from '../../edit/rewrite';
import { stepsTo, type Step } from '../../edit/locate';
import type { Candidate, Context, FixProvider } from '../fix-provider';
import { t, type Text } from '../../l10n/text';

/** Removes the entry that repeats another, or else the first one: the item of a list, or the property. */
export const removeEntry: FixProvider = (context) => {
  const { analysis, problem, steps } = context;
  const [first] = problem.related ?? [];
  const earlier = first ? stepsTo(analysis.tree.root, first.span) : [];
  return [
    ...remove(context, steps, t('Remove the repeated entry')),
    ...remove(context, earlier, t('Remove the first one')),
  ];
};

function remove({ analysis: { tree } }: Context, steps: readonly Step[], title: Text): Candidate[] {
  const step = [...steps].reverse().find(({ kind }) => kind === 'item') ?? steps.at(-1);
  if (!step) return [];
  const edit =
    step.kind === 'item'
      ? removeItem(tree, step.list, step.item)
      : removePair(tree, step.mapping, step.pair);
  return [{ title, edits: [edit] }];
}
