import type { Node, Pair } from './node';

/**
 * A tree with other nodes in place of some; the places of the others stay, and so do those of the text. An alias and its
 * target, and a merged pair and its source, stay the same.
 */
export function replaced(root: Node, others: ReadonlyMap<Node, Node>): Node {
  const nodes = new Map(others);
  const pairs = new Map<Pair, Pair>();
  const pairOf = (pair: Pair) => once(pairs, pair, () => ({ ...pair, value: nodeOf(pair.value) }));
  const nodeOf = (node: Node): Node =>
    once(nodes, node, () => {
      if (node.kind === 'sequence') return { ...node, items: node.items.map(nodeOf) };
      if (node.kind === 'mapping') {
        const effective = [...node.effective].map(([key, pair]) => [key, pairOf(pair)] as const);
        return { ...node, pairs: node.pairs.map(pairOf), effective: new Map(effective) };
      }
      return node.kind === 'alias' && node.target ? { ...node, target: nodeOf(node.target) } : node;
    });
  return nodeOf(root);
}

function once<T>(made: Map<T, T>, one: T, make: () => T): T {
  const known = made.get(one) ?? make();
  made.set(one, known);
  return known;
}
