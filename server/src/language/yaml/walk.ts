import { findPair, resolveAlias, type Node, type Pair } from './node';

/** A node with the pair that it is the value or key of. */
export interface Visited {
  readonly node: Node;
  readonly pair: Pair | undefined;
  readonly isKey: boolean;
}

/** All nodes of a tree in the order of the text, outer ones first. Aliases are not followed. */
export function* nodesIn(root: Node): Generator<Visited> {
  const pending: Visited[] = [{ node: root, pair: undefined, isKey: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    const { node } = next;
    if (node.kind === 'sequence') {
      for (let index = node.items.length - 1; index >= 0; index--) {
        const item = node.items[index];
        if (item) pending.push({ node: item, pair: undefined, isKey: false });
      }
    } else if (node.kind === 'mapping') {
      for (let index = node.pairs.length - 1; index >= 0; index--) {
        const pair = node.pairs[index];
        if (!pair) continue;
        pending.push(
          { node: pair.value, pair, isKey: false },
          { node: pair.key, pair, isKey: true },
        );
      }
    }
  }
}

type Step = string | number;

/** The node at `path`, following aliases; undefined if there is none. */
export function nodeAt(root: Node | null | undefined, path: readonly Step[]): Node | undefined {
  let node = root ?? undefined;
  for (const step of path) node = node && childOf(resolveAlias(node), step);
  return node;
}

/** The node at `path`, or the one at the longest part of it: a shorthand has no nodes for what it holds. */
export function deepestNodeAt(root: Node, path: readonly Step[]): Node {
  let node = root;
  for (const step of path) {
    const next = childOf(resolveAlias(node), step);
    if (!next) return node;
    node = next;
  }
  return node;
}

function childOf(node: Node, step: Step): Node | undefined {
  if (node.kind === 'sequence') return node.items[Number(step)];
  return node.kind === 'mapping' ? findPair(node, String(step))?.value : undefined;
}
