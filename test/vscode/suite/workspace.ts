import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, hasAny, inWorkspace, isEmpty, openFile, problems } from './editor';
import { yaml } from '../../support/yaml';

async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

const READ = `type: task
commands:
  - |
    ls
    pwd
env:
  A: "1"
  B: "2"
resources:
  gpu:
    name: A100
    count: 2
`;

/** What an editor does with all files of the workspace, and with the structure of one. */
export const WORKSPACE_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'the language status tells the release of dstack and the number of files': async () => {
    await openFile('status/one.dstack.yml', 'type: task\ncommands: [ls]\n');
    const { status } = extension().exports as { status: vscode.LanguageStatusItem };
    assert.match(status.text, /^Checked against dstack \d+\.\d+\.\d+$/);
    assert.deepEqual(status.selector, { language: 'dstack' });
    await vscode.commands.executeCommand('dstack.checkWorkspace');
    const count = () => Number(/^(\d+) dstack files?$/.exec(status.detail ?? '')?.[1] ?? 0);
    // What other tests have changed is told a moment later.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const before = await eventually('number', count, (found) => found > 1);
    await writeFile('status/two.dstack.yml', 'type: task\ncommands: [ls]\n');
    await vscode.commands.executeCommand('dstack.checkWorkspace');
    await eventually('one more', count, (found) => found === before + 1);
  },

  'the part of a short form that is written is told': async () => {
    const editor = await openFile(
      'signature.dstack.yml',
      yaml`
        type: task
        resources:
          gpu: A100:$0
      `,
    );
    const help = await eventually(
      'signature help',
      () =>
        vscode.commands.executeCommand<vscode.SignatureHelp | undefined>(
          'vscode.executeSignatureHelpProvider',
          editor.document.uri,
          editor.selection.active,
          ':',
        ),
      (found) => (found?.signatures.length ?? 0) > 0,
    );
    assert.equal(help?.signatures[0]?.label, 'VENDOR:NAME:MEMORY:COUNT');
    assert.equal(help.activeParameter, 2);
  },

  'paths follow a file that is renamed': async () => {
    const data = await writeFile('moved/data.csv', 'x\n');
    const text = yaml`
      type: task
      files: [data.csv]
      commands: [ls]
    `;
    const { document } = await openFile('moved/files.dstack.yml', text);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(data, inWorkspace('moved/in/values.csv'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually(
      'text',
      () => document.getText(),
      (found) => found === text.replace('data.csv', 'in/values.csv'),
    );
    await vscode.workspace.saveAll();
  },

  'a folder that is deleted takes its problems along': async () => {
    const uri = await writeFile(
      'gone/wrong.dstack.yml',
      yaml`
        type: task
        comands: [ls]
        image: x
      `,
    );
    await vscode.commands.executeCommand('dstack.checkWorkspace');
    await eventually('problems', () => problems(uri), hasAny);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(inWorkspace('gone'), { recursive: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('no problems', () => problems(uri), isEmpty);
  },

  'mappings, lists and blocks of text fold': async () => {
    const editor = await openFile('fold.dstack.yml', READ);
    await eventually(
      'lines to be seen',
      async () => {
        await vscode.commands.executeCommand('editor.foldAll');
        return editor.visibleRanges.map(({ start, end }) => [start.line, end.line]);
      },
      // Each of the three that begin at the left is closed, and the line that it begins with stays.
      (found) => JSON.stringify(found) === '[[0,1],[5,5],[8,8]]',
    );
    await vscode.commands.executeCommand('editor.unfoldAll');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      editor.document.uri,
    );
    assert.deepEqual(
      ranges.map(({ start, end }) => [start, end]).sort(([a = 0], [b = 0]) => a - b),
      [
        [1, 4],
        [2, 4],
        [5, 7],
        [8, 11],
        [9, 11],
      ],
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },
};
