import { findPair } from '../yaml/node';
import { removePair } from '../edit/rewrite';
import { mappingsAround } from '../edit/locate';
import { listData, textData, type Candidate, type Context, type Maker } from './maker';

/** Takes out one of two properties that exclude each other: the one that the problem lies on, or the other. */
export const removeEither: Maker = (context) => {
  const { problem } = context;
  return ['remove', 'other'].flatMap((name) => {
    const key = textData(problem, name);
    return key === undefined ? [] : remove(context, key);
  });
};

/** Takes out the groups next to which other properties cannot stand. */
export const removeGroups: Maker = (context) =>
  ['groups', 'replicas'].flatMap((key) => remove(context, key)).map(asChoice);

/** Removes the property beside the groups. */
export const removeTopLevel: Maker = (context) => {
  const [key, ...others] = listData(context.problem, 'keys');
  return key === undefined || others.length > 0 ? [] : remove(context, key).map(asChoice);
};

function asChoice(candidate: Candidate): Candidate {
  return { ...candidate, preferred: false };
}

function remove({ analysis, steps }: Context, key: string): Candidate[] {
  for (const mapping of mappingsAround(steps)) {
    const pair = findPair(mapping, key);
    if (pair && mapping.pairs.includes(pair))
      return [{ title: `Remove \`${key}\``, edits: [removePair(analysis.tree, mapping, pair)] }];
  }
  return [];
}
