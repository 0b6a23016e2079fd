import type { Tree } from '../yaml/tree';
import { applyEdits, type Edit } from './edit';

/** Whole lines of a text, and those that take their place. */
export interface ChangedLines {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The lines that some edits change, from the first to the last, without those beside them that stay as they are. */
export function changedLines({ text, lines }: Tree, edits: readonly Edit[]): ChangedLines {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  const first = lines.start(lines.position(start).line);
  const last = lines.end(lines.position(end).line);
  const inside = edits.map(({ span, newText }) => ({
    span: { start: span.start - first, end: span.end - first },
    newText,
  }));
  const before = text.slice(first, last);
  return withoutSame(linesOf(before), linesOf(applyEdits(before, inside)));
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

function withoutSame(removed: readonly string[], added: readonly string[]): ChangedLines {
  let start = 0;
  const most = Math.min(removed.length, added.length);
  while (start < most && removed[start] === added[start]) start++;
  let end = 0;
  while (end < most - start && removed.at(-1 - end) === added.at(-1 - end)) end++;
  return {
    removed: removed.slice(start, removed.length - end),
    added: added.slice(start, added.length - end),
  };
}
