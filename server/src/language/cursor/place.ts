import { dashesOf, isKey, isWord, keysOf, type Piece } from '../yaml/outline/piece';
import type { Place, Scope, Step } from './slot';

/** The keys and dashes around a piece, from the outermost to the piece itself if it is one. */
function structureAbove(piece: Piece): Piece[] {
  const pieces: Piece[] = [];
  for (let current: Piece | undefined = piece; current; current = current.parent) {
    if (current.kind === 'key' || current.kind === 'dash') pieces.push(current);
  }
  return pieces.reverse();
}

/** The path to the value in `piece`, a key or dash, and the scopes of its steps. */
export function pathInto(piece: Piece): Place {
  const pieces = structureAbove(piece);
  return {
    path: pieces.map(stepOf),
    scopes: pieces.map((step) =>
      step.parent && step.kind === 'key' ? scopeOf(step.parent) : new Map(),
    ),
  };
}

/** The place of the item of the list in `piece` that begins at or after `offset`. */
export function itemPlace(piece: Piece, offset: number): Place {
  const { path, scopes } = pathInto(piece);
  const index = dashesOf(piece).filter((dash) => dash.span.start < offset).length;
  return { path: [...path, index], scopes: [...scopes, new Map()] };
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
  if (isKey(piece) || !piece.parent) return piece.text;
  return dashesOf(piece.parent).indexOf(piece);
}

function scalarText(piece: Piece): string | undefined {
  const [child] = piece.children;
  return child && isWord(child) ? child.text : undefined;
}
