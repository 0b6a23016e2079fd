import type { Schema } from '../../schema/schema';
import { span } from '../../base/span';
import {
  findPair,
  isEmptyScalar,
  keyText,
  type MappingNode,
  type Node,
  type Pair,
} from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { isReadAsWritten } from '../../edit/as-written';
import { columnOf } from '../../edit/rewrite';
import { complete } from '../../edit/variable-list';
import type { Edit } from '../../edit/edit';
import type { Candidate } from '../fix-provider';
import { t } from '../../l10n/text';

/**
 * A mapping of names where a list of mappings with a `name` belongs: `large:` above its properties becomes
 * `- name: large`. Undefined where a key is a property of the items, or an item is not a mapping below its key.
 */
export function namedItems(
  tree: Tree,
  mapping: MappingNode,
  { properties = {} }: Schema,
): Candidate | undefined {
  if (mapping.flow || !Object.hasOwn(properties, 'name')) return undefined;
  const edits = mapping.pairs.map((pair) => {
    const name = keyText(pair) ?? '';
    return Object.hasOwn(properties, name) ? undefined : nameEdit(tree, pair, name);
  });
  const all = edits.length === 0 ? undefined : complete(edits);
  return all && { title: t('Convert to a list, with each name as `name`'), edits: all };
}

function nameEdit(tree: Tree, { key, colon, value }: Pair, name: string): Edit | undefined {
  if (key.kind !== 'scalar' || colon === undefined || !isReadAsWritten(name)) return undefined;
  const column = columnOf(tree, key.span.start);
  const content = isEmptyScalar(value) ? column + 2 : contentColumn(tree, colon, value);
  if (content === undefined || content < column + 2) return undefined;
  const dash = `-${' '.repeat(content - column - 1)}`;
  return { span: span(key.span.start, colon + 1), newText: `${dash}name: ${name}` };
}

/** The column of a mapping without a `name` on the lines below its key; undefined for another value. */
function contentColumn(tree: Tree, colon: number, value: Node): number | undefined {
  if (value.kind !== 'mapping' || value.flow || findPair(value, 'name')) return undefined;
  const { start } = value.span;
  const isBelow = tree.lines.position(start).line > tree.lines.position(colon).line;
  return isBelow ? columnOf(tree, start) : undefined;
}
