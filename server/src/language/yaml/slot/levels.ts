import { span, type Lines } from '../../base/span';
import type { Outline } from './outline';
import {
  dashesOf,
  itemTexts,
  keysOf,
  pathInto,
  propertyBefore,
  scopeOf,
  type Piece,
} from './piece';
import type { KeySlot, Layout, ValueSlot } from './types';

/** Where something can begin on a line: in `owner`, at `column`. */
interface Level {
  readonly owner: Piece;
  readonly column: number;
  /** What begins: a property, an item, or the first thing in a key or item that has no value yet. */
  readonly kind: 'key' | 'dash' | 'first';
}

/**
 * What can be written on an empty line. Of the mappings and lists that are open there, the one at the cursor's
 * column is meant, else the nearest to the left of it; the lines below must keep their meaning.
 */
export function blankLineSlot(
  outline: Outline,
  lines: Lines,
  offset: number,
  layout: Layout,
): KeySlot | ValueSlot {
  const { line, character } = lines.position(offset);
  const lineStart = lines.start(line);
  const level = levelAt(levelsAt(outline, lineStart), character, outline.root);
  const start = lineStart + Math.min(level.column, character);
  const written = {
    span: span(start, offset),
    prefix: '',
    quote: '',
    flow: false,
    layout,
  } as const;
  const lead = ' '.repeat(Math.max(0, level.column - character));
  const into = pathInto(level.owner);
  if (level.kind === 'key') {
    return {
      kind: 'key',
      ...into,
      ...written,
      lead,
      scope: scopeOf(level.owner),
      previous: propertyBefore(level.owner, offset),
      colon: false,
      indent: level.column,
    };
  }
  const value = { kind: 'value', ...written, ownLine: true, from: start } as const;
  if (level.kind === 'first') return { ...value, ...into, lead, items: [], indent: level.column };
  const index = dashesOf(level.owner).filter((dash) => dash.span.start < offset).length;
  return {
    ...value,
    path: [...into.path, index],
    scopes: [...into.scopes, new Map()],
    lead: `${lead}- `,
    items: itemTexts(level.owner),
    indent: level.column + 2,
  };
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

/** The level of what `holder` holds, of which nothing stands before the line. */
function levelIn(holder: Piece, next: Piece | undefined): Level {
  const existing = next && next.parent === holder ? levelOf(next) : undefined;
  return existing ?? { owner: holder, column: holder.column + 1, kind: 'first' };
}

/** The level that a piece stands at. A word among keys, or on a line of its own, counts as a key. */
function levelOf(piece: Piece): Level | undefined {
  const { parent, column, kind } = piece;
  if (!parent) return undefined;
  if (kind === 'dash') return { owner: parent, column, kind };
  if (kind === 'key' || !piece.inline) return { owner: parent, column, kind: 'key' };
  return keysOf(parent).some((key) => key.column === column)
    ? { owner: parent, column, kind: 'key' }
    : undefined;
}

/** Whether `next` still belongs to what it belongs to now if something is written at `level` above it. */
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
