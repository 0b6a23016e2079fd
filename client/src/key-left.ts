import type { Disposable } from 'vscode';
import { Range, window, workspace, type TextDocument } from 'vscode';
import { blankAfterKey } from './list-items';

/** How often the blank is tried to remove while the user goes on to type. */
const ATTEMPTS = 3;

/**
 * Removes the blank of `gpu: `, with which a suggestion ends, when Enter begins the mapping or the list below. It is part
 * of the same step to undo.
 */
export function registerKeyLeft(): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...others] = contentChanges;
    if (!change || others.length > 0 || reason !== undefined) return;
    if (document.languageId !== 'dstack' || !/^\r?\n[ \t]*$/.test(change.text)) return;
    void removeBlank(document, change.range.start.line);
  });
}

async function removeBlank(document: TextDocument, line: number): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const editor = window.activeTextEditor;
    const blank = editor?.document === document ? blankIn(document, line) : undefined;
    if (!editor || !blank) return;
    const noStops = { undoStopBefore: false, undoStopAfter: false };
    // It does nothing if the text has changed meanwhile.
    if (await editor.edit((edit) => edit.delete(blank), noStops)) return;
  }
}

function blankIn(document: TextDocument, line: number): Range | undefined {
  if (line >= document.lineCount || !/:[ \t]+$/.test(document.lineAt(line).text)) return undefined;
  const lines = Array.from({ length: line + 1 }, (_, at) => document.lineAt(at).text);
  const column = blankAfterKey(lines, line);
  return column === undefined
    ? undefined
    : new Range(line, column, line, lines[line]?.length ?? column);
}
