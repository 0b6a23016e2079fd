import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  completionLabels,
  eventually,
  openFile,
  textWithCursor,
  withEditorSetting,
} from './editor';
import { yaml } from '../../support/yaml';

/** A text, and what it is after Enter. */
const ENTER: readonly (readonly [before: string, after: string])[] = [
  ['resources:$0', 'resources:\n  $0'],
  ['resources: # note$0', 'resources: # note\n  $0'],
  [
    'resources:\n  gpu:$0\n',
    yaml`
      resources:
        gpu:
          $0
    `,
  ],
  ['name: x$0', 'name: x\n$0'],
  ['image: a:b$0', 'image: a:b\n$0'],
  ['# Note:$0', '# Note:\n$0'],
  ['commands:\n  # ls$0', 'commands:\n  # ls\n  $0'],
  ['commands:\n  - ls$0', 'commands:\n  - ls\n  $0'],
  ['commands:\n- ls$0', 'commands:\n- ls\n$0'],
  [
    yaml`
      commands:
        - ls

      $0`,
    yaml`
      commands:
        - ls


      $0`,
  ],
  ['commands:\n  - echo "a: b"$0', 'commands:\n  - echo "a: b"\n  $0'],
  ['commands:\n  - |$0', 'commands:\n  - |\n    $0'],
  [
    'commands:\n  - |\n    ls$0',
    yaml`
      commands:
        - |
          ls
          $0`,
  ],
  [
    'commands:\n  - |\n    a \\$0',
    yaml`
      commands:
        - |
          a \
            $0`,
  ],
  [
    yaml`
      commands:
        - |
          a \
            b \$0`,
    yaml`
      commands:
        - |
          a \
            b \
            $0`,
  ],
  ['commands:\n  - a \\$0', 'commands:\n  - a \\\n      $0'],
  [
    'commands:\n  - a \\\n      b \\$0',
    yaml`
      commands:
        - a \
            b \
            $0`,
  ],
  ['commands:\n  - python $0train.py', 'commands:\n  - python \n    $0train.py'],
  ['prompt: |$0', 'prompt: |\n  $0'],
  ['volumes:\n  - name: x$0', 'volumes:\n  - name: x\n    $0'],
  ['groups:\n  - resources:$0', 'groups:\n  - resources:\n      $0'],
  ['backends: [$0]', 'backends: [\n  $0\n]'],
  [
    'backends: [\n  aws,$0\n]',
    yaml`
      backends: [
        aws,
        $0
      ]`,
  ],
];

/** What Enter makes of each text, typed into files of one name. */
async function afterEnter(name: string): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const [before] of ENTER) {
    const editor = await openFile(`${name}-${found.length}.dstack.yml`, before);
    await type('\n');
    found.push([before, textWithCursor(editor)]);
    await editor.document.save();
  }
  return found;
}

function type(text: string): Thenable<unknown> {
  return vscode.commands.executeCommand('type', { text });
}

/** A line of a command, what is typed into it, and what it is then. */
const QUOTES: readonly (readonly [before: string, typed: string, after: string])[] = [
  ['- echo $0', '"a', '- echo "a$0"'],
  ['- echo $0', "'a", "- echo 'a$0'"],
  ['- echo $0', '`a', '- echo `a$0`'],
  ['- echo $0', '$(a', '- echo $(a$0)'],
  ['- echo $0', '${a', '- echo ${a$0}'],
  ['- if $0', '[', '- if [$0]'],
  ['- echo "a" $0', '"b"', '- echo "a" "b"$0'],
  ['- echo don$0', "'t", "- echo don't$0"],
  ['- |\n  echo $0', '"a', '- |\n  echo "a$0"'],
  ['- python -c "print($0)"', "'", '- python -c "print(\'$0)"'],
];

const PASTE = ['commands:\n  - x\n$0', 'commands:\n  - x\n  $0', 'a:\n  b:\n    $0'];
const PASTED = yaml`
  - a
    - b: c
  - d
  e:
      f
`;

export const ENTER_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'Enter puts the cursor where the next line belongs': async () => {
    assert.deepEqual(await afterEnter('enter'), ENTER);
  },

  'Enter does the same with editor.autoIndent: advanced': () =>
    withEditorSetting('autoIndent', 'advanced', async () => {
      assert.deepEqual(await afterEnter('enter-advanced'), ENTER);
    }),

  'Enter keeps the indentation with editor.autoIndent: keep, and has none with none': async () => {
    for (const [autoIndent, after] of [
      ['keep', 'resources:\n  gpu:\n  $0'],
      ['none', 'resources:\n  gpu:\n$0'],
    ] as const) {
      await withEditorSetting('autoIndent', autoIndent, async () => {
        const editor = await openFile(`${autoIndent}.dstack.yml`, 'resources:\n  gpu:$0');
        await type('\n');
        assert.equal(textWithCursor(editor), after);
        await editor.document.save();
      });
    }
  },

  'Enter leaves no blank after a key': async () => {
    const editor = await openFile('blank.dstack.yml', 'resources:\n  gpu: $0');
    await type('\n');
    const after = 'resources:\n  gpu:\n    $0';
    await eventually(
      'the text',
      () => textWithCursor(editor),
      (text) => text === after,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(textWithCursor(editor), 'resources:\n  gpu: $0');
    await editor.document.save();
  },

  'what is pasted stays as it is': () =>
    withEditorSetting('autoIndentOnPaste', true, () =>
      withEditorSetting('formatOnPaste', true, async () => {
        for (const [index, before] of PASTE.entries()) {
          const editor = await openFile(`paste-${index}.dstack.yml`, before);
          await vscode.commands.executeCommand('paste', { text: PASTED, pasteOnNewLine: false });
          await new Promise((resolve) => setTimeout(resolve, 500));
          assert.equal(textWithCursor(editor), before.replace('$0', `${PASTED}$0`));
          await editor.document.save();
        }
      }),
    ),

  'commands have the settings of dstack files': async () => {
    const text = yaml`
      type: task
      commands:
        - python train.py
        - python tra$0`;
    const words = async () =>
      completionLabels(await openFile('words.dstack.yml', text), vscode.CompletionItemKind.Text);
    assert.deepEqual(await words(), []);
    await withEditorSetting('wordBasedSuggestions', 'currentDocument', async () => {
      assert.ok((await words()).includes('train.py'));
    });
  },

  'quotes and brackets are closed in commands': async () => {
    const found: string[] = [];
    for (const [before, typed] of QUOTES) {
      const editor = await openFile(`quotes-${found.length}.dstack.yml`, `commands:\n${before}\n`);
      for (const key of typed) await type(key);
      found.push(textWithCursor(editor));
      await editor.document.save();
    }
    assert.deepEqual(
      found,
      QUOTES.map(([, , after]) => `commands:\n${after}\n`),
    );
  },
};
