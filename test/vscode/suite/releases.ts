import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, inWorkspace, openFile } from './editor';
import { yaml } from '../../support/yaml';

const GROUPS = yaml`
  type: service
  port: 80
  groups: [{replicas: 1, image: nginx}]
`;

/** Accepts the selected item of the open quick pick until it is gone. */
async function acceptPick(what: string, isDone: () => boolean): Promise<void> {
  const accept = () =>
    vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await eventually(
    what,
    async () => {
      await accept();
      return isDone();
    },
    (done) => done,
  );
}

const status = () => (extension().exports as { status: vscode.LanguageStatusItem }).status;
const activeText = () => vscode.window.activeTextEditor?.document.getText() ?? '';
const versionSetting = () => vscode.workspace.getConfiguration('dstack').inspect('version');

/** What a user does about releases of dstack. */
export const RELEASE_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'the release of a comment is in the status, and an upgrade from it is explained': async () => {
    await openFile('upgrade/a.dstack.yml', `# dstack: 0.20\n${GROUPS}router: {type: sglang}\n`);
    const isShown = (text: string) => text === 'Checked against dstack 0.20.29 (comment)';
    await eventually('status', () => status().text, isShown);
    await vscode.commands.executeCommand('dstack.checkWorkspace');
    void vscode.commands.executeCommand('dstack.explainUpgrade');
    // The release in use is the first item of one list, the newest that of the next.
    await acceptPick('report', () => activeText().startsWith('## Upgrade from dstack'));
    assert.match(activeText(), /^## Upgrade from dstack 0\.20\.29 to 0\.22\.\d+\n/);
    assert.match(activeText(), /### `upgrade\/a\.dstack\.yml`\n\n- \*\*Rejected now\*\*/);
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'markdown');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  },

  'the chosen release judges, and the status says so': async () => {
    const { document } = await openFile('upgrade/b.dstack.yml', GROUPS);
    void vscode.commands.executeCommand('dstack.selectVersion');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await new Promise((resolve) => setTimeout(resolve, 500));
    // The first item is what the project says, the second the newest series.
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await acceptPick('setting', () => versionSetting()?.workspaceValue !== undefined);
    assert.match(String(versionSetting()?.workspaceValue), /^0\.\d\d$/);
    const isSet = (text: string) => text.endsWith(' (setting)');
    await eventually('status', () => status().text, isSet);
    const target = vscode.ConfigurationTarget.Workspace;
    await vscode.workspace.getConfiguration('dstack').update('version', '0.20', target);
    const codes = () => vscode.languages.getDiagnostics(document.uri).map(({ code }) => code);
    const isNewer = (code: unknown) =>
      typeof code === 'object' &&
      code !== null &&
      'value' in code &&
      code.value === 'needs-newer-dstack';
    await eventually('problem', codes, (found) => found.some(isNewer));
    await vscode.workspace.getConfiguration('dstack').update('version', undefined, target);
    await eventually('no problem', codes, (found) => !found.some(isNewer));
    const isNewest = (text: string) => /^Checked against dstack [\d.]+$/.test(text);
    await eventually('status', () => status().text, isNewest);
    await vscode.workspace.fs.delete(inWorkspace('upgrade'), { recursive: true });
  },
};
