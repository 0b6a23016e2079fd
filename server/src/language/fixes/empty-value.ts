import { propertyOf } from '../schema/variant';
import { keyText } from '../yaml/node';
import { removePair, replaceValue } from './edit';
import { indentChildren } from './indent-children';
import { lastPair } from './locate';
import type { Maker } from './maker';
import { exampleOf, inline } from './missing-key';

/** Indents what belongs below, else takes the property out, or gives it an example of a value. */
export const fixEmptyValue: Maker = (context) => {
  const place = lastPair(context.steps);
  if (!place) return [];
  const { mapping, pair } = place;
  const name = keyText(pair) ?? '';
  const schema = propertyOf(context.analysis.bound.schemaOf(mapping) ?? {}, name) ?? {};
  const text = inline(exampleOf(schema));
  return [
    ...indentChildren(context),
    { title: `Remove \`${name}\``, edits: [removePair(context.analysis.tree, mapping, pair)] },
    { title: `Write \`${name}: ${text}\``, edits: [replaceValue(pair, text)] },
  ];
};
