import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { accept, completionsIn, textEdit } from '../../../support/check/completion';
import { cursorIn } from '../../../support/check/cursor';
import { expandSnippet } from '../../../support/check/expand-snippet';
import { repositoryPath } from '../../../support/repository';

const EXAMPLES = readdirSync(repositoryPath('examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.dstack.yml'))
  .map((name) => readFileSync(repositoryPath('examples', name), 'utf8'));

/** The text after Neovim 0.11 has accepted an item: `on_complete_done` of its lsp/completion.lua, and its snippet.lua. */
function acceptInNeovim(marked: string, items: readonly CompletionItem[], item: CompletionItem) {
  const { text, offset } = cursorIn(marked);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const columns = new Set(items.map((one) => textEdit(one).range.start.character));
  assert.equal(columns.size, 1, 'Neovim ignores ranges that begin at different places');
  const { range, newText } = textEdit(item);
  assert.equal(item.insertTextFormat, 2, 'Neovim cuts plain text at the first space');
  assert.ok(!newText.includes('|}'), 'Neovim leaves choices empty');
  const before = text.slice(0, lineStart + range.start.character);
  const after = text.slice(offset);
  const line = before.slice(lineStart) + /^.*/.exec(after)?.[0];
  const indentation = /^\s*/.exec(line)?.[0] ?? '';
  return before + expandSnippet(newText).replaceAll('\n', `\n${indentation}`) + after;
}

/** Each line of a text, with the cursor after a part of it that ends before or after a word, or in one. */
function* cursors(text: string): Generator<string> {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const ends = [...line.matchAll(/\b\w\w|[\w:"] ?$/g)].map(({ index: at }) => at + 1);
    for (const end of new Set([...ends, line.length]))
      yield [...lines.slice(0, index), `${line.slice(0, end)}$0`, ...lines.slice(index + 1)].join(
        '\n',
      );
  }
}

test('what Neovim makes of an item is what other editors make of it', () => {
  let count = 0;
  const texts = EXAMPLES.flatMap((text) => [...cursors(text)]).filter((_, n) => n % 3 === 0);
  for (const marked of ['$0', ...texts]) {
    const items = completionsIn(marked, undefined, { insertsWords: true });
    for (const [index, usual] of completionsIn(marked).entries()) {
      const item = items[index];
      assert.ok(item);
      const expected = accept(marked, usual).replace('$0', '');
      assert.equal(acceptInNeovim(marked, items, item).replace('$0', ''), expected, marked);
      count++;
    }
  }
  assert.ok(count > 1500, `${String(count)} items`);
});

test('only a client that has commands gets one that asks again', () => {
  const commands = { showReferences: 'a', copyApplyCommand: 'b', suggest: 'c' };
  const commandsOf = (question?: object) =>
    completionsIn('ty$0', undefined, question).flatMap(({ command }) => command?.command ?? []);
  assert.deepEqual(new Set(commandsOf({ commands })), new Set(['c']));
  assert.deepEqual(commandsOf(), []);
});
