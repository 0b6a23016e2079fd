import type { Schema } from '../../schema/schema';
import { span } from '../../base/span';
import { isEmptyScalar, keyText, resolveAlias, type MappingNode, type Pair } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { isReadAsWritten } from '../../edit/as-written';
import { columnOf } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import type { Candidate } from '../fix-provider';

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
  if (edits.length === 0 || edits.includes(undefined)) return undefined;
  return {
    title: 'Write a list, with each name as `name`',
    edits: edits.filter((edit) => edit !== undefined),
  };
}

function nameEdit(tree: Tree, { key, colon, value }: Pair, name: string): Edit | undefined {
  if (key.kind !== 'scalar' || colon === undefined || !isReadAsWritten(name)) return undefined;
  const column = columnOf(tree, key.span.start);
  const inner = resolveAlias(value);
  if (inner !== value) return undefined;
  if (!isEmptyScalar(inner) && (inner.kind !== 'mapping' || inner.flow)) return undefined;
  if (inner.kind === 'mapping' && inner.pairs.some((pair) => keyText(pair) === 'name'))
    return undefined;
  const content = inner.kind === 'mapping' ? columnOf(tree, inner.span.start) : column + 2;
  const isBelow = tree.lines.position(inner.span.start).line > tree.lines.position(colon).line;
  if (inner.kind === 'mapping' && (!isBelow || content < column + 2)) return undefined;
  const dash = `-${' '.repeat(content - column - 1)}`;
  return { span: span(key.span.start, colon + 1), newText: `${dash}name: ${name}` };
}
