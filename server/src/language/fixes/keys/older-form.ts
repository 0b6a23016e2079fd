import { renameKey } from '../../edit/rewrite';
import { lastPair } from '../../edit/locate';
import type { Edit } from '../../edit/edit';
import type { Node } from '../../yaml/node';
import { nodesIn } from '../../yaml/walk';
import type { Analysis } from '../../analysis';
import type { FixProvider } from '../fix-provider';
import { applySuggestion } from '../suggestion';
import { removal } from './removal';
import { t } from '../../l10n/text';

/** Writes what the release in use has instead; else removes the property. */
export const toOlderForm: FixProvider = (context) => {
  const { analysis, problem, steps } = context;
  const place = lastPair(steps);
  if (!place) return [];
  const { mapping, pair } = place;
  const remove = {
    ...removal(analysis.tree, mapping, pair),
    // It may be dstack that is to be upgraded.
    preferred: false,
  };
  const isKey = problem.span.start === pair.key.span.start;
  if (!isKey) return [...applySuggestion(context), remove];
  const older = analysis.bound.propertyOf(pair)?.olderName;
  if (older === undefined) return [remove];
  const edits = [renameKey(pair, older), ...renamesIn(analysis, pair.value)];
  return [{ title: t('Change to `{0}`', older), edits, preferred: true }, remove];
};

/** The same for what is inside of a property. */
function renamesIn({ bound }: Analysis, source: Node): readonly Edit[] {
  return [...nodesIn(source)].flatMap(({ pair, isKey }) => {
    const { lacks, olderName } = (isKey && pair && bound.propertyOf(pair)) || {};
    return pair && lacks?.property && olderName ? [renameKey(pair, olderName)] : [];
  });
}
