import { closest } from '../../base/spelling';
import { parseShorthand, SHORTHANDS, type ShorthandName } from '../../shorthand';
import { textAs } from '../../edit/rewrite';
import { resolveAlias, type MappingNode, type Pair } from '../../yaml/node';
import type { Candidate, Context } from '../fix-provider';
import { t } from '../../l10n/text';

/** The shorthand of two halves, or of one; undefined if dstack rejects it. */
export function joinedShorthand(
  shorthand: ShorthandName,
  first: string | undefined,
  second: string,
): string | undefined {
  const isDrive = SHORTHANDS[shorthand].hasDrives && first?.length === 1 && /[a-z]/i.test(first);
  const start = first === undefined ? '' : `${isDrive ? './' : ''}${first}:`;
  const text = start + second;
  return parseShorthand(shorthand, { type: 'str', value: text }).ok ? text : undefined;
}

/** `- data: /path`, in a list of shorthands that contain a colon: without the space. */
export function shortForm(
  { analysis }: Context,
  mapping: MappingNode,
  { key, value }: Pair,
): readonly Candidate[] {
  const { shorthand, properties = {} } = analysis.bound.schemaOf(mapping) ?? {};
  if (!shorthand || mapping.pairs.length > 1) return [];
  if (key.kind !== 'scalar' || value.kind !== 'scalar' || resolveAlias(value) !== value) return [];
  // A property of the long form, or a misspelt one.
  if (closest(key.text, Object.keys(properties)).length > 0) return [];
  const text = joinedShorthand(shorthand, key.text, value.text);
  if (text === undefined) return [];
  const newText = textAs(text, analysis.tree, { style: 'plain', flow: mapping.flow });
  return [{ title: t('Write `{0}`', text), edits: [{ span: mapping.span, newText }], meant: true }];
}
