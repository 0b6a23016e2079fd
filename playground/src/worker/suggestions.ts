import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem,
  type Position,
} from 'vscode-languageserver-types';
import { completion, type Analysis } from '../../../server/src/language';
import { matchedPart } from '../../../server/src/language/features/completion/item';
import type { Suggestion } from '../protocol';

const KINDS: ReadonlyMap<CompletionItemKind | undefined, Suggestion['kind']> = new Map([
  [CompletionItemKind.Property, 'property'],
  [CompletionItemKind.EnumMember, 'enum'],
  [CompletionItemKind.Variable, 'variable'],
]);

interface Place {
  readonly position: Position;
  readonly trigger: string | undefined;
}

/**
 * The suggestions that match what is typed, as an editor narrows the answer of the language server: first those that
 * begin with it, each in the order of the answer.
 */
export function suggestions(
  analysis: Analysis,
  { position, trigger }: Place,
): readonly Suggestion[] {
  const list = completion(analysis, { position, context: { triggerCharacter: trigger } });
  const offset = analysis.tree.lines.offset(position);
  const found = (list?.items ?? []).flatMap((item) => {
    const rank = rankOf(item, analysis, offset);
    return rank === undefined ? [] : { item, rank };
  });
  const order = ({ sortText, label }: CompletionItem) => sortText ?? label;
  found.sort((a, b) => a.rank - b.rank || (order(a.item) < order(b.item) ? -1 : 1));
  return found.flatMap(({ item }) => toSuggestion(item));
}

/** 0 for an item that begins with what is typed, 1 in the other case, 2 where it has its letters. */
function rankOf(item: CompletionItem, { tree }: Analysis, offset: number): number | undefined {
  const { textEdit, filterText = item.label } = item;
  if (!textEdit || !('range' in textEdit)) return undefined;
  const typed = tree.text.slice(tree.lines.offset(textEdit.range.start), offset).trimStart();
  if (matchedPart(filterText, typed) === undefined) return undefined;
  if (filterText.startsWith(typed)) return 0;
  return filterText.toLowerCase().startsWith(typed.toLowerCase()) ? 1 : 2;
}

function toSuggestion(item: CompletionItem): readonly Suggestion[] {
  const { label, kind, labelDetails, documentation, textEdit, insertTextFormat, tags } = item;
  if (!textEdit || !('range' in textEdit)) return [];
  const detail = labelDetails?.description;
  return [
    {
      label,
      kind: KINDS.get(kind) ?? 'text',
      ...(detail === undefined ? {} : { detail }),
      ...(typeof documentation === 'object' ? { documentation: documentation.value } : {}),
      isDeprecated: tags?.includes(CompletionItemTag.Deprecated) ?? false,
      edit: textEdit,
      isSnippet: insertTextFormat === InsertTextFormat.Snippet,
      suggestsNext: item.command !== undefined,
    },
  ];
}
