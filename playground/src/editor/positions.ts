import type { ChangeSpec, Text } from '@codemirror/state';
import type { Position, TextEdit } from 'vscode-languageserver-types';

/** The offset of a position; of one that is not in the text, the nearest. */
export function offsetAt(doc: Text, { line, character }: Position): number {
  if (line >= doc.lines) return doc.length;
  const { from, to } = doc.line(line + 1);
  return Math.min(from + character, to);
}

/** The position of an offset. */
export function positionAt(doc: Text, offset: number): Position {
  const { number, from } = doc.lineAt(offset);
  return { line: number - 1, character: offset - from };
}

/** Edits of a text as CodeMirror has them. */
export function changesOf(doc: Text, edits: readonly TextEdit[]): readonly ChangeSpec[] {
  return edits.map(({ range, newText }) => ({
    from: offsetAt(doc, range.start),
    to: offsetAt(doc, range.end),
    insert: newText,
  }));
}
