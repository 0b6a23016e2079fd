import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { Editor } from '../../../../tools/bench/typist/editor';
import { write } from '../../../../tools/bench/typist/hand';
import type { TypingServer } from '../../../../tools/bench/typist/server';
import { expandSnippet } from '../../../../tools/bench/typist/snippet';
import { Tokenizer } from '../../../../tools/bench/typist/tokens';
import { yaml } from '../../../support/yaml';

/** What is written, the cursor as `|`, after keys were pressed in an editor whose server offers the same everywhere. */
interface Row {
  readonly name: string;
  readonly before?: string;
  /** `⏎` is Enter, `⇥` Tab, `⌫` Backspace. */
  readonly keys: string;
  readonly after: string;
  readonly offers?: readonly (string | Partial<CompletionItem>)[];
  readonly delay?: number;
  readonly language?: 'dstack' | 'yaml';
  readonly incomplete?: boolean;
}

const ROWS: readonly Row[] = [
  { name: 'pairs close themselves', keys: 'gpu: [A', after: 'gpu: [A|]' },
  { name: 'a closed pair is typed over', keys: 'a: "b"', after: 'a: "b"|' },
  { name: 'quotes in words are not closed', keys: "it's", after: "it's|" },
  { name: 'Backspace deletes a closed pair', keys: 'a: [⌫', after: 'a: |' },
  { name: 'Backspace in indentation', before: 'a:\n      |', keys: '⌫', after: 'a:\n    |' },
  { name: 'Enter after a key indents', keys: 'a:⏎', after: 'a:\n  |' },
  { name: 'Enter trims what it has indented', keys: 'a:⏎⏎b', after: 'a:\n\n  b|' },
  { name: 'Enter keeps the indentation in YAML', keys: ' a:⏎', after: ' a:\n |', language: 'yaml' },
  { name: 'Enter between brackets', keys: 'a: [⏎', after: 'a: [\n  |\n]', language: 'dstack' },
  { name: 'Enter accepts the first', keys: 're⏎', after: 'resources|', offers: ['resources'] },
  { name: 'Tab accepts the first', keys: 're⇥', after: 'repos|', offers: ['resources', 'repos'] },
  { name: 'what does not fit is not shown', keys: 'x⏎', after: 'x\n|', offers: ['resources'] },
  { name: 'no list in comments', keys: '#re⏎', after: '#re\n|', offers: ['resources'] },
  { name: 'no list at numbers', keys: '80⏎', after: '80\n|', offers: ['8080'] },
  {
    name: 'a list after a trigger character',
    keys: 'a: ⏎',
    after: 'a: 80|',
    offers: ['80'],
    language: 'yaml',
  },
  {
    name: 'nothing is selected after a trigger character with our settings',
    keys: 'a: ⏎',
    after: 'a: \n  |',
    offers: ['80'],
  },
  {
    name: 'the first is selected once it was filtered',
    keys: 'a: 8⏎',
    after: 'a: 80|',
    offers: ['80'],
  },
  { name: 'Enter is a new line where all is written', keys: 'ab⏎', after: 'ab\n|', offers: ['ab'] },
  {
    name: 'an answer that comes too late for Enter',
    keys: 'r⏎',
    after: 'r\n|',
    offers: ['resources'],
    delay: 1,
  },
  {
    name: 'an old list while the next is on its way',
    keys: 'abc⏎',
    after: 'abXY|',
    offers: [{ label: 'abXY', filterText: 'abc' }],
    delay: 1,
    incomplete: true,
  },
  {
    name: 'commit characters',
    keys: 're:',
    after: 'resources:|',
    offers: [{ label: 'resources', commitCharacters: [':'] }],
  },
  {
    name: 'a preselected item among equals',
    keys: 'r⇥',
    after: 'rb|',
    offers: ['ra', { label: 'rb', preselect: true }],
  },
  {
    name: 'the order of sortText',
    keys: 'r⇥',
    after: 'rb|',
    offers: [
      { label: 'ra', sortText: '2' },
      { label: 'rb', sortText: '1' },
    ],
  },
  {
    name: 'a placeholder is typed over',
    keys: 'ke⇥x',
    after: 'key: x|',
    offers: [{ label: 'key', insertText: 'key: ${1:value}', insertTextFormat: 2 }],
  },
  {
    name: 'the text after the cursor stays with an insert range',
    before: 'gpu: A|:80GB',
    keys: '1⇥',
    after: 'gpu: A100|:80GB',
    offers: [{ label: 'A100' }],
  },
  {
    name: 'words of the document in YAML',
    before: 'trial: 1\n|',
    keys: 'tr⏎',
    after: 'trial: 1\ntrial|',
    language: 'yaml',
  },
];

const TOKENIZERS = {
  dstack: Tokenizer.load('dstack'),
  yaml: Tokenizer.load('yaml'),
};

/** Offers the same everywhere, in place of the word at the cursor. */
function serverWith({ offers = [], incomplete = false }: Row): TypingServer {
  const items = offers.map((offer) => (typeof offer === 'string' ? { label: offer } : offer));
  const complete = (_: Position) =>
    Promise.resolve({ isIncomplete: incomplete, items: items as CompletionItem[] });
  const done = () => Promise.resolve();
  return {
    triggerCharacters: new Set([' ']),
    open: done,
    close: done,
    synchronize: done,
    complete,
  };
}

async function editorOf(row: Row): Promise<Editor> {
  const { language = 'dstack', before = '|', delay = 0 } = row;
  const tokenizer = await TOKENIZERS[language];
  const text = before.replace('|', '');
  const server = serverWith(row);
  const editor = await Editor.open({
    server,
    tokenizer,
    language,
    uri: 'file:///a',
    text,
    delay: () => delay,
  });
  const above = before.slice(0, before.indexOf('|')).split('\n');
  editor.document.cursor = { line: above.length - 1, character: above.at(-1)?.length ?? 0 };
  return editor;
}

for (const row of ROWS)
  test(`the typist's editor: ${row.name}`, async () => {
    const editor = await editorOf(row);
    for (const key of row.keys)
      if (key === '⏎') await editor.enter();
      else if (key === '⇥') await editor.tab();
      else if (key === '⌫') await editor.backspace();
      else await editor.type(key);
    const { textBefore, textAfter } = editor.document;
    assert.equal(`${textBefore}|${textAfter}`, row.after);
  });

test('the hand writes a text whatever the editor does, and counts what was not meant', async () => {
  const offers = [
    { label: 'commands', insertText: 'commands:\n  - $0', insertTextFormat: 2 as const },
  ];
  const editor = await editorOf({ name: '', keys: '', after: '', offers });
  const target = yaml`
    type: task

    commands:
    - a
  `;
  const { slips, completed } = await write(editor, target, new Map([[16, 'commands']]));
  assert.equal(editor.document.text, target);
  assert.deepEqual([slips.length, completed], [0, 1]);
});

test('snippets have a text and the places where the cursor goes', () => {
  assert.deepEqual(expandSnippet('a: ${2:b\\}}$1 ${3|c,d|}'), {
    text: 'a: b} c',
    stops: [
      { number: 1, start: 5, end: 5 },
      { number: 2, start: 3, end: 5 },
      { number: 3, start: 6, end: 7 },
      { number: 0, start: 7, end: 7 },
    ],
  });
});
