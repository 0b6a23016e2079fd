import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files';

/** The files of the workspace by path, set while bundling. */
declare const __FILES__: Readonly<Record<string, string>>;

/** An extension for tests in a browser: a file system that is only there, with the files of the workspace. */
export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFiles();
  for (const [path, text] of Object.entries(__FILES__)) files.add(path, text);
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
  );
}
