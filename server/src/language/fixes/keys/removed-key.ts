import { propertyOf } from '../../schema/variant';
import { lastPair } from '../../edit/locate';
import { textData, type FixProvider } from '../fix-provider';
import { removal } from './removal';
import { asReplacement } from './replacement';
import { misspeltAs, unlessContested } from './rivals';

/** Writes what has replaced a removed property, if that has the same meaning; else removes it. */
export const migrate: FixProvider = (context) => {
  const { analysis, problem, steps } = context;
  const place = lastPair(steps);
  if (!place) return [];
  const { mapping, pair } = place;
  const replaced = asReplacement(analysis, mapping, pair);
  const remove = removal(analysis.tree, mapping, pair);
  if (!replaced) return [remove];
  const schema = analysis.bound.schemaOf(mapping) ?? {};
  const name = propertyOf(schema, textData(problem, 'key') ?? '')?.replacement?.property ?? '';
  return [unlessContested(replaced, misspeltAs(name, context, mapping)), remove];
};
