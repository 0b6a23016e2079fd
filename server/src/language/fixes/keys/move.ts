import { propertyOf } from '../../schema/variant';
import type { Schema } from '../../schema/schema';
import { findPair, isEmptyScalar, keyText, type MappingNode, type Pair } from '../../yaml/node';
import { insertPair, removePair } from '../../edit/rewrite';
import type { Candidate, Context } from '../fix-provider';
import { moveInto } from './move-into';
import { isWithin } from './inside';
import { joinTouching, movedText } from '../../edit/moved';
import { t } from '../../l10n/text';

/**
 * The right places of a property in a wrong one: a mapping around it, or one beside it. Mistakes in its value are then
 * reported.
 */
export function moveElsewhere(
  context: Context,
  mapping: MappingNode,
  pair: Pair,
  key: string,
): readonly Candidate[] {
  // A name without a value cannot be moved, and a type says what the mapping is that it is written in.
  if (isEmptyScalar(pair.value) || key === 'type') return [];
  return [
    ...outwards(context, mapping, pair, key),
    ...moveInto(context.analysis, mapping, pair, key),
  ];
}

/** `spot_policy` in `resources`: to the mapping around it. */
function outwards(
  { analysis, steps }: Context,
  mapping: MappingNode,
  pair: Pair,
  key: string,
): Candidate[] {
  const { tree, bound } = analysis;
  for (const step of [...steps].reverse()) {
    if (step.kind !== 'pair' || step.mapping === mapping) continue;
    const schema = bound.schemaOf(step.mapping);
    if (!isFree(step.mapping, schema, key)) continue;
    const name = keyText(step.pair) ?? '';
    const removed = removePair(tree, mapping, pair);
    const text = movedText(tree, mapping, step.mapping, pair);
    if (text === undefined) return [];
    const inserted = insertPair(tree, step.mapping, key, text, step.pair);
    const title = t('Move `{0}` out of `{1}`', key, name);
    return [{ title, edits: joinTouching([removed, inserted]), reveals: isWithin(key) }];
  }
  return [];
}

function isFree(mapping: MappingNode, schema: Schema | undefined, key: string): boolean {
  const property = schema?.properties && propertyOf(schema, key);
  return (
    property !== undefined && !property.removed && !property.impossible && !findPair(mapping, key)
  );
}
