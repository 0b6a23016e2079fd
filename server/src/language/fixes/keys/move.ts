import { propertyOf } from '../../schema/variant';
import type { Schema } from '../../schema/schema';
import { findPair, isEmptyScalar, keyText, type MappingNode, type Pair } from '../../yaml/node';
import { insertPair, removePair } from '../../edit/rewrite';
import type { Candidate, Context } from '../fix-provider';
import { moveInto } from './move-into';
import { isWithin } from './inside';
import { readFlag, type Flag } from './spot-flag';
import { joinTouching, movedText } from '../../edit/moved';
import { t } from '../../l10n/text';
import type { Tree } from '../../yaml/tree';

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
  const flag = readFlag(pair);
  return [
    ...outwards(context, mapping, pair, key),
    ...(flag ? outwards(context, mapping, pair, 'spot_policy', flag) : []),
    ...moveInto(context.analysis, mapping, pair, key),
  ];
}

/** `spot_policy` in `resources`: to the mapping around it, with the value of a flag in its place. */
function outwards(
  { analysis, steps }: Context,
  mapping: MappingNode,
  pair: Pair,
  key: string,
  flag?: Flag,
): Candidate[] {
  const { tree, bound } = analysis;
  for (const step of [...steps].reverse()) {
    if (step.kind !== 'pair' || step.mapping === mapping) continue;
    const schema = bound.schemaOf(step.mapping);
    if (!isFree(step.mapping, schema, key)) continue;
    const name = keyText(step.pair) ?? '';
    const removed = removePair(tree, mapping, pair);
    const moved = movedText(tree, mapping, step.mapping, pair);
    if (moved === undefined) return [];
    // A comment after the value stays there.
    const text = flag ? moved.replace(valueIn(tree, pair), () => flag.policy) : moved;
    const inserted = insertPair(tree, step.mapping, key, text, step.pair);
    const title = flag
      ? t('Write `{0}` outside `{1}`', `${key}: ${flag.policy}`, name)
      : t('Move `{0}` out of `{1}`', key, name);
    const edits = joinTouching([removed, inserted]);
    return [{ title, edits, reveals: isWithin(key), ...flag?.asked }];
  }
  return [];
}

function valueIn({ text }: Tree, { value: { span } }: Pair): string {
  return text.slice(span.start, span.end);
}

function isFree(mapping: MappingNode, schema: Schema | undefined, key: string): boolean {
  const property = schema?.properties && propertyOf(schema, key);
  return (
    property !== undefined && !property.removed && !property.impossible && !findPair(mapping, key)
  );
}
