import { propertyOf } from '../schema/variant';
import { lastPair } from './locate';
import { removePair, renameKey } from './edit';
import { findPair } from '../yaml/node';
import { textData, type Maker } from './maker';

/** What became of the property: its new name where it is the same thing, else it is taken out. */
export const migrate: Maker = ({ analysis, problem, steps }) => {
  const place = lastPair(steps);
  const key = textData(problem, 'key');
  if (!place || key === undefined) return [];
  const { mapping, pair } = place;
  const schema = analysis.bound.schemaOf(mapping);
  const replacement = schema && propertyOf(schema, key)?.replacedBy;
  const rename =
    replacement !== undefined && !findPair(mapping, replacement)
      ? [
          {
            title: `Change to \`${replacement}\``,
            edits: [renameKey(pair, replacement)],
            safe: true,
          },
        ]
      : [];
  return [
    ...rename,
    { title: `Remove \`${key}\``, edits: [removePair(analysis.tree, mapping, pair)] },
  ];
};
