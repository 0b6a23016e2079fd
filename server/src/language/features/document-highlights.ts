import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { AtPosition } from '../base/at-position';
import { sameName } from '../names/same-name';
import { toRange } from '../base/lsp-range';

/** The places in the file of the name at the cursor (`textDocument/documentHighlight`). */
export function documentHighlights(
  analysis: Analysis,
  { position }: AtPosition,
): DocumentHighlight[] {
  const { lines } = analysis.tree;
  return sameName(analysis, position).map(({ span, role, sets }) => ({
    range: toRange(span, lines),
    kind: role === 'declaration' || sets ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
