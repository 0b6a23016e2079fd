import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension } from './editor';

export const REPORT_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'a report has the versions and the log, and is shown before anything is copied': async () => {
    const { version } = extension().packageJSON as { readonly version: string };
    await vscode.env.clipboard.writeText('mine');
    void vscode.commands.executeCommand('dstack.reportProblem');
    const shown = () => vscode.window.activeTextEditor?.document.getText() ?? '';
    const text = await eventually('report', shown, (one) => one.includes('## Versions'));
    assert.match(text, new RegExp(`Extension ${version.replaceAll('.', '\\.')}, for dstack 0\\.`));
    assert.ok(text.includes(vscode.version));
    assert.match(text, /## Log/);
    assert.match(text, /^- dstack\.validation\.enabled: true$/m);
    assert.doesNotMatch(text, /another value|unknown\)/);
    assert.equal(await vscode.env.clipboard.readText(), 'mine');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  },
};
