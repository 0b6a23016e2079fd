import { span } from '../base/span';
import type { MappingNode, Pair } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { endOf, removePair } from './rewrite';
import type { Edit } from './edit';

/**
 * The source of a value from its first character on, with the comment at its end; its lines are indented by what they
 * stand to the right of the key.
 */
export function blockText(tree: Tree, pair: Pair): string {
  const { text, lines } = tree;
  const column = lines.position(pair.key.span.start).character;
  const end = lastOf(tree, pair);
  const source = text
    .slice((pair.colon ?? pair.key.span.end) + 1, lines.end(lines.position(end).line))
    .replace(/^[ \t]*/, '')
    .trimEnd();
  return source
    .split(/\r?\n/)
    .map((line, index) =>
      index === 0 ? line : line.slice(Math.min(column, /^ */.exec(line)?.[0].length ?? 0)),
    )
    .join('\n');
}

/** The source of a value on one line, without the comment after it; undefined where it has several lines. */
export function flowText(tree: Tree, pair: Pair): string | undefined {
  const source = tree.text.slice((pair.colon ?? pair.key.span.end) + 1, lastOf(tree, pair)).trim();
  return /[\r\n]/.test(source) ? undefined : source;
}

/** The source of a value that goes from one mapping to another; undefined where one of them cannot hold it. */
export function movedText(
  tree: Tree,
  from: MappingNode,
  to: MappingNode | undefined,
  pair: Pair,
): string | undefined {
  return from.flow || to?.flow ? flowText(tree, pair) : blockText(tree, pair);
}

/** Removes a property like `removePair`, but the comment after it stays, on a line of its own. */
export function removePairKeepingComment(
  tree: Tree,
  mapping: MappingNode,
  pair: Pair,
): Edit | undefined {
  const end = lastOf(tree, pair);
  const { line } = tree.lines.position(end);
  const rest = tree.text.slice(end, tree.lines.end(line));
  const { start } = pair.key.span;
  const isAlone =
    tree.text.slice(tree.lines.start(tree.lines.position(start).line), start).trim() === '';
  if (mapping.flow || !isAlone || !/^\s+#/.test(rest)) return removePair(tree, mapping, pair);
  return { span: span(start, end + rest.indexOf('#')), newText: '' };
}

/** The offset after the last character of a property. */
function lastOf({ text }: Tree, pair: Pair): number {
  return text.slice(0, endOf(pair)).trimEnd().length;
}

/** Edits of which none touches another: those that do become one. */
export function joinTouching(edits: readonly (Edit | undefined)[]): readonly (Edit | undefined)[] {
  const joined: (Edit | undefined)[] = [];
  const sorted = edits
    .flatMap((edit) => edit ?? [])
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const edit of sorted) {
    const last = joined.at(-1);
    if (!last || edit.span.start > last.span.end) joined.push(edit);
    else
      joined[joined.length - 1] = {
        span: span(last.span.start, Math.max(last.span.end, edit.span.end)),
        newText: last.newText + edit.newText,
      };
  }
  return edits.includes(undefined) ? [undefined] : joined;
}
