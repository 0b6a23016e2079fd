import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openFile, problems } from './editor';
import { yaml } from '../../support/yaml';

async function quickFixes(editor: vscode.TextEditor, line: number): Promise<vscode.CodeAction[]> {
  const { range } = editor.document.lineAt(line);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

export const FIX_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'the light bulb offers what was meant first, and applying it mends the file': async () => {
    const editor = await openFile('fix.dstack.yml', 'type: task\ncomands: [ls]\n');
    const { document } = editor;
    await eventually(
      'problem',
      () => problems(document.uri).length,
      (count) => count > 0,
    );
    const [first, ...others] = await quickFixes(editor, 1);
    assert.equal(first?.title, 'Change to `commands`');
    assert.ok(first.isPreferred && others.length <= 2);
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    // What a user gets by the key for the preferred fix.
    await vscode.commands.executeCommand('editor.action.autoFix');
    await eventually(
      'text',
      () => document.getText(),
      (text) => text === 'type: task\ncommands: [ls]\n',
    );
    await eventually(
      'no problems',
      () => problems(document.uri).length,
      (count) => count === 0,
    );
  },

  'all that is clear is fixed on saving': async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'dstack' });
    const onSave = { 'source.fixAll.dstack': 'explicit' };
    await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Workspace, true);
    try {
      const text = yaml`
        type: task
        comands: [ls] # one
        spot_policy: spott
      `;
      const { document } = await openFile('save.dstack.yml', text);
      await eventually(
        'problems',
        () => problems(document.uri).length,
        (count) => count === 2,
      );
      const editor = vscode.window.activeTextEditor;
      await editor?.edit((edit) =>
        edit.insert(new vscode.Position(3, 0), 'max_duration: 2hours\n'),
      );
      await document.save();
      assert.equal(
        document.getText(),
        yaml`
          type: task
          commands: [ls] # one
          spot_policy: spot
          max_duration: 2h
        `,
      );
    } finally {
      await settings.update(
        'codeActionsOnSave',
        undefined,
        vscode.ConfigurationTarget.Workspace,
        true,
      );
    }
  },

  'a second document moves to a file of its own, and the first stays as it is': async () => {
    const first = 'type: task # one\ncommands: [ls]\n';
    const second = yaml`
      # two
      type: fleet
      name: moved-fleet
      nodes: 1
    `;
    const editor = await openFile('documents.dstack.yml', `${first}---\n${second}`);
    const { document } = editor;
    await eventually(
      'problem',
      () => problems(document.uri).length,
      (count) => count > 0,
    );
    const moved = vscode.Uri.joinPath(document.uri, '../moved-fleet.dstack.yml');
    try {
      const actions = await quickFixes(editor, 2);
      const action = actions.find(({ title }) => title.startsWith('Move document 2'));
      assert.ok(action?.edit, actions.map(({ title }) => title).join());
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      assert.equal(document.getText(), first);
      const made = await vscode.workspace.openTextDocument(moved);
      assert.equal(made.getText(), second);
      assert.equal(made.languageId, 'dstack');
      await made.save();
    } finally {
      await vscode.workspace.fs.delete(moved);
    }
  },

  'a refactoring writes a short form in the long one, and keeps the comment': async () => {
    const text = yaml`
      type: task
      commands: [ls]
      resources:
        gpu: A100:80GB:2 # big
    `;
    const { document } = await openFile('refactor.dstack.yml', text);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(3, 8, 3, 8),
      vscode.CodeActionKind.RefactorRewrite.value,
    );
    const action = actions.find(({ title }) => title === 'Write `gpu` in long form');
    assert.ok(action?.edit, actions.map(({ title }) => title).join());
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(
      document.getText(),
      yaml`
        type: task
        commands: [ls]
        resources:
      ` + '  gpu: # big\n    name: A100\n    memory: 80GB\n    count: 2\n',
    );
  },

  'a file is formatted on saving, with nothing else installed': async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'dstack' });
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update('formatOnSave', true, target, true);
    try {
      const text = yaml`
        type:   task
        commands:   # all
            - ls
            -   pwd
        resources:
            gpu:  1
      `;
      const editor = await openFile('format.dstack.yml', text);
      await editor.edit((edit) => edit.insert(new vscode.Position(6, 0), 'name:    train   \n'));
      await editor.document.save();
      await eventually(
        'formatted',
        () => editor.document.getText(),
        (found) =>
          /^type: task\ncommands: +# all\n +- ls\n +- pwd\nresources:\n +gpu: 1\nname: train\n$/.test(
            found,
          ),
      );
    } finally {
      await settings.update('formatOnSave', undefined, target, true);
    }
  },
};
