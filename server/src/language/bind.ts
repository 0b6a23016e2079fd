import type { Schema } from './schema/schema';
import { propertyOf, variantOf } from './schema/variant';
import { findPair, keyText, resolveAlias, type Node, type Pair } from './yaml/node';

/** Pairs every node with its schema node. Without a schema nothing is known, and nothing is said. */
export interface Bound {
  readonly root: Schema;
  /** The schema of a value, for mappings after choosing the variant that their discriminator names. */
  schemaOf(node: Node): Schema | undefined;
  /** The schema of a property: its description, type and default. */
  propertyOf(pair: Pair): Schema | undefined;
  /** Where a node stands: keys and indices from the root. */
  pathOf(node: Node): readonly (string | number)[];
}

interface Entry {
  readonly schema: Schema | undefined;
  readonly parent?: Node;
  readonly step?: string | number;
}

/** Binds the tree under `root`. A node that aliases repeat is bound where it stands, at its anchor. */
export function bind(root: Node | undefined, schema: Schema): Bound {
  const entries = new Map<Node, Entry>();
  const properties = new Map<Pair, Schema>();
  const pending: [Node, Entry][] = root ? [[root, { schema }]] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, entry] = next;
    const known =
      entry.schema && node.kind === 'mapping' ? variantOf(entry.schema, node) : entry.schema;
    entries.set(node, { ...entry, schema: known });
    if (node.kind === 'sequence') {
      node.items.forEach((item, index) => {
        pending.push([item, { schema: known?.items, parent: node, step: index }]);
      });
    } else if (node.kind === 'mapping') {
      for (const pair of node.pairs) {
        const property = known && propertyOf(known, keyText(pair));
        if (property) properties.set(pair, property);
        pending.push([pair.value, { schema: property, parent: node, step: keyText(pair) ?? '' }]);
      }
    }
  }
  return {
    root: schema,
    schemaOf: (node) => entries.get(node)?.schema,
    propertyOf: (pair) => properties.get(pair),
    pathOf: (node) => pathIn(entries, node),
  };
}

function pathIn(entries: ReadonlyMap<Node, Entry>, node: Node): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let entry = entries.get(node); entry?.parent; entry = entries.get(entry.parent)) {
    if (entry.step !== undefined) path.unshift(entry.step);
  }
  return path;
}

/** The node at `path`; where a shorthand stands for the rest of the path, the shorthand. */
export function nodeAt(root: Node, path: readonly (string | number)[]): Node {
  let node = root;
  for (const step of path) {
    const next = childOf(resolveAlias(node), step);
    if (!next) return node;
    node = next;
  }
  return node;
}

function childOf(node: Node, step: string | number): Node | undefined {
  if (node.kind === 'sequence') return node.items[Number(step)];
  return node.kind === 'mapping' ? findPair(node, String(step))?.value : undefined;
}
