import { coerce } from '../coerce/coerce';
import { columnOf, dashOf, textAs } from '../edit/rewrite';
import type { Edit } from '../edit/edit';
import { styleOf } from '../edit/layout';
import { isRecord, lookup } from '../base/lookup';
import { brackets, complete, asVariableList } from '../edit/variable-list';
import { span } from '../base/span';
import { keyText, type Pair, type SequenceNode } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { nameOf, schemaAt, valueOf, type RefactoringProvider } from './refactoring';
import { endWithoutSpace, hasMistake } from './source';
import { t } from '../l10n/text';

/** Variables as a list (`- A=1`) to a mapping (`A: "1"`) and back, line by line, so that comments stay. */
export const environmentForm: RefactoringProvider = ({ analysis, steps }) => {
  const { tree } = analysis;
  for (const step of steps) {
    const schema = schemaAt(analysis, step);
    if (step.kind !== 'pair' || !schema?.items?.textDeclares) continue;
    const node = valueOf(step);
    if (hasMistake(analysis, node.span)) return [];
    const value = coerce(node, schema).value;
    const name = nameOf(step) ?? '';
    if (node.kind === 'sequence' && Array.isArray(value)) {
      const keyColumn = columnOf(tree, step.pair.key.span.start);
      const edits = toMapping(tree, node, value, keyColumn);
      return edits ? [{ title: t('Write `{0}` as a mapping', name), kind: 'rewrite', edits }] : [];
    }
    if (node.kind === 'mapping' && isRecord(value)) {
      const edits = asVariableList(tree, node, (pair) => textIn(value, pair));
      return edits ? [{ title: t('Write `{0}` as a list', name), kind: 'rewrite', edits }] : [];
    }
  }
  return [];
};

/** Undefined where a variable has no value, which only the list can say. */
function toMapping(
  tree: Tree,
  list: SequenceNode,
  entries: readonly unknown[],
  keyColumn: number,
): readonly Edit[] | undefined {
  const { items, flow, span: all } = list;
  const edits = items.map((item, index): Edit | undefined => {
    const entry = entries[index];
    if (item.kind !== 'scalar' || typeof entry !== 'string') return undefined;
    const [, name, value] = /^([^=]*)=([^]*)$/.exec(entry) ?? [];
    if (name === undefined || value === undefined) return undefined;
    const newText = `${name}: ${textAs(value, tree, { style: 'plain', flow })}`;
    if (flow) return { span: item.span, newText };
    const dash = dashOf(tree, list, index);
    const isAtKey = columnOf(tree, dash) <= keyColumn;
    const indent = isAtKey ? ' '.repeat(styleOf(tree).unit) : '';
    return { span: span(dash, endWithoutSpace(tree, item.span)), newText: indent + newText };
  });
  return complete(flow ? [...edits, ...brackets(all, '{', '}')] : edits);
}

function textIn(values: Readonly<Record<string, unknown>>, pair: Pair): string | undefined {
  const text = lookup(values, keyText(pair) ?? '');
  return typeof text === 'string' ? text : undefined;
}
