import { span } from '../base/span';
import { isKey, keysOf, type Outline, type Piece } from '../yaml/outline/piece';
import { columnIn } from '../yaml/outline/scan';
import { itemPlace, itemTexts, pathInto, propertyBefore, scopeOf } from './place';
import type { KeySlot, ValueSlot } from './slot';
import { keySlot, valueSlot, type Writing } from './writing';

/** Where something can begin on a line: in `owner`, at `column`. */
interface Level {
  readonly owner: Piece;
  readonly column: number;
  /** What begins: a property, an item, or the first content of a key or item without a value. */
  readonly kind: 'key' | 'dash' | 'first';
}

/**
 * What can be written on an empty line. It belongs to the open mapping or list at the cursor's column, else to the
 * nearest one to the left. The lines below must keep their meaning.
 */
export function blankLineSlot(
  outline: Outline,
  offset: number,
  writing: Writing,
): KeySlot | ValueSlot {
  const { text, lines, tabWidth } = outline;
  const lineStart = lines.start(lines.position(offset).line);
  const column = columnIn(text, lineStart, offset, tabWidth);
  const { owner, kind, column: due } = levelAt(levelsAt(outline, lineStart), column, outline.root);
  const start = due < column ? Math.min(lineStart + due, offset) : offset;
  const lead = ' '.repeat(Math.max(0, due - column));
  const at = span(start, offset);
  switch (kind) {
    case 'key':
      return keySlot(pathInto(owner), writing.gap(at, lead), {
        scope: scopeOf(owner),
        previous: propertyBefore(owner, offset),
        colon: false,
        indent: due,
      });
    case 'first':
      return valueSlot(pathInto(owner), writing.gap(at, lead), {
        ownLine: true,
        indent: due,
        from: start,
      });
    case 'dash':
      return valueSlot(itemPlace(owner, offset), writing.gap(at, `${lead}- `), {
        items: itemTexts(owner),
        ownLine: true,
        indent: due + 2,
        from: start,
      });
  }
}

/** The levels open on the empty line at `offset`, the innermost first. */
function levelsAt({ root, pieces }: Outline, offset: number): Level[] {
  const before = pieces.filter((piece) => piece.span.start < offset).at(-1);
  const next = pieces.find((piece) => piece.span.start >= offset);
  const levels: Level[] = [];
  const holder = before === undefined ? root : isStructure(before) ? before : undefined;
  if (holder) levels.push(levelIn(holder, next));
  for (let piece = before; piece?.parent; piece = piece.parent) {
    const level = levelOf(piece);
    if (level) levels.push(level);
  }
  return next ? levels.filter((level) => fitsBefore(level, next)) : levels;
}

/** The level of the content of `holder`, which has no content before the line. */
function levelIn(holder: Piece, next: Piece | undefined): Level {
  const existing = next && next.parent === holder ? levelOf(next) : undefined;
  return existing ?? { owner: holder, column: holder.column + 1, kind: 'first' };
}

/** The level of a piece. A word among keys, or on a line of its own, counts as a key. */
function levelOf(piece: Piece): Level | undefined {
  const { parent, column, kind } = piece;
  if (!parent) return undefined;
  if (kind === 'dash') return { owner: parent, column, kind };
  if (isKey(piece) || !piece.inline) return { owner: parent, column, kind: 'key' };
  return keysOf(parent).some((key) => key.column === column)
    ? { owner: parent, column, kind: 'key' }
    : undefined;
}

/** Whether `next` keeps its owner if something is written at `level` above it. */
function fitsBefore(level: Level, next: Piece): boolean {
  if (level.column !== next.column) return level.column > next.column;
  return level.owner === next.parent || level.kind === 'dash';
}

function levelAt(levels: readonly Level[], column: number, root: Piece): Level {
  const exact = levels.filter((level) => level.column === column && level.kind !== 'first');
  const property = exact.find((level) => level.kind === 'key') ?? exact[0];
  if (property) return property;
  const left = levels.find((level) => level.column <= column) ?? levels.at(-1);
  if (!left) return { owner: root, column: 0, kind: 'first' };
  return left.kind === 'first' && left.owner !== root && left.column < column
    ? { ...left, column }
    : left;
}

const isStructure = (piece: Piece) => piece.kind === 'key' || piece.kind === 'dash';
