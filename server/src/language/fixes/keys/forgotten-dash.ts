import type { MappingNode, Pair } from '../../yaml/node';
import { isEmptyScalar, keyText } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import type { Schema } from '../../schema/schema';
import { allowsType } from '../../schema/schema';
import { span } from '../../base/span';
import { columnOf } from '../../edit/rewrite';
import type { Candidate, Context } from '../fix-provider';
import { t } from '../../l10n/text';

/**
 * `NAME:` at the column of the dashes of a list of texts, above it or below: an item that has a colon instead of its
 * dash, such as a variable without a value.
 */
export function asItemBeside(
  { analysis: { tree, bound } }: Context,
  mapping: MappingNode,
  pair: Pair,
): readonly Candidate[] {
  const { key, colon } = pair;
  const isShort = isEmptyScalar(pair.value) || isBeside(tree, pair, pair);
  if (mapping.flow || colon === undefined || key.kind !== 'scalar' || !isShort) return [];
  const above = mapping.pairs[mapping.pairs.indexOf(pair) - 1];
  const list = above
    ? isBeside(tree, above, pair) && bound.propertyOf(above)
    : isBeside(tree, pair, pair) && mapping.pairs.length === 1 && bound.schemaOf(mapping);
  if (!list || !holdsTexts(list)) return [];
  return [
    {
      title: t('Write `- {0}`', keyText(pair) ?? ''),
      edits: [
        { span: span(key.span.start, key.span.start), newText: '- ' },
        { span: span(key.span.end, colon + 1), newText: '' },
      ],
    },
  ];
}

/** Whether the value of a property is a list with its dashes at the column of a key. */
export function isBeside(tree: Tree, { value }: Pair, { key }: Pair): boolean {
  if (value.kind !== 'sequence' || value.flow) return false;
  return columnOf(tree, value.span.start) === columnOf(tree, key.span.start);
}

function holdsTexts(schema: Schema): boolean {
  return allowsType(schema, 'array') && allowsType(schema.items ?? {}, 'string');
}
