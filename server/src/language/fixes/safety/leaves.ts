import { isRespelling } from './respelling';
import type { AliasNode, MappingNode, Node, Pair, ScalarNode, SequenceNode } from '../../yaml/node';

/** The place of a leaf: a property or an item, and its parents. */
export type Place = {
  readonly outer: Place | undefined;
} & (
  | { readonly kind: 'pair'; readonly mapping: MappingNode; readonly pair: Pair }
  | { readonly kind: 'item'; readonly list: SequenceNode; readonly index: number }
);

/** A text of a file: a key or a value. An empty value is not one; an alias has the text `*name`. */
export interface Leaf {
  readonly node: ScalarNode | AliasNode;
  readonly text: string;
  readonly role: 'key' | 'value';
  readonly place: Place | undefined;
}

/** Leaves of one file that are in the other in the same order, and the different runs between them. */
export interface Alignment {
  readonly kept: readonly (readonly [Leaf, Leaf])[];
  readonly changes: readonly Change[];
}

export interface Change {
  readonly before: readonly Leaf[];
  readonly after: readonly Leaf[];
}

/** The texts of a file in its order. Of properties that say exactly the same twice, the last one only. */
export function leavesOf(root: Node | undefined, source: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const add = (node: Node, role: Leaf['role'], place: Place | undefined): void => {
    if (node.kind === 'alias') leaves.push({ node, text: `*${node.name}`, role, place });
    else if (node.kind === 'scalar') {
      if (node.text !== '' || node.style !== 'plain')
        leaves.push({ node, text: node.text, role, place });
    } else if (node.kind === 'sequence') {
      for (const [index, item] of node.items.entries())
        add(item, 'value', { kind: 'item', list: node, index, outer: place });
    } else {
      const repeated = new Set<string>();
      const last = [...node.pairs].reverse().filter(({ key, value }) => {
        const written = [key, value].map(({ span }) =>
          source.slice(span.start, span.end).trimEnd(),
        );
        const identity = JSON.stringify(written);
        return repeated.has(identity) ? false : repeated.add(identity);
      });
      for (const pair of last.reverse()) {
        const own: Place = { kind: 'pair', mapping: node, pair, outer: place };
        add(pair.key, 'key', own);
        add(pair.value, 'value', own);
      }
    }
  };
  if (root) add(root, 'value', undefined);
  return leaves;
}

/** Maximum number of leaves that are gone or new in a row; beyond that, the rest is one change. */
const WINDOW = 40;

/** Pairs the leaves of two versions of a file, in time linear in their number. */
export function align(before: readonly Leaf[], after: readonly Leaf[]): Alignment {
  const kept: (readonly [Leaf, Leaf])[] = [];
  const changes: Change[] = [];
  let ends = 0;
  while (same(before.at(-1 - ends), after.at(-1 - ends))) ends++;
  const [endA, endB] = [before.length - ends, after.length - ends];
  let [a, b] = [0, 0];
  while (a < endA || b < endB) {
    const [left, right] = [before[a], after[b]];
    if (a < endA && b < endB && left && right && same(left, right)) {
      kept.push([left, right]);
      a++;
      b++;
      continue;
    }
    const [nextA, nextB] = next(before, after, { a, b, endA, endB });
    changes.push(...divided({ before: before.slice(a, nextA), after: after.slice(b, nextB) }));
    [a, b] = [nextA, nextB];
  }
  for (let offset = 0; offset < ends; offset++) {
    const [left, right] = [before[endA + offset], after[endB + offset]];
    if (left && right) kept.push([left, right]);
  }
  return { kept, changes };
}

/** A change as several, where it is clear which leaf or which item became which. */
function divided(change: Change): readonly Change[] {
  const { before, after } = change;
  if (before.length === after.length)
    return before.map((leaf, index) => ({ before: [leaf], after: after.slice(index, index + 1) }));
  const [old, now] = [itemsIn(before), itemsIn(after)];
  if (old.length < 2 || old.length !== now.length) return [change];
  return old.flatMap((one, index) => divided({ before: one, after: now[index] ?? [] }));
}

/** Leaves in the groups that belong to the same item or property. */
function itemsIn(leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const groups = new Map<Node | Pair | undefined, Leaf[]>();
  for (const leaf of leaves) {
    const item = itemOf(leaf);
    groups.set(item, [...(groups.get(item) ?? []), leaf]);
  }
  return [...groups.values()];
}

/** The next place where the two are the same: after texts that are spelled in another way, else the nearest. */
function next(
  before: readonly Leaf[],
  after: readonly Leaf[],
  { a, b, endA, endB }: { a: number; b: number; endA: number; endB: number },
): readonly [number, number] {
  for (let count = 1; a + count < endA && b + count < endB; count++) {
    const [old, now] = [before[a + count - 1], after[b + count - 1]];
    if (!old || !now || old.role !== now.role || !isRespelling(old.text, now.text)) break;
    if (same(before[a + count], after[b + count])) return [a + count, b + count];
  }
  for (let skipped = 1; skipped <= WINDOW; skipped++) {
    for (let gone = 0; gone <= skipped; gone++) {
      const [nextA, nextB] = [a + gone, b + skipped - gone];
      if (nextA < endA && nextB < endB && same(before[nextA], after[nextB])) return [nextA, nextB];
    }
  }
  return [endA, endB];
}

function same(a: Leaf | undefined, b: Leaf | undefined): boolean {
  return a !== undefined && b !== undefined && a.text === b.text && a.role === b.role;
}

/** The item of a list that a leaf belongs to, else its property; undefined for a file that is one text. */
export function itemOf({ place }: Leaf): Node | Pair | undefined {
  for (let at = place; at; at = at.outer) if (at.kind === 'item') return at.list.items[at.index];
  return place?.kind === 'pair' ? place.pair : undefined;
}
