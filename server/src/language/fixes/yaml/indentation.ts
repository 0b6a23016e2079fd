import { span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import type { Edit } from '../../edit/edit';
import { indentOf } from '../../edit/lines';
import type { Candidate } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { t, type Text } from '../../l10n/text';

/** Maximum number of indentations of the lines above that are tried. */
const MOST_COLUMNS = 6;

/** The line, with its children, at each indentation of the lines above; the nearest first. */
export function reindented(tree: Tree, line: number): Candidate[] {
  const own = indentOf(tree, line);
  if (own === undefined) return [];
  const columns = new Set<number>();
  for (let above = line - 1; above >= 0 && columns.size < MOST_COLUMNS; above--) {
    const content = tree.text.slice(tree.lines.start(above), tree.lines.end(above));
    const indent = indentOf(tree, above);
    if (indent === undefined) continue;
    columns.add(indent);
    const dash = /^\s*(?:- +)+/.exec(content)?.[0].length;
    if (dash !== undefined) columns.add(dash);
    if (/:\s*(?:#.*)?$/.test(content)) columns.add((dash ?? indent) + styleOf(tree).unit);
  }
  columns.delete(own);
  const nearest = [...columns].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
  const blocks = [blockFrom(tree, line, own, 'same'), blockFrom(tree, line, own, 'deeper'), line];
  return nearest.flatMap((column) =>
    [...new Set(blocks)].map((last) => {
      const edits = shift(tree, line, last, column - own);
      return { title: titleFor(edits.length, column - own), edits };
    }),
  );
}

function titleFor(lines: number, by: number): Text {
  if (lines === 1)
    return by < 0 ? t('Indent the line by {0} less', -by) : t('Indent the line by {0} more', by);
  return by < 0
    ? t('Indent {0} lines by {1} less', lines, -by)
    : t('Indent {0} lines by {1} more', lines, by);
}

/** The last line of the block that begins at a line: of lines at least as deep, or only of deeper ones. */
function blockFrom(tree: Tree, line: number, own: number, kind: 'same' | 'deeper'): number {
  const count = tree.lines.position(tree.text.length).line;
  let last = line;
  for (let next = line + 1; next <= count; next++) {
    const indent = indentOf(tree, next);
    if (indent === undefined) continue;
    if (kind === 'same' ? indent < own : indent <= own) break;
    last = next;
  }
  return last;
}

function shift(tree: Tree, first: number, last: number, by: number): Edit[] {
  const edits: Edit[] = [];
  for (let line = first; line <= last; line++) {
    const start = tree.lines.start(line);
    if (tree.text.slice(start, tree.lines.end(line)).trim() === '') continue;
    edits.push(
      by > 0
        ? { span: span(start, start), newText: ' '.repeat(by) }
        : {
            span: span(
              start,
              start +
                Math.min(-by, /^ */.exec(tree.text.slice(start, start - by))?.[0].length ?? 0),
            ),
            newText: '',
          },
    );
  }
  return edits;
}
