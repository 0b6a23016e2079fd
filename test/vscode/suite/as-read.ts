import * as vscode from 'vscode';
import { eventually, openFile } from './editor';
import { yaml } from '../../support/yaml';

/** What the view beside a file shows; undefined without a view. */
function shown(): string | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'dstack-read')?.getText();
}

export const AS_READ_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'how a file is read is shown beside it, live': async () => {
    const editor = await openFile(
      'read.dstack.yml',
      yaml`
        type: task
        commands: [ls]
        python: 3.10
      `,
    );
    await vscode.commands.executeCommand('dstack.showAsRead');
    await eventually('view', shown, (text) => text?.includes('python: "3.10"') === true);
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), 'max_duration: 120m\n'));
    await eventually(
      'view after typing',
      shown,
      (text) => text?.includes('max_duration: 2h') === true,
    );
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'broken: ]\n'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await eventually('view of half a line', shown, (text) =>
      /^# The file is not valid YAML now\b[^]*^max_duration: 2h/m.test(text ?? ''),
    );
    await editor.edit((edit) => edit.delete(new vscode.Range(4, 0, 5, 0)));
    await eventually(
      'view of valid text',
      shown,
      (text) => text?.startsWith('type: task') === true,
    );
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'broken: 1\n'));
    await eventually(
      'view of a rejected file',
      shown,
      (text) => text?.startsWith('# dstack rejects this file: 1 error.\ntype: task') === true,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },
};
