import { lookup } from '../../base/lookup';
import { propertyOf } from '../../schema/variant';
import { findPair, resolveAlias, type Pair } from '../../yaml/node';
import type { Replacement } from '../../schema/schema';
import { renameKey, replaceValue } from '../../edit/rewrite';
import { lastPair } from '../../edit/locate';
import { textData, type Candidate, type FixProvider } from '../fix-provider';
import { removal } from './removal';
import { t } from '../../l10n/text';

/** Renames a removed property to its replacement, if it has the same meaning; else removes it. */
export const migrate: FixProvider = ({ analysis, problem, steps }) => {
  const place = lastPair(steps);
  const key = textData(problem, 'key');
  if (!place || key === undefined) return [];
  const { mapping, pair } = place;
  const replacement = propertyOf(analysis.bound.schemaOf(mapping) ?? {}, key)?.replacement;
  const isFree = replacement && !findPair(mapping, replacement.property);
  return [...(isFree ? replaced(pair, replacement) : []), removal(analysis.tree, mapping, pair)];
};

function replaced(pair: Pair, { property, values }: Replacement): Candidate[] {
  const rename = renameKey(pair, property);
  if (!values) return [{ title: t('Change to `{0}`', property), edits: [rename] }];
  const value = resolveAlias(pair.value);
  const text = value.kind === 'scalar' ? lookup(values, value.text) : undefined;
  if (text === undefined) return [];
  const title = t('Change to `{0}: {1}`', property, text);
  return [{ title, edits: [rename, replaceValue(pair, text)] }];
}
