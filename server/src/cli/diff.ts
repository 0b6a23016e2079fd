import { structuredPatch, type StructuredPatchHunk } from 'diff';
import { printedText } from './printed';

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;

/** Texts that differ by more lines are shown as one change, so a large file stays cheap. */
const MOST_EDITS = 2000;

/**
 * A unified diff as `patch` accepts it, or an empty text for equal texts. Lines keep their line breaks, also CRLF. Only
 * lines with characters that must not reach a terminal are not exact: they contain escapes.
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const hunks = hunksOf(before, after).map(print);
  return `--- ${name}\n+++ ${name}\n${hunks.join('')}`;
}

function hunksOf(before: string, after: string): readonly StructuredPatchHunk[] {
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
  const patch = structuredPatch('', '', before, after, '', '', options);
  if (patch) return patch.hunks;
  const [removed] = structuredPatch('', '', before, '', '', '', { context: 0 }).hunks;
  const [added] = structuredPatch('', '', '', after, '', '', { context: 0 }).hunks;
  return [
    {
      oldStart: 1,
      oldLines: removed?.oldLines ?? 0,
      newStart: 1,
      newLines: added?.newLines ?? 0,
      lines: [...(removed?.lines ?? []), ...(added?.lines ?? [])],
    },
  ];
}

function print({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk): string {
  // An empty range is named by the line before it.
  const range = (start: number, count: number) =>
    `${String(count === 0 ? start - 1 : start)},${String(count)}`;
  const head = `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@\n`;
  return head + lines.map((line) => `${printedLine(line)}\n`).join('');
}

/** A line without the characters that must not reach a terminal, but with the CR of its line break. */
function printedLine(line: string): string {
  const [text = '', end = ''] = line.split(/(\r?)$/);
  return printedText(text) + end;
}
