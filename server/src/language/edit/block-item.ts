import { span } from '../base/span';
import type { Pair } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { columnOf } from './rewrite';
import type { Edit } from './edit';
import { styleOf } from './layout';

/** The edits that make a block of text, after `|` or `>`, the only item of a list; undefined where its indent is fixed. */
export function blockAsItem(tree: Tree, { key, value, colon }: Pair): readonly Edit[] | undefined {
  const { start, end } = value.span;
  const first = tree.lines.position(start).line;
  if (/[0-9]/.test(tree.text.slice(start, tree.lines.end(first)))) return undefined;
  const { listIndent, eol } = styleOf(tree);
  const dash = `${eol}${' '.repeat(columnOf(tree, key.span.start) + listIndent)}- `;
  const edits: Edit[] = [{ span: span((colon ?? start) + 1, start), newText: dash }];
  for (let line = first + 1; listIndent > 0 && tree.lines.start(line) < end; line++) {
    const at = tree.lines.start(line);
    const isBlank = tree.text.slice(at, tree.lines.end(line)).trim() === '';
    if (!isBlank) edits.push({ span: span(at, at), newText: '  ' });
  }
  return edits;
}
