import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configurations, eventually, hasAny, inWorkspace, isEmpty, problems } from './editor';
import { closeEditor, open, openWrong } from './over-files';

/** Problems of what is no longer there are gone, and the workspace is counted. */
export const OVER_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'no longer there: a file that had the language only while it was open': async () => {
    const document = await openWrong('over/config.yml');
    const { uri } = document;
    await vscode.languages.setTextDocumentLanguage(document, 'dstack');
    await eventually('problems', () => problems(uri), hasAny);
    await closeEditor();
    await eventually('no problems', () => problems(uri), isEmpty);
    assert.equal((await open(uri)).languageId, 'yaml');
    assert.deepEqual(problems(uri), []);
    await closeEditor();
  },

  'Check Workspace says how many files it has checked': async () => {
    const files = await configurations();
    const schemes = [inWorkspace('').scheme, 'untitled'];
    const open = vscode.workspace.textDocuments.filter(
      ({ languageId, uri }) => languageId === 'dstack' && schemes.includes(uri.scheme),
    );
    const expected = new Set([...files, ...open.map(({ uri }) => uri)].map(String)).size;
    const told = await vscode.commands.executeCommand('dstack.checkWorkspace');
    assert.equal(told, `${expected} dstack files checked`);
  },
};
