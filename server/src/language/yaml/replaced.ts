import type { KeyIdentity, MappingNode, Node, Pair } from './node';

/** A tree with other nodes in place of some; the places of the others stay, and so do those of the text. */
export function replaced(root: Node, others: ReadonlyMap<Node, Node>): Node {
  return new Replacing(others).node(root);
}

class Replacing {
  private readonly made: Map<Node, Node>;
  private readonly pairs = new Map<Pair, Pair>();

  constructor(others: ReadonlyMap<Node, Node>) {
    this.made = new Map(others);
  }

  /** An alias and its target, and a merged pair and its source, stay the same. */
  node(node: Node): Node {
    const known = this.made.get(node);
    if (known) return known;
    const made = this.inside(node);
    this.made.set(node, made);
    return made;
  }

  private inside(node: Node): Node {
    if (node.kind === 'sequence')
      return { ...node, items: node.items.map((item) => this.node(item)) };
    if (node.kind === 'mapping') return this.mapping(node);
    if (node.kind === 'scalar' || !node.target) return node;
    return { ...node, target: this.node(node.target) };
  }

  private mapping(mapping: MappingNode): Node {
    const pairs = mapping.pairs.map((pair) => this.pair(pair));
    const effective = new Map<KeyIdentity, Pair>();
    for (const [key, pair] of mapping.effective) effective.set(key, this.pair(pair));
    return { ...mapping, pairs, effective };
  }

  private pair(pair: Pair): Pair {
    const made = this.pairs.get(pair) ?? { ...pair, value: this.node(pair.value) };
    this.pairs.set(pair, made);
    return made;
  }
}
