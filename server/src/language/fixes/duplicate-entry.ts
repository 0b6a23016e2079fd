import { removeItem, removePair } from './edit';
import type { Maker } from './maker';

/** Takes out the entry that repeats another: the item of a list, or the property. */
export const removeEntry: Maker = ({ analysis: { tree }, steps }) => {
  const step = [...steps].reverse().find(({ kind }) => kind === 'item') ?? steps.at(-1);
  if (!step) return [];
  const edit =
    step.kind === 'item'
      ? removeItem(tree, step.list, step.item)
      : removePair(tree, step.mapping, step.pair);
  return [{ title: 'Remove the repeated entry', edits: [edit] }];
};
