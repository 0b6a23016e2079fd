import { renameKey } from '../../edit/rewrite';
import { lastPair } from '../../edit/locate';
import type { Edit } from '../../edit/edit';
import { resolveAlias, type Node, type Pair } from '../../yaml/node';
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
function renamesIn(analysis: Analysis, source: Node): readonly Edit[] {
  const node = resolveAlias(source);
  if (node !== source) return [];
  if (node.kind === 'sequence') return node.items.flatMap((item) => renamesIn(analysis, item));
  if (node.kind !== 'mapping') return [];
  return node.pairs.flatMap((pair) => [
    ...renameOf(analysis, pair),
    ...renamesIn(analysis, pair.value),
  ]);
}

function renameOf({ bound }: Analysis, pair: Pair): readonly Edit[] {
  const { lacks, olderName } = bound.propertyOf(pair) ?? {};
  return lacks?.property !== undefined && olderName !== undefined
    ? [renameKey(pair, olderName)]
    : [];
}
