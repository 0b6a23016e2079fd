import {
  CompletionItem,
  CompletionItemKind,
  languages,
  MarkdownString,
  SnippetString,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import snippets from '../../snippets/dstack.code-snippets';

/**
 * Offers the files of snippets/ where nothing is written yet. VS Code itself would offer them at every place of every
 * file; it does not, by `editor.snippetSuggestions` in package.json, but keeps them for its command "Insert Snippet".
 */
export function registerTemplates(): Disposable {
  return languages.registerCompletionItemProvider('dstack', {
    provideCompletionItems: (document, position) =>
      isBlank(document, position) ? Object.entries(snippets).map(toItem) : [],
  });
}

/** Whether a document has nothing but comments, and at the cursor a word that is being typed. */
function isBlank(document: TextDocument, position: Position): boolean {
  const lines = document.getText().split(/\r?\n/);
  return lines.every((line, index) =>
    index === position.line ? /^[\w-]*$/.test(line) : /^\s*(?:#.*)?$/.test(line),
  );
}

function toItem([name, { prefix, description, body }]: [string, (typeof snippets)[string]]) {
  const item = new CompletionItem({ label: prefix, description: name }, CompletionItemKind.File);
  item.insertText = new SnippetString(body.join('\n'));
  item.documentation = new MarkdownString(description);
  // Behind what the language server offers.
  item.sortText = `~${prefix}`;
  return item;
}
