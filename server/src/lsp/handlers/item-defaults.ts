import type {
  CompletionItem,
  CompletionList,
  InitializeParams,
  InsertReplaceEdit,
  InsertTextMode,
  Range,
  TextEdit,
} from 'vscode-languageserver';

/** What items have in common, as far as it is written once for all of them. */
const DEFAULTS = ['editRange', 'insertTextMode'];

/** Whether a client reads from a list what its items have in common (LSP 3.17). */
export function readsDefaults({ capabilities }: InitializeParams): boolean {
  // What a client announces is not checked elsewhere.
  const known: unknown = capabilities.textDocument?.completion?.completionList?.itemDefaults;
  return Array.isArray(known) && DEFAULTS.every((name) => known.includes(name));
}

/** The same list, with the range and the mode of its first item for all: it is less than half as long. */
export function withDefaults(list: CompletionList): CompletionList {
  const first = list.items[0];
  if (!first?.textEdit) return list;
  const editRange = rangeOf(first.textEdit);
  const mode = first.insertTextMode;
  return {
    ...list,
    itemDefaults: { editRange, ...(mode !== undefined && { insertTextMode: mode }) },
    items: list.items.map((item) => shortened(item, editRange, mode)),
  };
}

function shortened(
  item: CompletionItem,
  editRange: EditRange,
  mode: InsertTextMode | undefined,
): CompletionItem {
  const { textEdit, insertTextMode, ...rest } = item;
  if (!textEdit || insertTextMode !== mode || !isSame(rangeOf(textEdit), editRange)) return item;
  return textEdit.newText === item.label ? rest : { ...rest, textEditText: textEdit.newText };
}

type EditRange = Range | { readonly insert: Range; readonly replace: Range };

function rangeOf(edit: TextEdit | InsertReplaceEdit): EditRange {
  return 'range' in edit ? edit.range : { insert: edit.insert, replace: edit.replace };
}

function isSame(a: EditRange, b: EditRange): boolean {
  if ('insert' in a)
    return 'insert' in b && isSame(a.insert, b.insert) && isSame(a.replace, b.replace);
  return !('insert' in b) && isSamePlace(a.start, b.start) && isSamePlace(a.end, b.end);
}

function isSamePlace(a: Range['start'], b: Range['start']): boolean {
  return a.line === b.line && a.character === b.character;
}
