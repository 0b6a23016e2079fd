import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { yaml } from '../../support/yaml';
import { eventually, inWorkspace } from './editor';

export const WRONG = yaml`
  type: task
  commands: [ls]
  resources:
    gpu: 24GBB
`;

/** Writes a file and opens it as a user does: what `openTextDocument` opens stays open for minutes after its editor. */
export async function openWrong(path: string): Promise<vscode.TextDocument> {
  const uri = inWorkspace(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(WRONG));
  return open(uri);
}

/** Opens a file in an editor of its own. */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const shown = () => vscode.window.activeTextEditor?.document;
  await eventually(
    'editor',
    () => shown()?.uri.toString(),
    (found) => found === uri.toString(),
  );
  const document = shown();
  assert.ok(document);
  return document;
}

/** Closes the editor that is shown, without saving. */
export const closeEditor = () =>
  vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
