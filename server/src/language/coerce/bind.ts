import type { Schema } from '../schema/schema';
import { propertyOf, variantOf } from '../schema/variant';
import { keyText, type Node, type Pair } from '../yaml/node';

/** Pairs every node with its schema node. A node without a schema has no problems. */
export interface Bound {
  readonly root: Schema;
  /** The schema of a value, for mappings after choosing the variant that their discriminator names. */
  schemaOf(node: Node): Schema | undefined;
  /** The schema of a property: its description, type and default. */
  propertyOf(pair: Pair): Schema | undefined;
  /** The path of a node: keys and indices from the root. */
  pathOf(node: Node): readonly (string | number)[];
}

interface Entry {
  readonly node: Node;
  schema: Schema | undefined;
  readonly parent?: Node;
  readonly step?: string | number;
}

/** Binds the tree under `root`. A node that aliases repeat is bound at its anchor. */
export function bind(root: Node | undefined, schema: Schema): Bound {
  const entries = new Map<Node, Entry>();
  const properties = new Map<Pair, Schema>();
  const pending: Entry[] = root ? [{ node: root, schema }] : [];
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const { node } = entry;
    entries.set(node, entry);
    if (node.kind === 'sequence') {
      const items = entry.schema?.items;
      for (const [index, item] of node.items.entries()) {
        pending.push({ node: item, schema: items, parent: node, step: index });
      }
    } else if (node.kind === 'mapping') {
      const known = (entry.schema &&= variantOf(entry.schema, node));
      for (const pair of node.pairs) {
        const key = keyText(pair);
        const property = known && propertyOf(known, key);
        if (property) properties.set(pair, property);
        pending.push({ node: pair.value, schema: property, parent: node, step: key ?? '' });
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
