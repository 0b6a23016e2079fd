import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Position,
} from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { sameName } from '../names/same-name';
import { toRange } from '../base/lsp-range';

/** The places in the file of the name at the cursor (`textDocument/documentHighlight`). */
export function documentHighlights(analysis: Analysis, position: Position): DocumentHighlight[] {
  const { lines } = analysis.tree;
  return sameName(analysis, position).map(({ span, role, sets }) => ({
    range: toRange(span, lines),
    kind: role === 'declaration' || sets ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
