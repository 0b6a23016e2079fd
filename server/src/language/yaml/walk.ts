import type { Node, Pair } from './node';

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
