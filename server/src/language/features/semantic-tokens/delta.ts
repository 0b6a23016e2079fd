import type { SemanticTokensEdit } from 'vscode-languageserver-types';

/** The number of integers per token. */
const TOKEN = 5;

/**
 * The edits that change `before` into `after`, both packed as in LSP (`textDocument/semanticTokens/full/delta`): one
 * edit of the tokens between the common beginning and end, or none. Positions are relative, so a typed letter changes
 * one or two tokens.
 */
export function tokenEdits(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  const start = sameNumbers(shorter, (index) => before[index] === after[index]);
  const rest = shorter - start;
  const end = sameNumbers(rest, (index) => before.at(-1 - index) === after.at(-1 - index));
  const deleteCount = before.length - start - end;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** How many of the first `most` integers are the same, in whole tokens. */
function sameNumbers(most: number, isSame: (index: number) => boolean): number {
  let count = 0;
  while (count < most && isSame(count)) count++;
  return count - (count % TOKEN);
}
