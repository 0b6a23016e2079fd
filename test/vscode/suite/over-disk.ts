import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, hasAny, hoverText, inWorkspace, isEmpty, problems } from './editor';
import { closeEditor, open, openWrong, WRONG } from './over-files';

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd });
}

function commitAll(folder: string): void {
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'All');
}

/** The part of the API of VS Code's Git extension that is used. */
interface GitExtension {
  getAPI(version: 1): {
    openRepository(root: vscode.Uri): Promise<unknown>;
    toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  };
}

/** Problems of what is no longer on the disk are gone, however it went. */
export const OVER_DISK_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'no longer there: a file deleted by another program, whose editor is closed afterwards':
    async () => {
      const { uri } = await openWrong('over/deleted.dstack.yml');
      await eventually('problems', () => problems(uri), hasAny);
      rmSync(uri.fsPath);
      await closeEditor();
      await eventually('no problems', () => problems(uri), isEmpty);
      // Nothing brings them back.
      await vscode.commands.executeCommand('dstack.checkWorkspace');
      await eventually('no problems', () => problems(uri), isEmpty);
    },

  'no longer there: files of another branch, open and not open': async () => {
    const shown = inWorkspace('over/branch/shown.dstack.yml');
    const unopened = inWorkspace('over/branch/unopened.dstack.yml');
    const changed = inWorkspace('over/branch/changed.dstack.yml');
    const folder = vscode.Uri.joinPath(shown, '..').fsPath;
    const write = (uri: vscode.Uri, text: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(changed, 'type: task\ncommands: [ls]\n');
    commitAll(folder);
    git(folder, 'checkout', '-q', '-b', 'other');
    for (const uri of [shown, unopened, changed]) await write(uri, WRONG);
    commitAll(folder);
    await open(shown);
    await vscode.commands.executeCommand('dstack.checkWorkspace');
    for (const uri of [shown, unopened, changed])
      await eventually(`problems of ${uri.path}`, () => problems(uri), hasAny);
    git(folder, 'checkout', '-q', 'main');
    await closeEditor();
    for (const uri of [shown, unopened, changed])
      await eventually(`no problems of ${uri.path}`, () => problems(uri), isEmpty);
    rmSync(folder, { recursive: true });
  },

  'the old side of a comparison has hover and colours, but no problems': async () => {
    const uri = inWorkspace('over/compared/old.dstack.yml');
    const folder = vscode.Uri.joinPath(uri, '..');
    const text = `${WRONG.replace('24GBB', '24GB')}nodez: 1\n`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    commitAll(folder.fsPath);
    const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
    assert.ok(git, 'the Git extension of VS Code is missing');
    const api = (await git.activate()).getAPI(1);
    await eventually(
      'repository',
      () => api.openRepository(folder),
      (found) => found !== null,
    );
    const old = api.toGitUri(uri, 'HEAD');
    await vscode.commands.executeCommand('vscode.diff', old, uri);
    const place = new vscode.Position(3, 5);
    await eventually(
      'hover',
      () => hoverText(old, place),
      (text) => text.includes('gpu'),
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      old,
    );
    assert.ok(tokens.data.length > 0);
    await eventually('problems of the new side', () => problems(uri), hasAny);
    assert.deepEqual(problems(old), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder.fsPath, { recursive: true });
  },
};
