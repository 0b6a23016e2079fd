import { lastPair } from '../../edit/locate';
import type { FixProvider } from '../fix-provider';
import { removal } from './removal';
import { asReplacement } from './replacement';

/** Writes what has replaced a removed property, if that has the same meaning; else removes it. */
export const migrate: FixProvider = ({ analysis, steps }) => {
  const place = lastPair(steps);
  if (!place) return [];
  const { mapping, pair } = place;
  const replaced = asReplacement(analysis, mapping, pair);
  const remove = removal(analysis.tree, mapping, pair);
  return replaced ? [replaced, remove] : [remove];
};
