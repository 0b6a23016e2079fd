import type { Analysis } from '../../analysis';
import { keyText, type Pair } from '../../yaml/node';
import type { Leaf, Place } from './leaves';

/** Whether the properties and items around two leaves are the same. The only item of a list counts as its value. */
export function samePath(
  a: Place | undefined,
  b: Place | undefined,
  renamed: ReadonlyMap<Pair, Pair>,
): boolean {
  let [left, right] = [outside(a), outside(b)];
  while (left && right) {
    if (!sameStep(left, right, renamed)) return false;
    [left, right] = [outside(left.outer), outside(right.outer)];
  }
  return left === right;
}

function sameStep(a: Place, b: Place, renamed: ReadonlyMap<Pair, Pair>): boolean {
  if (a.kind === 'item')
    return b.kind === 'item' && a.index === b.index && a.list.tag === b.list.tag;
  if (b.kind !== 'pair' || a.mapping.tag !== b.mapping.tag) return false;
  return keyText(a.pair) === keyText(b.pair) || renamed.get(a.pair) === b.pair;
}

function outside(place: Place | undefined): Place | undefined {
  let at = place;
  while (at?.kind === 'item' && at.list.items.length === 1 && at.list.tag === undefined)
    at = at.outer;
  return at;
}

/** From the root. */
function stepsOf(place: Place | undefined): readonly Place[] {
  const steps: Place[] = [];
  for (let at = outside(place); at; at = outside(at.outer)) steps.unshift(at);
  return steps;
}

/** Whether the leaf is now in a property that was beside it, where it was unknown. Into brackets it would join a line. */
export function isIndented(
  before: Analysis,
  after: Analysis,
  a: Leaf,
  b: Leaf,
  renamed: ReadonlyMap<Pair, Pair>,
): boolean {
  const [old, now] = [stepsOf(a.place), stepsOf(b.place)];
  const equal = (left: Place | undefined, right: Place | undefined) =>
    left !== undefined && right !== undefined && sameStep(left, right, renamed);
  const at = old.findIndex((step, index) => !equal(step, now[index]));
  const [moved, owner, inner] = [old[at], now[at], now[at + 1]];
  if (moved?.kind !== 'pair' || owner?.kind !== 'pair' || inner?.kind !== 'pair') return false;
  if (inner.mapping.flow && !moved.mapping.flow) return false;
  const isKnown = before.bound.propertyOf(moved.pair) !== undefined;
  if (isKnown || after.bound.propertyOf(inner.pair) === undefined) return false;
  return (
    old.length + 1 === now.length &&
    old.slice(at).every((step, index) => equal(step, now[at + 1 + index]))
  );
}

/** Whether a leaf is an item of a list. */
export function isInList({ place }: Leaf): boolean {
  return place?.kind === 'item';
}

/** Whether a text can only be one item: it has one line, and is a command, or has neither white space nor commas. */
export function isOneItem({ bound, tree }: Analysis, { node, text, place }: Leaf): boolean {
  if (/[\r\n]/.test(text + tree.text.slice(node.span.start, node.span.end).trim())) return false;
  if (place?.kind !== 'item' || !/[\s,]/.test(text)) return true;
  // Commas may divide commands.
  if (/,\s/.test(text)) return false;
  return bound.schemaOf(place.list)?.items?.embeds?.includes('shell') === true;
}
