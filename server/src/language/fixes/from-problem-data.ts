import { removeEither } from './keys/conflict';
import { lastPair } from '../edit/locate';
import type { FixProvider } from './fix-provider';
import { fixMissingKey } from './keys/missing-key';
import { applySuggestion } from './suggestion';
import { removal } from './keys/removal';

/** The fix in the data of a problem: a text to write, a property to add, or one to remove. */
export const fromProblemData: FixProvider = (context) => [
  ...applySuggestion(context),
  ...fixMissingKey(context),
  ...removeEither(context),
];

/** Removes the property that the problem is on. */
export const removeProperty: FixProvider = ({ analysis, steps }) => {
  const place = lastPair(steps);
  if (!place) return [];
  return [removal(analysis.tree, place.mapping, place.pair)];
};
