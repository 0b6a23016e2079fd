import { propertyOf } from '../../schema/variant';
import { keyText, type MappingNode, type Pair } from '../../yaml/node';
import { replaceValue } from '../../edit/rewrite';
import { indentChildren } from '../keys/indent-children';
import { removal } from '../keys/removal';
import { lastPair } from '../../edit/locate';
import type { Candidate, Context, FixProvider } from '../fix-provider';
import { exampleOf, inline } from '../keys/missing-key';
import { separatorInKey } from '../keys/missing-space';
import { removeEmptyItem } from './empty-item';
import { asVariableList } from '../../edit/variable-list';
import { t } from '../../l10n/text';

/**
 * Removes an empty item. Indents the lines that belong in a property without a value, else removes it, or adds an example
 * of a value: which one is intended, only the author knows.
 */
export const fixEmptyValue: FixProvider = (context) => {
  const item = removeEmptyItem(context);
  if (item) return [item];
  const place = lastPair(context.steps);
  if (!place) return [];
  const { mapping, pair } = place;
  const { bound, tree } = context.analysis;
  const name = keyText(pair) ?? '';
  const owner = bound.schemaOf(mapping) ?? {};
  const schema = propertyOf(owner, name) ?? {};
  const remove = removal(tree, mapping, pair);
  const separated = separatorInKey(pair, owner);
  if (schema.keyDeclares === 'variable')
    return [...separated, ...withoutValue(context, mapping, pair, name), remove];
  const indented = indentChildren(context);
  if (indented.length > 0) return [...separated, ...indented];
  const text = inline(exampleOf(schema));
  return [
    ...separated,
    remove,
    {
      title: t('Write `{0}: {1}`', name, text),
      edits: [replaceValue(pair, text)],
      preferred: false,
    },
  ];
};

/** A variable from the environment, for which the mapping must become a list, or an empty variable. */
function withoutValue(
  { analysis: { tree } }: Context,
  mapping: MappingNode,
  pair: Pair,
  name: string,
): readonly Candidate[] {
  const title = t('Convert to a list, which reads `{0}` from your shell', name);
  const edits = asVariableList(tree, mapping, textOf) ?? [];
  return [
    { title, edits, meant: true },
    // An empty text is the opposite of what is in your shell.
    { title: t('Write `{0}: ""`', name), edits: [replaceValue(pair, '""')], preferred: false },
  ];
}

/** The text that a variable gets in a list, as it is written; null for one without a value. */
function textOf({ value }: Pair): string | null | undefined {
  if (value.kind !== 'scalar') return undefined;
  return value.value.type === 'null' ? null : value.text;
}
