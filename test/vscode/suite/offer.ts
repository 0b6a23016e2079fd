import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hasAny, openFile, problems, textWithCursor } from './editor';
import { yaml } from '../../support/yaml';

const TASK = yaml`
  type: task
  commands: [ls]
`;

async function lenses({ uri }: vscode.TextDocument): Promise<vscode.Command[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
  );
  return found.flatMap(({ command }) => command ?? []);
}

async function run({ command, arguments: given }: vscode.Command): Promise<void> {
  await vscode.commands.executeCommand(command, ...((given ?? []) as unknown[]));
}

const offered = (document: vscode.TextDocument) =>
  eventually(
    'offer',
    () => lenses(document),
    ({ length }) => length === 2,
  );

const isDstack = (document: vscode.TextDocument) =>
  eventually(
    'language',
    () => document.languageId,
    (id) => id === 'dstack',
  );

/** What is offered to those who do not have the language yet, and to those who begin. */
export const OFFER_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'offer: a YAML file that looks like a configuration becomes one, once asked': async () => {
    const { document } = await openFile('offer/config.yml', `${TASK}comands: [ls]\n`);
    const [use] = await offered(document);
    assert.match(use?.title ?? '', /Check as dstack configuration/);
    if (use) await run(use);
    await isDstack(document);
    await eventually('problems', () => problems(document.uri), hasAny);
    // The answer is remembered.
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    const again = await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await isDstack(again);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },

  'offer: a refusal is remembered, and other YAML files have none': async () => {
    const { document } = await openFile('offer/mine.yml', TASK);
    const [, refuse] = await offered(document);
    if (refuse) await run(refuse);
    await eventually('no offer', () => lenses(document), isNothing);
    assert.equal(document.languageId, 'yaml');
    const other = await openFile('offer/other.yml', 'type: service\nname: x\nimage: y\n');
    assert.deepEqual(await lenses(other.document), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },

  'offer: dstack files that a setting gives to YAML are taken back': async () => {
    const files = vscode.workspace.getConfiguration('files');
    const set = (value: unknown) =>
      files.update('associations', value, vscode.ConfigurationTarget.Workspace);
    await set({ '*.yml': 'yaml' });
    try {
      const { document } = await openFile('offer/taken.dstack.yml', TASK);
      assert.equal(document.languageId, 'yaml');
      const [use] = await offered(document);
      if (use) await run(use);
      await isDstack(document);
      const now = vscode.workspace.getConfiguration('files').get('associations');
      assert.deepEqual(now, {
        '*.yml': 'yaml',
        '*.dstack.yml': 'dstack',
        '*.dstack.yaml': 'dstack',
        '**/.dstack/profiles.yml': 'dstack',
        '**/.dstack/profiles.yaml': 'dstack',
      });
      const next = await openFile('offer/next.dstack.yml', TASK);
      assert.equal(next.document.languageId, 'dstack');
    } finally {
      await set(undefined);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  },

  'walkthrough: each button opens a sample and shows something in it': async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('dstack.tryCompletion');
    await eventually(
      'an accepted suggestion',
      async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return vscode.window.visibleTextEditors.map(textWithCursor);
      },
      (texts) => texts.some((text) => /gpu: A100:\w+\$0/.test(text)),
    );
    await close();
    await vscode.commands.executeCommand('dstack.tryFix');
    const sample = vscode.window.visibleTextEditors.find((editor) =>
      textWithCursor(editor).includes('coma$0nds'),
    );
    assert.ok(sample);
    assert.ok(hasAny(problems(sample.document.uri)));
    await close();
    await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
    await vscode.commands.executeCommand('dstack.tryResolved');
    const read = () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'dstack-read');
    await eventually(
      'resolved',
      () => read()?.getText() ?? '',
      (text) => text.includes('80GB'),
    );
    // The sample is in the column of the walkthrough, so the view is not in a third one.
    assert.equal(vscode.window.tabGroups.all.length, 2);
    await close();
  },
};

const isNothing = (found: readonly unknown[]) => found.length === 0;

/** Closes all editors, unsaved ones too. */
async function close(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors.filter(
    (one) => one.document.isUntitled,
  )) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
