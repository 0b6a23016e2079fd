import { span } from '../base/span';
import type { Bound } from '../coerce/bind';
import { problem, type Problem } from '../problem/problem';
import type { Node } from '../yaml/node';

/**
 * List items that YAML reads as part of the item or the value above. dstack accepts them, so these are warnings.
 */
export function swallowedItems(root: Node, source: string, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  // Most nodes are not lists; nothing is allocated for them.
  const visit = (node: Node): void => {
    if (node.kind === 'mapping')
      for (const { value } of node.pairs) {
        if (!node.flow) problems.push(...swallowed(value, source, bound));
        visit(value);
      }
    if (node.kind !== 'sequence') return;
    for (const item of node.items) {
      if (!node.flow) problems.push(...swallowed(item, source, bound));
      visit(item);
    }
  };
  visit(root);
  return problems;
}

/** A line that begins like an item: white space, the dash, and what follows: a text, or the header of a block of text. */
const ITEM = /\n[ \t]*(-[ \t]+(?:[^\s<>|&-][^\r\n]*|[|>][-+0-9]*[ \t]*(?=\r?\n)))/;

/** `- a` and, indented deeper, `- b`, which YAML reads as the one text `a - b`. */
function swallowed(item: Node, source: string, bound: Bound): readonly Problem[] {
  if (item.kind !== 'scalar' || item.style !== 'plain' || item.textStart !== undefined) return [];
  // The lines of a here-document are not items.
  if (!/\s- /.test(item.text) || item.text.includes('<<') || !bound.schemaOf(item)) return [];
  const { start, end } = item.span;
  const found = ITEM.exec(source.slice(start, end));
  if (!found) return [];
  const [line, text = ''] = found;
  const at = start + found.index + line.length - text.length;
  const message =
    'YAML reads this line as part of the text above, because it is indented further. Align the dashes.';
  return [
    problem('swallowed-item', span(at, at + text.trimEnd().length), message, {
      severity: 'warning',
    }),
  ];
}
