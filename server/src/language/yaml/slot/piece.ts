import type { Span } from '../../base/span';
import type { FlowCollection } from './flow';
import type { Scope, Step } from './types';

/**
 * A piece of block structure. Keys and dashes hold what belongs to them: a mapping is the keys among the
 * children of a piece, a list its dashes, and everything else is content.
 */
export interface Piece {
  readonly kind: 'root' | 'key' | 'dash' | 'plain' | 'quoted' | 'flow' | 'block';
  /** The width of what stands to the left of it on its line; -1 for the root. */
  readonly column: number;
  /** A key or word with its quotes; of a text in several lines or a flow collection the whole. */
  readonly span: Span;
  /** Of a key or word the text without quotes. */
  readonly text: string;
  /** Of a key the offset of its `:`. */
  readonly colon?: number;
  readonly flow?: FlowCollection;
  /** Whether it stands on the line on which its parent begins. */
  readonly inline: boolean;
  readonly parent?: Piece;
  readonly children: Piece[];
}

export const keysOf = (piece: Piece) => piece.children.filter(({ kind }) => kind === 'key');
export const dashesOf = (piece: Piece) => piece.children.filter(({ kind }) => kind === 'dash');

/** The keys and dashes around a piece, from the outermost to the piece itself if it is one. */
function structureAbove(piece: Piece): Piece[] {
  const pieces: Piece[] = [];
  for (let current: Piece | undefined = piece; current; current = current.parent) {
    if (current.kind === 'key' || current.kind === 'dash') pieces.push(current);
  }
  return pieces.reverse();
}

/** The path to the value that stands in `piece`, a key or dash, and the scopes of its steps. */
export function pathInto(piece: Piece): { path: readonly Step[]; scopes: readonly Scope[] } {
  const pieces = structureAbove(piece);
  return {
    path: pieces.map(stepOf),
    scopes: pieces.map((step) =>
      step.parent && step.kind === 'key' ? scopeOf(step.parent) : new Map(),
    ),
  };
}

/** The properties of the mapping in `piece`, without the one whose key is `except`. */
export function scopeOf(piece: Piece, except?: Piece): Scope {
  const keys = keysOf(piece).filter((key) => key !== except);
  return new Map(keys.map((key) => [key.text, scalarText(key)]));
}

/** The last property of the mapping in `piece` that begins before `offset`. */
export function propertyBefore(piece: Piece, offset: number): string | undefined {
  return keysOf(piece)
    .filter((key) => key.span.start < offset)
    .at(-1)?.text;
}

/** The texts of the list in `piece`, without the item of `except`. */
export function itemTexts(piece: Piece, except?: Piece): string[] {
  const dashes = dashesOf(piece).filter((dash) => dash !== except);
  return dashes.flatMap((dash) => scalarText(dash) ?? []);
}

function stepOf(piece: Piece): Step {
  return piece.kind === 'key' || !piece.parent ? piece.text : dashesOf(piece.parent).indexOf(piece);
}

function scalarText(piece: Piece): string | undefined {
  const [child] = piece.children;
  return child?.kind === 'plain' || child?.kind === 'quoted' ? child.text : undefined;
}
