import type { CompletionItem, Range } from 'vscode-languageserver-types';
import type { Lines } from '../../../server/src/language/base/span';
import { fuzzyScore } from './fuzzy';

/**
 * The place of the first item labelled `wanted` in the list that VS Code shows at `offset`, from 1 on: filtered by the
 * typed text, ordered by the quality of the match, then by `sortText`. Undefined if it is not in the list.
 */
export function rankOf(
  items: readonly CompletionItem[],
  wanted: string,
  text: string,
  offset: number,
  lines: Lines,
): number | undefined {
  const shown = items.flatMap((item, index) => {
    const word = wordBefore(item, text, offset, lines);
    const score = fuzzyScore(word, item.filterText ?? item.label);
    return score === undefined ? [] : [{ item, index, score }];
  });
  shown.sort((a, b) => b.score - a.score || compareTexts(a.item, b.item) || a.index - b.index);
  const found = shown.findIndex(({ item }) => item.label === wanted);
  return found < 0 ? undefined : found + 1;
}

/** The text that the item replaces up to the cursor, without white space before it. */
function wordBefore(item: CompletionItem, text: string, offset: number, lines: Lines): string {
  const range = rangeOf(item);
  const start = range ? lines.offset(range.start) : wordStart(text, offset);
  return text.slice(start, offset).trimStart();
}

function rangeOf({ textEdit }: CompletionItem): Range | undefined {
  if (!textEdit) return undefined;
  return 'range' in textEdit ? textEdit.range : textEdit.insert;
}

function wordStart(text: string, offset: number): number {
  return offset - (/[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
}

function compareTexts(a: CompletionItem, b: CompletionItem): number {
  const [first, second] = [a, b].map((item) => (item.sortText ?? item.label).toLowerCase());
  if (first === undefined || second === undefined || first === second) return 0;
  return first < second ? -1 : 1;
}
