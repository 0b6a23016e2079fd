import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptSuggestion,
  completionLabels,
  eventually,
  hoverText,
  inWorkspace,
  isFine,
  openFile,
  problems,
} from './editor';
import { yaml } from '../../support/yaml';

/** Completion, hover and starting a file, one test a group. */
export const AUTHORING_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'whole files are offered in an empty file, and only there': async () => {
    const empty = await openFile('empty.dstack.yml', '# A note\n\nvllm$0');
    await acceptSuggestion(empty, /^# A note\n\ntype: service\nname: llama\n/);
    await eventually('no problems', () => problems(empty.document.uri), isFine);
    const begun = await openFile('begun.dstack.yml', 'type: task\nvllm$0');
    assert.deepEqual(await completionLabels(begun, vscode.CompletionItemKind.File), []);
  },

  'a new configuration is begun beside what is there, saved or not': async () => {
    const folder = inWorkspace('new');
    for (const name of ['dev', 'dev-2', 'dev-3']) {
      const made = vscode.commands.executeCommand('dstack.newConfigurationInFolder', folder);
      const expected = inWorkspace(`new/${name}.dstack.yml`).with({ scheme: 'untitled' });
      await eventually(
        'document',
        async () => {
          // Takes the first starter, then the name that it proposes.
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return vscode.window.activeTextEditor?.document.uri.toString();
        },
        (uri) => uri === expected.toString(),
      );
      await made;
      const document = await vscode.workspace.openTextDocument(expected);
      assert.equal(document.languageId, 'dstack');
      assert.match(document.getText(), /^type: dev-environment\nname: dev\n[^]*gpu: 24GB\n$/);
      if (name === 'dev') assert.ok(await document.save());
    }
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.deepEqual(names, ['dev.dstack.yml']);
  },

  'completion offers the parts of a GPU': async () => {
    const gpu = (value: string) => `type: task\nresources:\n  gpu: ${value}$0\n`;
    const names = await completionLabels(await openFile('gpu.dstack.yml', gpu('')));
    assert.ok(names.includes('H100'), names.join());
    const sizes = await completionLabels(await openFile('gpu-sizes.dstack.yml', gpu('A100:')));
    assert.ok(sizes.includes('A100:80GB') && !sizes.includes('A100:24GB'), sizes.join());
    // `A100:80G` would be complete: dstack reads it as 80 GB.
    const editor = await openFile('gpu-name.dstack.yml', gpu('H10'));
    await acceptSuggestion(editor, /gpu: H100\n/);
  },

  'names that other files define are offered, and hover shows what they are': async () => {
    const fleet = yaml`
      type: fleet
      name: rack-nine
      nodes: 2
    `;
    const file = inWorkspace('infra/rack.dstack.yml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(fleet));
    const text = yaml`
      type: task
      commands: [ls]
      fleets:
        - $0
    `;
    const editor = await openFile('on-fleet.dstack.yml', text);
    // VS Code may miss a file that is written the moment its folder is made: all are read again.
    await vscode.commands.executeCommand('dstack.checkWorkspace');
    await eventually(
      'fleet',
      () => completionLabels(editor),
      (labels) => labels.includes('rack-nine'),
    );
    await editor.edit((edit) => edit.insert(editor.selection.active, 'rack-nine'));
    const found = await hoverText(editor.document.uri, new vscode.Position(3, 6));
    assert.match(
      found,
      /Defined in \[`infra\/rack\.dstack\.yml`\]\(\w+:[^)]*\/infra\/rack\.dstack\.yml#L\d\)[^]*nodes: 2/,
    );
  },

  'hover explains a value': async () => {
    const text = yaml`
      type: task
      resources:
        gpu: A100:80GB:2
    `;
    const { document } = await openFile('hover-value.dstack.yml', text);
    const found = await hoverText(document.uri, new vscode.Position(2, 9));
    assert.match(found, /2 NVIDIA A100/);
  },
};
