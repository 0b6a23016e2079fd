import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AUTHORING_TESTS } from './authoring';
import {
  acceptSuggestion,
  completionLabels,
  configurations,
  eventually,
  extension,
  hasAny,
  isFine,
  hoverText,
  inWorkspace,
  isEmpty,
  openFile,
  problems,
} from './editor';
import { yaml } from '../../support/yaml';

const TYPES = ['dev-environment', 'fleet', 'gateway', 'preset', 'service', 'task', 'volume'];

/** They run in this order in one window: the first sees the extension before anything has activated it. */
export const TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'other YAML files are left alone': async () => {
    for (const path of ['recipe.yml', 'values.yaml', 'dstack.yml', 'profiles.yml']) {
      const { document } = await openFile(path, 'type: nonsense\n');
      assert.equal(document.languageId, 'yaml', path);
    }
    // The extension may be there, to offer its language; its server is not.
    const { status } = (await extension().activate()) as { status: vscode.LanguageStatusItem };
    assert.equal(status.text, 'dstack: not running');
  },

  'dstack files have the language id dstack and start the server': async () => {
    for (const path of [
      '.dstack.yml',
      '.dstack.yaml',
      'train.dstack.yml',
      'deep/er/serve.dstack.yaml',
      '.dstack/profiles.yml',
      'app/.dstack/profiles.yaml',
    ]) {
      const { document } = await openFile(path, '\n');
      assert.equal(document.languageId, 'dstack', path);
    }
    const { status } = extension().exports as { status: vscode.LanguageStatusItem };
    await eventually(
      'started',
      () => status.text,
      (text) => text.startsWith('Checked against'),
    );
  },

  'a mistake is underlined exactly, and no longer once it is mended': async () => {
    const editor = await openFile(
      'mistake.dstack.yml',
      yaml`
        type: task
        comands:
          - ls
        image: x
      `,
    );
    const { uri } = editor.document;
    const expected = ['1:0-7 error dstack(unknown-key)'];
    assert.deepEqual(await eventually('problems', () => problems(uri), hasAny), expected);
    await editor.edit((edit) => edit.replace(new vscode.Range(1, 0, 1, 7), 'commands'));
    await eventually('no problems', () => problems(uri), isEmpty);
  },

  'problems can be switched off': async () => {
    const { document } = await openFile('off.dstack.yml', 'type: tusk\n');
    await eventually('problems', () => problems(document.uri), hasAny);
    const settings = vscode.workspace.getConfiguration('dstack');
    await settings.update('validation.enabled', false, vscode.ConfigurationTarget.Workspace);
    await eventually('no problems', () => problems(document.uri), isEmpty);
    await settings.update('validation.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually('problems', () => problems(document.uri), hasAny);
  },

  'completion offers the configuration types': async () => {
    const labels = await completionLabels(await openFile('types.dstack.yml', 'type: $0'));
    assert.deepEqual(
      TYPES.filter((type) => !labels.includes(type)),
      [],
    );
  },

  'completion offers the properties of the type, and only those': async () => {
    const labels = await completionLabels(await openFile('keys.dstack.yml', 'type: task\n$0'));
    assert.ok(labels.includes('commands'), labels.join());
    assert.ok(labels.includes('nodes'), labels.join());
    assert.ok(!labels.includes('ide'), labels.join());
    const nested = await openFile('nested.dstack.yml', 'type: task\nresources:\n  $0');
    assert.ok((await completionLabels(nested)).includes('gpu'));
  },

  'accepting a completion writes it': async () => {
    const editor = await openFile('accept.dstack.yml', 'type: task\ncomm$0');
    await acceptSuggestion(editor, /^type: task\ncommands:/);
  },

  'a line is commented as YAML': async () => {
    const editor = await openFile('comment.dstack.yml', 'resources:\n  gpu: 24GB$0\n');
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.equal(editor.document.getText(), 'resources:\n  # gpu: 24GB\n');
    await editor.document.save();
  },

  'hover explains a property': async () => {
    const { document } = await openFile('hover.dstack.yml', 'type: task\nmax_price: 2\n');
    const text = await hoverText(document.uri, new vscode.Position(1, 3));
    assert.match(text, /max_price/);
    assert.match(text, /hour/);
  },

  ...AUTHORING_TESTS,

  'unsaved files are served as well': async () => {
    const content = yaml`
      type: task
      ide: vscode
      image: x
    `;
    const document = await vscode.workspace.openTextDocument({ language: 'dstack', content });
    const found = await eventually('problems', () => problems(document.uri), hasAny);
    assert.deepEqual(found, ['1:0-3 error dstack(unknown-key)']);
  },

  'the server can be restarted, and then knows unsaved text and the other files again':
    async () => {
      const write = async (path: string, text: string) => {
        await vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
        return inWorkspace(path);
      };
      await write(
        'restart/fleet.dstack.yml',
        yaml`
          type: fleet
          name: again
          nodes: 1
        `,
      );
      const unopened = await write('restart/unopened.dstack.yml', 'type: tusk\n');
      const text = yaml`
        type: task
        commands: [ls]
        fleets: [again]
      `;
      const editor = await openFile('restart/task.dstack.yml', text);
      const { uri } = editor.document;
      await editor.edit((change) => change.insert(new vscode.Position(3, 0), 'ide: vscode\n'));
      const definitions = () =>
        vscode.commands.executeCommand<unknown[]>(
          'vscode.executeDefinitionProvider',
          uri,
          new vscode.Position(2, 11),
        );
      const isKnown = async () => {
        await eventually(
          'the problem of unsaved text alone',
          () => problems(uri).join(),
          (found) => found === '3:0-3 error dstack(unknown-key)',
        );
        await eventually('problems of a file that is not open', () => problems(unopened), hasAny);
        await eventually('the fleet of another file', definitions, ({ length }) => length === 1);
      };
      await isKnown();
      await vscode.commands.executeCommand('dstack.restartServer');
      await isKnown();
      assert.notEqual(await hoverText(uri, new vscode.Position(0, 1)), '');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    },

  'the examples have no problems': async () => {
    const files = await configurations(inWorkspace('examples'));
    assert.ok(files.length > 8, `${files.length} examples`);
    for (const uri of files) {
      const document = await vscode.workspace.openTextDocument(uri);
      assert.equal(document.languageId, 'dstack', uri.path);
      await hoverText(uri, new vscode.Position(0, 0));
      await vscode.window.showTextDocument(document);
    }
    await openFile('last.dstack.yml', 'type: tusk\n');
    const last = inWorkspace('last.dstack.yml');
    await eventually('problems of the file opened last', () => problems(last), hasAny);
    // Other tests have written files with the same names.
    for (const uri of files)
      assert.ok(isFine(problems(uri)), `${uri.path} ${problems(uri).join()}`);
  },

  'the output channel says what was started and found, and has no error in it': async () => {
    await vscode.commands.executeCommand('dstack.showOutput');
    const log = await eventually(
      'output channel',
      () => outputChannel()?.getText() ?? '',
      (found) => /\[info\] dstack files found: \d+/.test(found),
    );
    assert.match(log, /\[info\] Checked against dstack 0\.\d+\.\d+/);
    assert.doesNotMatch(log, /\[error\]/);
  },
};

function outputChannel(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    ({ uri }) => uri.scheme === 'output' && uri.path.includes('dstack'),
  );
}
