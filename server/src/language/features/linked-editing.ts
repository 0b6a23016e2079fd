import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { AtPosition } from '../base/at-position';
import { sameName } from '../names/same-name';
import { toRange } from '../base/lsp-range';

/** `LinkedEditingRanges` of LSP. */
export interface LinkedRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** An anchor and its aliases, which are typed as one (`textDocument/linkedEditingRange`). */
export function linkedEditing(analysis: Analysis, { position }: AtPosition): LinkedRanges | null {
  const names = sameName(analysis, position).filter(({ kind }) => kind === 'anchor');
  const declarations = names.filter(({ role }) => role === 'declaration').length;
  // An alias without an anchor is not known to be the name of anything.
  if (declarations !== 1 || names.length < 2) return null;
  const { lines } = analysis.tree;
  return {
    ranges: names.map(({ span }) => toRange(span, lines)),
    wordPattern: '[^\\s\\[\\]{},:*&]+',
  };
}
