import { styleOf } from '../../edit/layout';
import { lastPair } from '../../edit/locate';
import { columnOf, dashOf, endOfLines, removePair } from '../../edit/rewrite';
import { t } from '../../l10n/text';
import { findPair, keyText, type MappingNode, type Pair } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import type { Candidate, Context, FixProvider } from '../fix-provider';
import { removal } from './removal';
import { asReplacement } from './replacement';

/**
 * Renames a deprecated property to its replacement. Commands go to the others; what else has no replacement has no effect
 * and is removed. Nothing of this is done unasked: dstack accepts the file as it is.
 */
export const fixDeprecatedKey: FixProvider = (context) =>
  candidates(context).map((one) => ({ ...one, safe: false }));

function candidates({ analysis, steps }: Context): readonly Candidate[] {
  const { bound, tree } = analysis;
  const place = lastPair(steps);
  if (!place) return [];
  const { mapping, pair } = place;
  const renamed = asReplacement(analysis, mapping, pair);
  if (renamed) return [renamed];
  const others = findPair(mapping, bound.propertyOf(pair)?.replacement?.property ?? 'commands');
  const moved = others ? putBefore(tree, mapping, pair, others) : [];
  // A list has something that its author wants.
  const preferred = pair.value.kind !== 'sequence';
  return [...moved, { ...removal(tree, mapping, pair), preferred }];
}

/** The items of a list as the first ones of another; none if the lists are not written alike. */
function putBefore(tree: Tree, mapping: MappingNode, from: Pair, to: Pair): readonly Candidate[] {
  const [items, others] = [itemLines(tree, from), itemLines(tree, to)];
  if (!items || !others || items.column !== others.column) return [];
  const { eol } = styleOf(tree);
  const text = tree.text.slice(items.start, items.end);
  const insert = {
    span: { start: others.start, end: others.start },
    newText: text.endsWith('\n') ? text : text + eol,
  };
  const title = t('Put the items of `{0}` first in `{1}`', keyText(from) ?? '', keyText(to) ?? '');
  return [{ title, edits: [removePair(tree, mapping, from), insert] }];
}

/** The lines of a block list with its dashes on lines of their own. */
function itemLines(
  tree: Tree,
  pair: Pair,
): { readonly start: number; readonly end: number; readonly column: number } | undefined {
  const { value } = pair;
  if (value.kind !== 'sequence' || value.flow || value.items.length === 0) return undefined;
  const dash = dashOf(tree, value, 0);
  const start = tree.lines.start(tree.lines.position(dash).line);
  if (tree.text.slice(start, dash).trim() !== '') return undefined;
  return { start, end: endOfLines(tree, pair), column: columnOf(tree, dash) };
}
