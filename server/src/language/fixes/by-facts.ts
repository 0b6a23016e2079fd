import { removePair, replaceValue } from '../edit/rewrite';
import { removeEither } from './conflict';
import { lastPair } from '../edit/locate';
import type { Maker } from './maker';
import { fixMissingKey } from './missing-key';
import { applySuggestion } from './suggestion';
import { keyText } from '../yaml/node';

/** What the facts of a problem say: a text to write, a property to add, or one to take out. */
export const byFacts: Maker = (context) => [
  ...applySuggestion(context),
  ...fixMissingKey(context),
  ...removeEither(context),
];

/** Takes out the property that the problem lies on. */
export const removeProperty: Maker = ({ analysis, steps }) => {
  const place = lastPair(steps);
  if (!place) return [];
  const edit = removePair(analysis.tree, place.mapping, place.pair);
  return [{ title: `Remove \`${keyText(place.pair) ?? ''}\``, edits: [edit] }];
};

/** The limit in the place of a number beyond it. */
export const toLimit: Maker = (context) => {
  const limit = context.problem.data?.['limit'];
  const place = lastPair(context.steps);
  if (typeof limit !== 'number' || !place || place.pair.value.kind !== 'scalar') return [];
  const text = String(limit);
  return [{ title: `Change to \`${text}\``, edits: [replaceValue(place.pair, text)] }];
};
