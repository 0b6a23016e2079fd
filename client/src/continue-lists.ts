import { commands, Disposable, Range, window, workspace, type TextDocument } from 'vscode';
import { enterInList } from './list-items';

/**
 * Registers what Enter does while the setting `dstack.editor.continueLists` is on (the key binding has the condition): it
 * begins the next item of a list, and ends the list on an item without a value. Each is one step to undo.
 */
export function registerContinueLists(): Disposable {
  /** The line that was begun with a dash, until something else is done. */
  let begun: { readonly document: TextDocument; readonly line: number } | undefined;

  const enter = async () => {
    begun = undefined;
    const editor = window.activeTextEditor;
    const action = editor && enterAt(editor.document, editor.selection.active);
    if (!action) return commands.executeCommand('type', { text: '\n' });
    const { document, selection } = editor;
    const { line } = selection.active;
    if (action.kind === 'end') {
      await editor.edit((edit) => edit.replace(document.lineAt(line).range, action.indentation));
      return;
    }
    const end = document.lineAt(line).range.end;
    const rest = new Range(selection.active, end);
    await editor.edit((edit) => edit.replace(rest, `\n${action.beginning}`));
    begun = { document, line: line + 1 };
  };

  return Disposable.from(
    commands.registerCommand('dstack.enterInList', enter),
    workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
      if (!begun || document !== begun.document || !change) return;
      const { text } = document.lineAt(Math.min(begun.line, document.lineCount - 1));
      const [, beginning = ''] = /^( *- +)- $/.exec(text) ?? [];
      if (beginning === '') {
        if (!/^ *- +-?$/.test(text)) begun = undefined;
        return;
      }
      const typed = new Range(begun.line, beginning.length, begun.line, text.length);
      begun = undefined;
      const editor = window.activeTextEditor;
      if (editor?.document !== document) return;
      const noStops = { undoStopBefore: false, undoStopAfter: false };
      void editor.edit((edit) => edit.delete(typed), noStops);
    }),
  );
}

function enterAt(document: TextDocument, { line, character }: Range['start']) {
  if (document.lineAt(line).text.slice(character).trim() !== '') return undefined;
  const lines = Array.from({ length: line + 1 }, (_, at) => document.lineAt(at).text);
  return enterInList(lines, line);
}
