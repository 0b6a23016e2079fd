import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Tree } from '../yaml/tree';
import { nodesIn } from '../yaml/walk';

/**
 * The ranges that can be folded (`textDocument/foldingRange`): the values of properties and the items of lists that
 * have several lines, comments in a row, and `#region` to `#endregion`.
 */
export function foldingRanges({ documents }: Analysis): FoldingRange[] {
  return documents.flatMap(({ tree }) => foldsOf(tree));
}

function foldsOf(tree: Tree): FoldingRange[] {
  const byStart = new Map<number, FoldingRange>();
  const add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
    // If two begin on one line, editors show only the outer one.
    if (endLine <= startLine || (byStart.get(startLine)?.endLine ?? -1) >= endLine) return;
    byStart.set(startLine, { startLine, endLine, ...(kind ? { kind } : {}) });
  };
  const lineOf = (offset: number) => tree.lines.position(offset).line;
  for (const { node, pair, isKey } of tree.root ? nodesIn(tree.root) : []) {
    if (isKey || node === tree.root) continue;
    add(lineOf(pair?.key.span.start ?? node.span.start), lineOf(node.span.end));
  }
  commentFolds(tree, add);
  return [...byStart.values()].sort((a, b) => a.startLine - b.startLine);
}

function commentFolds(
  { text, lines, comments }: Tree,
  add: (startLine: number, endLine: number, kind: FoldingRangeKind) => void,
): void {
  const regions: number[] = [];
  let first = -1;
  let last = -1;
  for (const { start, end } of comments) {
    const { line, character } = lines.position(start);
    const isOwnLine = text.slice(start - character, start).trim() === '';
    const marker = /^#\s*(end)?region\b/.exec(text.slice(start, end));
    if (isOwnLine && !marker && first >= 0 && line === last + 1) last = line;
    else {
      add(first, last, FoldingRangeKind.Comment);
      first = last = isOwnLine && !marker ? line : -1;
    }
    if (marker?.[1]) {
      const from = regions.pop();
      if (from !== undefined) add(from, line, FoldingRangeKind.Region);
    } else if (marker) regions.push(line);
  }
  add(first, last, FoldingRangeKind.Comment);
}
