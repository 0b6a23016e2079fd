import type { CompletionItem, CompletionList, Range } from 'vscode-languageserver-types';
import type { Lines } from '../../../server/src/language/base/span';
import { fuzzyScore } from './fuzzy';

/**
 * The place of the first item labelled `wanted` in the list that VS Code shows at `offset`, from 1 on: filtered by the
 * typed text, ordered by the quality of the match, then by `sortText`. Undefined if it is not in the list.
 */
export function rankOf(
  { items, itemDefaults = {} }: Pick<CompletionList, 'items' | 'itemDefaults'>,
  wanted: string,
  text: string,
  offset: number,
  lines: Lines,
): number | undefined {
  const shown = items.flatMap((item, index) => {
    const range = rangeOf(item.textEdit ?? itemDefaults.editRange);
    const word = wordBefore(range, text, offset, lines);
    const score = fuzzyScore(word, item.filterText ?? item.label);
    return score === undefined ? [] : [{ item, index, score }];
  });
  shown.sort((a, b) => b.score - a.score || compareTexts(a.item, b.item) || a.index - b.index);
  const found = shown.findIndex(({ item }) => item.label === wanted);
  return found < 0 ? undefined : found + 1;
}

/** The text that an item replaces up to the cursor, without white space before it. */
function wordBefore(range: Range | undefined, text: string, offset: number, lines: Lines): string {
  const start = range ? lines.offset(range.start) : wordStart(text, offset);
  return text.slice(start, offset).trimStart();
}

type EditRange = NonNullable<CompletionList['itemDefaults']>['editRange'];

function rangeOf(edit: CompletionItem['textEdit'] | EditRange): Range | undefined {
  if (!edit || 'start' in edit) return edit;
  return 'range' in edit ? edit.range : edit.insert;
}

function wordStart(text: string, offset: number): number {
  return offset - (/[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
}

function compareTexts(a: CompletionItem, b: CompletionItem): number {
  const [first, second] = [a, b].map((item) => (item.sortText ?? item.label).toLowerCase());
  if (first === undefined || second === undefined || first === second) return 0;
  return first < second ? -1 : 1;
}
