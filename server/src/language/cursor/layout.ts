import type { Piece } from '../yaml/outline/piece';
import type { Layout } from './slot';

/** How the pieces of a file are indented; two columns if the file does not show it. */
export function layoutOf(text: string, pieces: readonly Piece[]): Layout {
  const unit = indentOf('key', pieces, 1) ?? 2;
  return {
    unit,
    listIndent: indentOf('dash', pieces, 0) ?? unit,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The distance in columns from a key to its first piece of this kind, to the right. */
function indentOf(
  kind: Piece['kind'],
  pieces: readonly Piece[],
  least: number,
): number | undefined {
  for (const piece of pieces) {
    const indent = piece.column - (piece.parent?.column ?? 0);
    if (piece.kind === kind && piece.parent?.kind === 'key' && indent >= least) return indent;
  }
  return undefined;
}
