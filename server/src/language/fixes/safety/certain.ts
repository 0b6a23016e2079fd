import type { Analysis } from '../../analysis';
import { span, type Span } from '../../base/span';
import type { Pair } from '../../yaml/node';
import { isCertainText, isQuoted, isVariable } from './certain-text';
import { align, leavesOf, type Change, type Leaf } from './leaves';
import { lossesOf } from './loss';
import { isIndented, isInList, isOneItem, samePath } from './same-place';

/**
 * Whether `after` is the only possible meaning of `before`, so the change may be made without asking. It loses nothing,
 * adds nothing, and changes only
 * - quotes, brackets around the only item of a list, and the indentation of properties that belong in another one;
 * - a name of a property, or one of the words that dstack knows, if it is a misspelling of only one of them;
 * - another spelling of a unit with the same number before it;
 * - the mark between the name and the value of a variable. Names that the user chose, numbers, paths and the order of
 * commands stay as they are.
 */
export function isCertain(before: Analysis, after: Analysis): boolean {
  return doubtsAbout(before, after).length === 0;
}

/** A place with another possible meaning, in the old version or in the new one. */
export interface Doubt {
  readonly old?: Span;
  readonly now?: Span;
}

/** The reasons why a change is not certain; empty if it is certain. */
export function doubtsAbout(before: Analysis, after: Analysis): readonly Doubt[] {
  const everything = { old: span(0, before.source.text.length) };
  if (before.tree.broken || after.tree.broken) return [everything];
  const losses = lossesOf(before.tree, after.tree).map((loss) => ({ old: loss.span }));
  const { kept, changes } = align(leavesIn(before), leavesIn(after));
  const renamed = new Map<Pair, Pair>();
  return [
    ...losses,
    ...changes
      .filter((change) => !isCertainChange(before, change, renamed))
      .flatMap((change) => [
        ...change.before.map(({ node }) => ({ old: node.span })),
        ...change.after.map(({ node }) => ({ now: node.span })),
      ]),
    ...kept
      .filter((pair) => !isKept(before, after, pair, renamed))
      .map(([a, b]) => ({ old: a.node.span, now: b.node.span })),
  ];
}

function leavesIn({ tree }: Analysis): readonly Leaf[] {
  return leavesOf(tree.root, tree.text);
}

function isCertainChange(before: Analysis, change: Change, renamed: Map<Pair, Pair>): boolean {
  const [from, ...others] = change.before;
  const [to, ...more] = change.after;
  if (!from || !to || more.length > 0) return false;
  if (others.length > 0)
    return (
      samePath(from.place?.outer, to.place, renamed) &&
      (isQuoted(before, change, to) || isVariable(before, change, to))
    );
  if (!isCertainText(before, from, to)) return false;
  if (from.role === 'key' && from.place?.kind === 'pair' && to.place?.kind === 'pair')
    renamed.set(from.place.pair, to.place.pair);
  return isInList(from) === isInList(to) && samePath(from.place, to.place, renamed);
}

/** Whether a text that is the same still means the same. */
function isKept(
  before: Analysis,
  after: Analysis,
  [a, b]: readonly [Leaf, Leaf],
  renamed: ReadonlyMap<Pair, Pair>,
): boolean {
  return (
    a.node.kind === b.node.kind &&
    a.node.tag === b.node.tag &&
    (samePath(a.place, b.place, renamed) || isIndented(before, after, a, b, renamed)) &&
    (isInList(a) || !isInList(b) || isOneItem(after, b))
  );
}
