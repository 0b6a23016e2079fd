import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';

/** What the hand asks for with the path of a request; each is answered with the state. */
type Ask = 'open' | 'state' | 'close';

/** The active editor, for the hand outside. */
interface State {
  readonly text: string;
  /** Offset of the cursor, or of what is selected. */
  readonly start: number;
  readonly end: number;
}

/**
 * Runs in the extension host in place of a test suite: tells what the active editor has, over HTTP at a port that it
 * writes to the file named by `DSTACK_TYPIST_PORT`. Ends when it is asked to.
 */
export function run(): Promise<void> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      const [, ask = '', path = ''] = (request.url ?? '').split('/').map(decodeURIComponent);
      void answer(ask as Ask, path).then((state) => {
        response.end(JSON.stringify(state));
        if (ask !== 'close') return;
        server.close();
        resolve();
      });
    });
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      writeFileSync(process.env['DSTACK_TYPIST_PORT'] ?? '', String(port));
    });
  });
}

async function answer(ask: Ask, path: string): Promise<State> {
  if (ask === 'open') await open(path);
  const editor = vscode.window.activeTextEditor;
  if (!editor) return { text: '', start: 0, end: 0 };
  const { document, selection } = editor;
  return {
    text: document.getText(),
    start: document.offsetAt(selection.start),
    end: document.offsetAt(selection.end),
  };
}

/** Shows a new, empty file, and waits until the language server has answered for it. */
async function open(path: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('no folder is open');
  const uri = vscode.Uri.joinPath(folder, path);
  await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
}
