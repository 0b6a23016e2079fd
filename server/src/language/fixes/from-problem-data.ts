import { removePair } from '../edit/rewrite';
import { removeEither } from './keys/conflict';
import { lastPair } from '../edit/locate';
import type { FixProvider } from './fix-provider';
import { fixMissingKey } from './keys/missing-key';
import { applySuggestion } from './suggestion';
import { keyText } from '../yaml/node';
import { t } from '../l10n/text';

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
  const edit = removePair(analysis.tree, place.mapping, place.pair);
  return [{ title: t('Remove `{0}`', keyText(place.pair) ?? ''), edits: [edit] }];
};
