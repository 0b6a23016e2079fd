import { InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import type { Tree } from '../../yaml/tree';
import { escaped, type OpenItem } from './item';

/** `${1|a,b|}`: a place with choices, and the first of them. */
const CHOICE = /\$\{(\d+)\|([^,|}]*)[^|}]*\|\}/g;

/**
 * The items for a client that inserts only the first word of a plain text (`ClientAbilities.insertsWords`): it expands
 * all of a snippet. It indents the lines of a snippet as the line at the cursor, so that this is left out; it ignores a
 * range unless all items have the same; and it leaves a choice empty, so that its first text is written.
 */
export function asSnippets(
  items: readonly OpenItem[],
  { text, lines }: Tree,
  offset: number,
): OpenItem[] {
  const starts = items.map((item) => startOf(item)?.character ?? Infinity);
  const position = lines.position(offset);
  const character = Math.min(position.character, ...starts);
  const start = { line: position.line, character };
  const at = lines.offset(start);
  const line = text.slice(at - character, at) + /^.*/.exec(text.slice(offset))?.[0];
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
  return items.map((item) => {
    const { textEdit, insertTextFormat, filterText = item.label } = item;
    const own = startOf(item);
    if (!textEdit || !('range' in textEdit) || !own) return item;
    const { newText, range } = textEdit;
    const before = text.slice(at, lines.offset(own));
    const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
    const snippet = isSnippet ? newText.replace(CHOICE, '${$1:$2}') : `${escaped(newText)}$0`;
    return {
      ...item,
      filterText: before + filterText,
      textEdit: {
        range: { start, end: range.end },
        newText: (escaped(before) + snippet).replaceAll(`\n${indentation}`, '\n'),
      },
      insertTextFormat: InsertTextFormat.Snippet,
    };
  });
}

function startOf({ textEdit }: CompletionItem) {
  return textEdit && 'range' in textEdit ? textEdit.range.start : undefined;
}
