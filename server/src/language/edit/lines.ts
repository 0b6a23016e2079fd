import { span, type Span } from '../base/span';
import type { Tree } from '../yaml/tree';

/** The text of a line, without its break. */
export function lineText({ text, lines }: Tree, line: number): string {
  return text.slice(lines.start(line), lines.end(line));
}

/** Columns of white space before the content of a line; undefined for lines without content. */
export function indentOf(tree: Tree, line: number): number | undefined {
  const content = lineText(tree, line);
  return /^\s*(?:#.*)?$/.test(content) ? undefined : /^ */.exec(content)?.[0].length;
}

/** The last line with content in a run that is indented deeper than a column; the line above the run if there is none. */
export function lastLineInside(tree: Tree, above: number, column: number): number {
  let last = above;
  for (let line = above + 1; line < tree.lines.count; line++) {
    const indent = indentOf(tree, line);
    if (indent === undefined) continue;
    if (indent <= column) break;
    last = line;
  }
  return last;
}

/** A property with nothing or a plain text after its colon, below which a line is indented. */
export interface Owner {
  readonly line: number;
  readonly key: Span;
}

/** The property that the lines around `line` belong to, by their indentation alone. */
export function ownerAbove(tree: Tree, line: number): Owner | undefined {
  let column = indentOf(tree, line) ?? Infinity;
  let hasDashes = startsWithDash(tree, line);
  // A text at the column of a property without a value can only belong to that.
  let isLoose = isText(tree, line);
  for (let above = line - 1; above >= 0; above--) {
    const indent = indentOf(tree, above);
    if (indent === undefined || indent > column) continue;
    const start = tree.lines.start(above);
    const content = lineText(tree, above);
    const owner = /^(\s*(?:- +)*)(\w[\w-]*):(?:\s*(?:#.*)?$|\s+[^\s&*!|>"'[{])/.exec(content);
    const isEmpty = /:\s*(?:#.*)?$/.test(content);
    if (owner && (indent < column || hasDashes || (isLoose && isEmpty))) {
      const key = start + (owner[1]?.length ?? 0);
      return { line: above, key: span(key, key + (owner[2]?.length ?? 0)) };
    }
    hasDashes = startsWithDash(tree, above) && (hasDashes || indent === column);
    isLoose &&= indent === column && isText(tree, above);
    column = indent;
  }
  return undefined;
}

/** Whether a line is neither a property nor an item. */
function isText(tree: Tree, line: number): boolean {
  return !/^\s*(?:-(?:\s|$)|[^\s#]*:(?:\s|$))/.test(lineText(tree, line));
}

function startsWithDash(tree: Tree, line: number): boolean {
  return /^\s*-/.test(lineText(tree, line));
}
