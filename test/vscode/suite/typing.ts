import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  extension,
  hasAny,
  isEmpty,
  openFile,
  problems,
  textWithCursor,
} from './editor';
import { yaml } from '../../support/yaml';

function type(text: string): Thenable<unknown> {
  return vscode.commands.executeCommand('type', { text });
}

/** What is pressed: Enter runs the command that its key is bound to while the setting is on. */
async function press(keys: string): Promise<void> {
  for (const key of keys) {
    if (key === '\n') await vscode.commands.executeCommand('dstack.enterInList');
    else await type(key);
  }
}

/** A text, what is typed at its cursor, and the text then. */
const LISTS: readonly (readonly [before: string, keys: string, after: string])[] = [
  [
    'commands:\n  - ls$0\n',
    '\npwd',
    yaml`
      commands:
        - ls
        - pwd$0
    `,
  ],
  [
    'commands:\n  - ls$0\n',
    '\n- pwd',
    yaml`
      commands:
        - ls
        - pwd$0
    `,
  ],
  ['commands:\n  - ls$0', '\n\n', 'commands:\n  - ls\n$0'],
  ['commands:\n  - ls$0', '\n\nname: x', 'commands:\n  - ls\nname: x$0'],
  [
    'commands:\n  - l$0s\n',
    '\n',
    yaml`
      commands:
        - l
          $0s
    `,
  ],
  ['commands:$0\n', '\n', 'commands:\n  $0\n'],
  [
    'commands:\n  - |\n    - ls$0',
    '\n',
    yaml`
      commands:
        - |
          - ls
          $0`,
  ],
  ['commands:\r\n  - ls$0\r\n', '\npwd', 'commands:\r\n  - ls\r\n  - pwd$0\r\n'],
];

export const TYPING_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'what is unfinished is no problem while it is typed, and one after a rest': async () => {
    await extension().activate();
    const { document } = await openFile('calm.dstack.yml', 'type: task\ncommands: [lz]\nx$0');
    // Its first problems have arrived, so that what follows is typed.
    await eventually('problem', () => problems(document.uri), hasAny);
    await vscode.commands.executeCommand('deleteLeft');
    await eventually('no problem', () => problems(document.uri), isEmpty);
    const start = Date.now();
    await type('na');
    const expected = ['2:0-2 error dstack(yaml-syntax)'];
    assert.deepEqual(await eventually('problem', () => problems(document.uri), hasAny), expected);
    assert.ok(Date.now() - start > 500, 'it was there at once');
    await type('me: my-run');
    await eventually('no problem', () => problems(document.uri), isEmpty);
    await document.save();
  },

  'a list goes on with Enter, and ends with a second one': async () => {
    const found: (readonly [string, string, string])[] = [];
    for (const [before, keys] of LISTS) {
      const editor = await openFile(`lists-${String(found.length)}.dstack.yml`, before);
      await press(keys);
      await new Promise((resolve) => setTimeout(resolve, 100));
      found.push([before, keys, textWithCursor(editor)]);
      await editor.document.save();
    }
    assert.deepEqual(found, LISTS);
  },

  'what Enter has added to a list is one step to undo': async () => {
    const editor = await openFile('undo.dstack.yml', 'commands:\n  - ls$0');
    await press('\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(textWithCursor(editor), 'commands:\n  - ls$0');
    await editor.document.save();
  },
};
