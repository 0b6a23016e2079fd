import {
  CompletionItemKind,
  InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionList,
  type Position,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Document, Word } from './document';

/** Where a suggestion comes from: the language server, or the words of the document. */
export type Source = 'server' | 'words';

/** A completion item as the suggest widget has it. All columns are characters of the line of the request. */
export interface Suggestion {
  readonly source: Source;
  readonly label: string;
  readonly filterText: string;
  readonly sortText: string;
  readonly newText: string;
  readonly snippet: boolean;
  /** Lines after the first one get the indentation of the line. */
  readonly adjustIndentation: boolean;
  readonly preselect: boolean;
  readonly commitCharacters: readonly string[];
  readonly additionalTextEdits: readonly TextEdit[] | undefined;
  readonly command: string | undefined;
  /** The column of the cursor when it was requested. */
  readonly column: number;
  readonly start: number;
  readonly insertEnd: number;
  readonly replaceEnd: number;
  readonly incomplete: boolean;
}

/**
 * The widget's suggestions for a server's answer, in the order of its items. `word` is the word at the cursor, which
 * items without their own range replace. Items that reach into other lines are left out, as in VS Code, and so are
 * those of kinds that the settings hide.
 */
export function suggestionsOf(
  list: CompletionList,
  cursor: Position,
  word: Word | undefined,
  snippetSuggestions: string,
): Suggestion[] {
  const hidden = snippetSuggestions === 'none' ? CompletionItemKind.Snippet : undefined;
  return list.items
    .filter(({ kind }) => kind === undefined || kind !== hidden)
    .flatMap((item) => suggestionOf(item, list, cursor, word) ?? []);
}

function suggestionOf(
  item: CompletionItem,
  { isIncomplete, itemDefaults = {} }: CompletionList,
  cursor: Position,
  word: Word | undefined,
): Suggestion | undefined {
  const ranges = rangesOf(item, itemDefaults.editRange) ?? {
    insert: onLine(cursor.line, word?.start ?? cursor.character, cursor.character),
    replace: onLine(cursor.line, word?.start ?? cursor.character, word?.end ?? cursor.character),
  };
  const { insert, replace } = ranges;
  const lines = [insert.start, insert.end, replace.start, replace.end].map(({ line }) => line);
  if (lines.some((line) => line !== cursor.line)) return undefined;
  const format = item.insertTextFormat ?? itemDefaults.insertTextFormat;
  const mode = item.insertTextMode ?? itemDefaults.insertTextMode;
  return {
    source: 'server',
    label: item.label,
    // The client omits an empty one.
    filterText: item.filterText === '' ? item.label : (item.filterText ?? item.label),
    sortText: item.sortText ?? item.label,
    newText: item.textEdit?.newText ?? item.textEditText ?? item.insertText ?? item.label,
    snippet: format === InsertTextFormat.Snippet,
    adjustIndentation: mode !== InsertTextMode.asIs,
    preselect: item.preselect ?? false,
    commitCharacters: item.commitCharacters ?? itemDefaults.commitCharacters ?? [],
    additionalTextEdits: item.additionalTextEdits,
    command: item.command?.command,
    column: cursor.character,
    start: insert.start.character,
    insertEnd: insert.end.character,
    replaceEnd: replace.end.character,
    incomplete: isIncomplete,
  };
}

type EditRange = NonNullable<CompletionList['itemDefaults']>['editRange'];

function rangesOf({ textEdit }: CompletionItem, editRange: EditRange) {
  if (textEdit && InsertReplaceEdit.is(textEdit)) return textEdit;
  if (textEdit) return { insert: textEdit.range, replace: textEdit.range };
  if (!editRange) return undefined;
  return 'insert' in editRange ? editRange : { insert: editRange, replace: editRange };
}

function onLine(line: number, from: number, to: number) {
  return { start: { line, character: from }, end: { line, character: to } };
}

/** Words of the document, which VS Code offers if no server has any items. */
export function wordSuggestions(document: Document, wordPattern: RegExp): Suggestion[] {
  const current = document.wordAtCursor();
  const { character } = document.cursor;
  const words = new Set(document.lines.flatMap((line) => line.match(wordPattern) ?? []));
  return [...words]
    .filter((word) => word !== current?.text && word !== '' && Number.isNaN(Number(word)))
    .map((word) => ({
      source: 'words',
      label: word,
      filterText: word,
      sortText: word,
      newText: word,
      snippet: false,
      adjustIndentation: true,
      preselect: false,
      commitCharacters: [],
      additionalTextEdits: undefined,
      command: undefined,
      column: character,
      start: current?.start ?? character,
      insertEnd: character,
      replaceEnd: current?.end ?? character,
      incomplete: false,
    }));
}
