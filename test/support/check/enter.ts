import { InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { Analysis } from '../../../server/src/language/analysis';
import type { ClientAbilities } from '../../../server/src/language/environment';
import { completion } from '../../../server/src/language/features/completion';
import { fuzzyScore } from '../../../tools/bench/authoring/fuzzy';
import { accept } from './completion';
import { cursorIn } from './cursor';
import { within } from './within';

/**
 * The text after Enter while the server's list for it is open, as in VS Code with our settings: the text with the first
 * item accepted, or the same text if Enter is a new line.
 */
export function afterEnter(
  marked: string,
  client: Partial<ClientAbilities> = {},
  uri?: string,
): string {
  const item = selectedIn(marked, client, uri);
  return item ? accept(marked, item).replace('$0', '') : cursorIn(marked).text;
}

/** The item that is selected when a word is typed; undefined if there is none, or if it equals the typed text. */
function selectedIn(
  marked: string,
  client: Partial<ClientAbilities> = {},
  uri = 'file:///.dstack.yml',
): CompletionItem | undefined {
  const { text, offset } = cursorIn(marked);
  const analysis = new Analysis({ uri, text });
  const { lines } = analysis.tree;
  const items =
    completion(within(analysis, { client }), { position: lines.position(offset) })?.items ?? [];
  const typedBefore = (item: CompletionItem) => {
    const { textEdit } = item;
    const range = textEdit && ('range' in textEdit ? textEdit.range : textEdit.insert);
    return text.slice(range ? lines.offset(range.start) : offset, offset);
  };
  const shown = items.flatMap((item) => {
    const score = fuzzyScore(typedBefore(item).trimStart(), item.filterText ?? item.label);
    return score === undefined ? [] : [{ item, score }];
  });
  shown.sort(
    (a, b) => b.score - a.score || ((a.item.sortText ?? '') < (b.item.sortText ?? '') ? -1 : 1),
  );
  const first = shown[0]?.item;
  const isPlain = first?.insertTextFormat !== InsertTextFormat.Snippet;
  return first && isPlain && first.textEdit?.newText === typedBefore(first) ? undefined : first;
}
