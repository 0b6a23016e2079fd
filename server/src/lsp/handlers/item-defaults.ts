import type {
  CompletionItem,
  CompletionList,
  InitializeParams,
  InsertTextMode,
  Range,
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
  const { textEdit, insertTextMode } = list.items[0] ?? {};
  if (!textEdit || !('range' in textEdit)) return list;
  const editRange = textEdit.range;
  return {
    ...list,
    itemDefaults: { editRange, ...(insertTextMode !== undefined && { insertTextMode }) },
    items: list.items.map((item) => shortened(item, editRange, insertTextMode)),
  };
}

function shortened(
  item: CompletionItem,
  editRange: Range,
  mode: InsertTextMode | undefined,
): CompletionItem {
  const { textEdit, insertTextMode, ...rest } = item;
  const isCommon =
    textEdit &&
    'range' in textEdit &&
    insertTextMode === mode &&
    isSamePlace(textEdit.range.start, editRange.start) &&
    isSamePlace(textEdit.range.end, editRange.end);
  if (!isCommon) return item;
  return textEdit.newText === item.label ? rest : { ...rest, textEditText: textEdit.newText };
}

function isSamePlace(a: Range['start'], b: Range['start']): boolean {
  return a.line === b.line && a.character === b.character;
}
