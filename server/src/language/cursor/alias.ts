import { span, touches, type Lines, type Span } from '../base/span';
import { flowAt } from '../yaml/outline/flow';
import type { Outline, Piece } from '../yaml/outline/piece';

/** An alias that is written, with or without its name. */
export interface WrittenAlias {
  /** The `*` and the whole name, including the part after the cursor. */
  readonly span: Span;
  /** Whether a `<<` merges it, directly or in a list. */
  readonly merges: boolean;
}

const ALIAS = /\*[^\s,[\]{}]*$/;

/** The alias at `offset`; undefined in comments and texts, and if the `*` is a part of a word. */
export function aliasIn(
  text: string,
  lines: Lines,
  { pieces }: Outline,
  offset: number,
): WrittenAlias | undefined {
  const { line } = lines.position(offset);
  const lineStart = lines.start(line);
  const written = ALIAS.exec(text.slice(lineStart, offset));
  if (!written) return undefined;
  const start = lineStart + written.index;
  const rest = /^[^\s,[\]{}]*/.exec(text.slice(offset, lines.end(line)))?.[0] ?? '';
  const at = span(start, offset + rest.length);
  const piece = pieces.filter((one) => touches(one.span, start)).at(-1);
  if (piece?.kind === 'plain' && piece.span.start === start) {
    return { span: at, merges: isMergeKey(piece.parent) };
  }
  if (!piece?.flow) return undefined;
  const around = flowAt(piece.flow, start).reverse();
  const word = around
    .flatMap(([, { head, value }]) => [head, value])
    .find((node) => node && 'text' in node && node.span.start === start);
  if (!word) return undefined;
  // The nearest key decides; items of a list have none.
  const entry = around.find(([{ kind }]) => kind === 'mapping')?.[1];
  const key = entry?.head;
  const merges = entry ? key !== undefined && 'text' in key && key.text === '<<' : undefined;
  return { span: at, merges: merges ?? isMergeKey(piece.parent) };
}

/** Whether the content of this piece is merged: the value of a `<<`, or an item of its list. */
function isMergeKey(piece: Piece | undefined): boolean {
  const key = piece?.kind === 'dash' ? piece.parent : piece;
  return key?.kind === 'key' && key.text === '<<';
}
