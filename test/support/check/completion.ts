import assert from 'node:assert/strict';
import {
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type TextEdit,
} from 'vscode-languageserver-types';
import { Analysis } from '../../../server/src/language/analysis';
import type { ClientAbilities } from '../../../server/src/language/environment';
import { completion } from '../../../server/src/language/features/completion';
import { table } from '../table';
import { cursorIn } from './cursor';
import { expandSnippet } from './expand-snippet';
import { within } from './within';

/** The items offered at the `$0` of a text, in the order in which an editor shows them. */
export function completionsIn(
  marked: string,
  uri?: string,
  question?: CompletionQuestion,
): CompletionItem[] {
  const items = listIn(marked, uri, question)?.items ?? [];
  return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

/** What a client supports, and the typed character if that is the only reason for the request. */
export type CompletionQuestion = Partial<ClientAbilities> & {
  readonly trigger?: string | undefined;
};

/** The list that is offered at the `$0` of a text; null if there is none. */
export function listIn(
  marked: string,
  uri = 'file:///.dstack.yml',
  question: CompletionQuestion = {},
): CompletionList | null {
  const { text, offset } = cursorIn(marked);
  const analysis = new Analysis({ uri, text });
  const { trigger, ...client } = question;
  return completion(within(analysis, { client }), {
    position: analysis.tree.lines.position(offset),
    context: { triggerCharacter: trigger },
  });
}

/** The labels of the offered items, in order, and those among them that an editor keeps for the typed text. */
export function labelsIn(marked: string, uri?: string): string[] {
  return completionsIn(marked, uri).map(({ label }) => label);
}

/**
 * Checks the text after an item is accepted. `wanted` is its label, or `LABEL (NOTE)` if several have the same label.
 * Both texts mark the cursor by `$0`.
 */
export function checkCompletion(
  marked: string,
  wanted: string,
  accepted: string,
  uri?: string,
): void {
  const items = completionsIn(marked, uri);
  const item = items.find(
    (one) => wanted === one.label || wanted === `${one.label} (${one.labelDetails?.description})`,
  );
  assert.ok(
    item,
    `${wanted} is not offered, but ${items.map(({ label }) => label).join(', ')} in\n${marked}`,
  );
  assert.equal(accept(marked, item), accepted);
}

/** Makes a test of each row: a text with `$0`, the item to accept there, and the resulting text. */
export function completions(
  name: string,
  rows: readonly (readonly [marked: string, wanted: string, accepted: string])[],
): void {
  table(name, rows, (row) => checkCompletion(...row));
}

/** The text after accepting an item, with the cursor as `$0`. */
export function accept(marked: string, item: CompletionItem): string {
  const { text } = cursorIn(marked);
  const lines = new Analysis({ uri: 'file:///.dstack.yml', text }).tree.lines;
  const { range, newText } = textEdit(item);
  const inserted =
    item.insertTextFormat === InsertTextFormat.Snippet ? expanded(newText) : `${newText}$0`;
  return text.slice(0, lines.offset(range.start)) + inserted + text.slice(lines.offset(range.end));
}

export function textEdit(item: CompletionItem): TextEdit {
  assert.ok(item.textEdit && 'range' in item.textEdit, item.label);
  return item.textEdit;
}

/** The text that a snippet writes; the cursor goes after it, unless the snippet names another place. */
function expanded(snippet: string): string {
  const text = expandSnippet(snippet);
  return text.includes('$0') ? text : `${text}$0`;
}
