import { Disposable, window, workspace, type TextDocument } from 'vscode';
import type { LanguageClient } from './client';

/**
 * Notifies the server when the cursor leaves the line of the last change, on which it holds back the problems of
 * unfinished text.
 */
export function registerLineLeft(client: LanguageClient): Disposable {
  let changed: { readonly document: TextDocument; readonly line: number } | undefined;
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const line = contentChanges.at(-1)?.range.start.line;
      if (document.languageId === 'dstack' && line !== undefined) changed = { document, line };
    }),
    window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
      if (document !== changed?.document) return;
      const { line } = changed;
      if (selections.some(({ active }) => active.line === line)) return;
      changed = undefined;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      if (client.isRunning())
        void client.sendNotification('dstack/lineLeft', { textDocument: { uri } });
    }),
  );
}
