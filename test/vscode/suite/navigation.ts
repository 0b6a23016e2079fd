import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hasAny, inWorkspace, isEmpty, openFile, problems } from './editor';
import { yaml } from '../../support/yaml';

async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

const textOf = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();

export const NAVIGATION_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'a name leads to the file that defines it': async () => {
    const fleet = await writeFile(
      'nav/fleet.dstack.yml',
      yaml`
        type: fleet
        name: nav-gpu
        nodes: 1
      `,
    );
    const editor = await openFile(
      'nav/task.dstack.yml',
      yaml`
        type: task
        commands: [ls]
        fleets: [na$0v-gpu]
      `,
    );
    // VS Code may miss a file that is written the moment its folder is made: all are read again.
    await vscode.commands.executeCommand('dstack.checkWorkspace');
    const links = await eventually(
      'definition',
      () =>
        vscode.commands.executeCommand<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          editor.document.uri,
          editor.selection.active,
        ),
      (found) => found.length === 1,
    );
    assert.equal(links[0]?.targetUri.toString(), fleet.toString());
    assert.equal(links[0].targetRange.start.line, 1);
  },

  'a rename changes all files at once, and refuses what dstack refuses': async () => {
    const editor = await openFile(
      'nav/task.dstack.yml',
      yaml`
        type: task
        commands: [ls]
        fleets: [na$0v-gpu]
      `,
    );
    const rename = (newName: string) =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        editor.document.uri,
        editor.selection.active,
        newName,
      );
    await assert.rejects(async () => rename('Not_Possible'), /is not a valid name/);
    const edit = await rename('nav-big');
    assert.equal(edit.size, 2);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(editor.document.getText(), /fleets: \[nav-big\]/);
    assert.match(await textOf(inWorkspace('nav/fleet.dstack.yml')), /name: nav-big\n/);
    await vscode.workspace.saveAll();
  },

  'the list of problems has those of files that are not open': async () => {
    const uri = await writeFile(
      'nav/unopened.dstack.yml',
      yaml`
        type: task
        comands: [ls]
        image: x
      `,
    );
    await vscode.commands.executeCommand('dstack.checkWorkspace');
    const found = await eventually('problems', () => problems(uri), hasAny);
    assert.deepEqual(found, ['1:0-7 error dstack(unknown-key)']);
    const isOpen = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === uri.toString(),
    );
    assert.equal(isOpen, false);
    await writeFile('nav/unopened.dstack.yml', 'type: task\ncommands: [ls]\n');
    await eventually('no problems', () => problems(uri), isEmpty);
  },

  'the outline has the configuration with its properties': async () => {
    const { document } = await openFile(
      'nav/outline.dstack.yml',
      'type: task\nname: nav-outline\n',
    );
    const symbols = await eventually(
      'outline',
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (found) => (found?.length ?? 0) > 0,
    );
    assert.equal(symbols?.[0]?.name, 'task nav-outline');
    assert.deepEqual(
      symbols[0].children.map(({ name }) => name),
      ['type', 'name'],
    );
  },

  'above a configuration are the command that applies it, from the workspace folder, and the references':
    async () => {
      const { document } = await openFile(
        'nav/fleet.dstack.yml',
        yaml`
        type: fleet
        name: nav-big
        nodes: 1
      `,
      );
      const lenses = await eventually(
        'lenses',
        () =>
          vscode.commands.executeCommand<vscode.CodeLens[]>(
            'vscode.executeCodeLensProvider',
            document.uri,
          ),
        (found) => found.length === 2,
      );
      const commands = lenses.map(({ command }) => command);
      assert.deepEqual(
        commands.map((command) => command?.title),
        ['$(copy) dstack apply -f nav/fleet.dstack.yml', '1 reference'],
      );
      assert.match(commands[0]?.tooltip ?? '', /^Copy/);
      const [apply, count] = commands;
      await vscode.commands.executeCommand(apply?.command ?? '', ...(apply?.arguments ?? []));
      assert.equal(await vscode.env.clipboard.readText(), 'dstack apply -f nav/fleet.dstack.yml');
      await vscode.commands.executeCommand(count?.command ?? '', ...(count?.arguments ?? []));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },

  'the code of a problem links to a page, which is shown as it is to be read': async () => {
    const { document } = await openFile('nav/page.dstack.yml', 'type: tusk\n');
    const [problem] = await eventually(
      'problems',
      () => vscode.languages.getDiagnostics(document.uri),
      ({ length }) => length > 0,
    );
    const code = problem?.code;
    assert.ok(typeof code === 'object');
    await vscode.commands.executeCommand('vscode.open', code.target);
    const input = await eventually(
      'preview',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (found) => found instanceof vscode.TabInputCustom || found instanceof vscode.TabInputWebview,
    );
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# .*\n[^]*## Wrong/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },
};
