import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type YAMLMap,
} from 'yaml';
import { alternative, propertyOf } from '../../../server/src/language/schema/variant';
import type { Schema } from '../../../server/src/language/schema/schema';

/** A property or a list item in a YAML text: its place, and what the schema says about it. */
export interface Site {
  readonly path: readonly (string | number)[];
  /** The span of the key of a property, else undefined. */
  readonly key?: Range;
  /** The value with what belongs to it; a block collection begins after the colon or dash. */
  readonly value: Range;
  readonly shape: 'scalar' | 'mapping' | 'sequence' | 'alias' | 'empty';
  /** Whether it is between `{}` or `[]`. */
  readonly flow: boolean;
  /** Column of the key or the item. */
  readonly column: number;
  readonly schema: Schema | undefined;
  /** The schema of the mapping or list around it. */
  readonly owner: Schema | undefined;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** All properties and items of a text, from the root on; none if the `yaml` package cannot read the text. */
export function sitesOf(text: string, schema: Schema): readonly Site[] {
  const document = parseDocument(text, { version: '1.1', merge: true, logLevel: 'silent' });
  if (document.errors.length > 0 || !document.contents) return [];
  const sites: Site[] = [];
  collect(document.contents as Node, schema, []);
  return sites;

  function collect(node: Node, known: Schema | undefined, path: readonly (string | number)[]) {
    if (path.length > 8) return;
    if (isMap(node)) {
      const variant = known && resolveVariant(known, node as YAMLMap);
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) continue;
        const name = String(pair.key.source ?? pair.key.value);
        const [start, end] = pair.key.range;
        const colon = text.indexOf(':', end);
        if (colon < 0) continue;
        const value = pair.value as Node | null;
        const property = variant && propertyOf(variant, name);
        add(value, [...path, name], node.flow === true, property, variant, colon + 1, {
          start,
          end,
        });
        if (value) collect(value, property, [...path, name]);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const value = item as Node | null;
        if (!value?.range) return;
        add(value, [...path, index], node.flow === true, known?.items, known, value.range[0]);
        collect(value, known?.items, [...path, index]);
      });
    }
  }

  function add(
    node: Node | null,
    path: readonly (string | number)[],
    flow: boolean,
    known: Schema | undefined,
    owner: Schema | undefined,
    behind: number,
    key?: Range,
  ) {
    const shape = shapeOf(node);
    const block = (isMap(node) || isSeq(node)) && !node.flow;
    const start = shape === 'empty' || block ? behind : (node?.range?.[0] ?? behind);
    const end = shape === 'empty' ? start : (node?.range?.[1] ?? start);
    const trimmed = start + text.slice(start, end).trimEnd().length;
    const first = key?.start ?? start;
    sites.push({
      path,
      ...(key ? { key } : {}),
      value: { start, end: trimmed },
      shape,
      flow,
      column: first - (text.lastIndexOf('\n', first - 1) + 1),
      schema: known,
      owner,
    });
  }
}

function shapeOf(node: Node | null): Site['shape'] {
  if (isMap(node)) return 'mapping';
  if (isSeq(node)) return 'sequence';
  if (isAlias(node)) return 'alias';
  return isScalar(node) && node.range && node.range[1] > node.range[0] ? 'scalar' : 'empty';
}

function resolveVariant(schema: Schema, map: YAMLMap): Schema {
  let current = schema;
  while (current.discriminator) {
    const tag: unknown = map.get(current.discriminator.propertyName);
    const chosen = alternative(current, typeof tag === 'string' ? tag : undefined);
    if (!chosen) return current;
    current = chosen;
  }
  return current;
}
