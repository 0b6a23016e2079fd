import { propertyOf } from '../../schema/variant';
import { isCalled } from '../../schema/synonyms';
import type { Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { removePairKeepingComment } from '../../edit/moved';
import { renameKey, replaceValue } from '../../edit/rewrite';
import { keyText, resolveAlias, writtenPair, type MappingNode, type Pair } from '../../yaml/node';
import type { Candidate, Context } from '../fix-provider';
import { t } from '../../l10n/text';

/** One end of a range as a property of its own: `min_replicas`, `maxNodes`, `memory_min`. */
interface RangeEnd {
  readonly end: 'min' | 'max';
  readonly of: string;
}

/** The end that a name says it is; undefined for other names. */
export function rangeEndIn(key: string): RangeEnd | undefined {
  const word = key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/-/g, '_')
    .toLowerCase();
  const [, before, after] = /^(min|max)_(?=.)|(?<=.)_(min|max)$/.exec(word) ?? [];
  const end = before ?? after;
  if (end !== 'min' && end !== 'max') return undefined;
  return { end, of: before === undefined ? word.slice(0, -4) : word.slice(4) };
}

/** Properties for the two ends of a range, or for one: the range, as `replicas: 1..4`. */
export function joinRangeEnds(
  { analysis: { tree } }: Context,
  mapping: MappingNode,
  pair: Pair,
  schema: Schema,
): readonly Candidate[] {
  const own = rangeEndIn(keyText(pair) ?? '');
  if (!own) return [];
  const ends = mapping.pairs.filter((one) => rangeEndIn(keyText(one) ?? '')?.of === own.of);
  const [first, second, ...others] = ends;
  if (!first || others.length > 0) return [];
  const min = textOf(ends, 'min');
  const max = textOf(ends, 'max');
  if ([min, max].filter((text) => text !== undefined).length < ends.length) return [];
  const name = rangeCalled(own.of, mapping, schema);
  const text = `${min ?? ''}..${max ?? ''}`;
  const { shorthand } = propertyOf(schema, name ?? '') ?? {};
  if (name === undefined || !shorthand) return [];
  if (!parseShorthand(shorthand, { type: 'str', value: text }).ok) return [];
  return [
    {
      title: t('Change to `{0}: {1}`', name, text),
      edits: [
        renameKey(first, name),
        replaceValue(first, text),
        ...(second ? [removePairKeepingComment(tree, mapping, second)] : []),
      ],
      meant: true,
      reveals: ({ code }) => code === 'range-without-scaling',
    },
  ];
}

/** The value of an end, if it is a text of one line. */
function textOf(ends: readonly Pair[], end: RangeEnd['end']): string | undefined {
  const pair = ends.find((one) => rangeEndIn(keyText(one) ?? '')?.end === end);
  const value = pair && resolveAlias(pair.value);
  const isText = value?.kind === 'scalar' && value === pair?.value && /^\S+$/.test(value.text);
  return isText ? value.text : undefined;
}

/** The property of a range that users call so, if the mapping does not have it yet. */
function rangeCalled(
  word: string,
  mapping: MappingNode,
  { properties = {} }: Schema,
): string | undefined {
  const names = Object.keys(properties).filter((name) => !writtenPair(mapping, name));
  const isSame = (name: string) => name === word || name === `${word}s` || `${name}s` === word;
  return names.find(isSame) ?? names.find((name) => isCalled(name, word));
}
