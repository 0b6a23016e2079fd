import { lookup } from '../../base/lookup';
import type { Analysis } from '../../analysis';
import type { Replacement } from '../../schema/schema';
import { propertyOf } from '../../schema/variant';
import { removePair, renameKey, replaceValue, valueSpan } from '../../edit/rewrite';
import {
  effectivePairs,
  findPair,
  keyText,
  resolveAlias,
  type MappingNode,
  type Pair,
} from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { UNSURE, type Candidate } from '../fix-provider';
import { t } from '../../l10n/text';

/** A property of former releases. One that `decides` wins over others that became the same property. */
interface Former {
  readonly pair: Pair;
  readonly effect: 'decides' | 'own value' | 'none' | 'unknown';
  /** What the new property says in its place. */
  readonly text: string;
}

/**
 * The change of a property into the one that has replaced it; undefined if it says the default, or less than the new one
 * beside it. Those that became the same one are changed together, and what dstack did not read is removed: beside
 * `termination_policy: dont-destroy`, the `termination_idle_time`.
 */
export function asReplacement(
  { bound, tree }: Analysis,
  mapping: MappingNode,
  pair: Pair,
): Candidate | undefined {
  const schema = bound.schemaOf(mapping) ?? {};
  const replacementOf = (one: Pair) => propertyOf(schema, keyText(one) ?? '')?.replacement;
  const property = replacementOf(pair)?.property;
  if (property === undefined) return undefined;
  const all = effectivePairs(mapping).flatMap((one) => {
    const replacement = replacementOf(one);
    return replacement?.property === property ? [formerOf(tree, one, replacement)] : [];
  });
  const isWritten = (one: Pair) => mapping.pairs.includes(one);
  const isKnown = all.every((one) => one.effect !== 'unknown' && isWritten(one.pair));
  const former = isKnown ? all : all.filter((one) => one.pair === pair);
  const present = findPair(mapping, property);
  const winner =
    former.find(({ effect }) => effect === 'decides') ??
    (present ? undefined : former.find(({ effect }) => effect === 'own value'));
  if (!winner) return undefined;
  const others = [...former.map((one) => one.pair), ...(present ? [present] : [])].filter(
    (one) => one !== winner.pair && isWritten(one),
  );
  const edits = [
    renameKey(winner.pair, property),
    ...(winner.effect === 'decides' ? [replaceValue(winner.pair, winner.text)] : []),
    ...others.map((one) => removePair(tree, mapping, one)),
  ];
  const title = titleOf(winner, property, others.length > 0);
  // Beside the new property, releases differ in which of the two they read.
  const isClear = isKnown && !present;
  const asked = isClear ? { meant: true } : UNSURE;
  return { title, edits, ...asked };
}

function formerOf({ text }: Tree, pair: Pair, { values }: Replacement): Former {
  const { start, end } = valueSpan(pair);
  if (!values) return { pair, effect: 'own value', text: text.slice(start, end).trimEnd() };
  const value = resolveAlias(pair.value);
  const isNull = value.kind === 'scalar' && value.value.type === 'null';
  const now = isNull ? null : value.kind === 'scalar' ? lookup(values, value.text) : undefined;
  if (now === undefined) return { pair, effect: 'unknown', text: '' };
  return now === null ? { pair, effect: 'none', text: '' } : { pair, effect: 'decides', text: now };
}

function titleOf({ effect, text }: Former, property: string, isSeveral: boolean) {
  if (isSeveral) return t('Change both to `{0}: {1}`', property, text);
  return effect === 'decides'
    ? t('Change to `{0}: {1}`', property, text)
    : t('Change to `{0}`', property);
}
