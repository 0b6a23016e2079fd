import { touches, type Lines } from '../base/span';
import { isInside } from '../yaml/outline/flow';
import { dashesOf, isKey, keysOf, type Outline, type Piece } from '../yaml/outline/piece';
import { isMarker } from '../yaml/outline/scan';
import { MAX_TEXT_LENGTH } from '../yaml/parse';
import type { Tree } from '../yaml/tree';
import { aliasIn, type WrittenAlias } from './alias';
import { blankLineSlot } from './blank-line';
import { flowSlot } from './flow-slot';
import { layoutOf } from './layout';
import { itemPlace, itemTexts, pathInto, propertyBefore, scopeOf } from './place';
import { NO_SLOT, type KeySlot, type Slot } from './slot';
import { keySlot, valueSlot, Writing } from './writing';

/**
 * What is being written at `offset`, a UTF-16 offset into the text. The answer depends on the lines and their
 * indentation, so it is right in unfinished text as well. If the file has several documents, the one around the cursor
 * is used.
 */
export function slotIn(tree: Tree, offset: number): Slot {
  const outline = outlineAt(tree, offset);
  if (!outline) return NO_SLOT;
  const isInComment = outline.comments.some(({ start, end }) => start < offset && offset <= end);
  const slot = isInComment ? NO_SLOT : new SlotFinder(tree, outline).find(offset);
  return 'span' in slot && slot.span.end - slot.span.start > LONGEST_WORD ? NO_SLOT : slot;
}

/** The alias that is being written at `offset`, such as `*` alone, or undefined. */
export function writtenAlias(tree: Tree, offset: number): WrittenAlias | undefined {
  const outline = outlineAt(tree, offset);
  return outline && aliasIn(tree.text, tree.lines, outline, offset);
}

/** Undefined between documents, and in a text that is too long. */
function outlineAt({ text, lines, outlines }: Tree, offset: number): Outline | undefined {
  const { line } = lines.position(offset);
  if (text.length > MAX_TEXT_LENGTH || isMarker(text, lines, line)) return undefined;
  return outlines.around(line);
}

/** Maximum characters of a word that is being written; longer words have no completion. */
const LONGEST_WORD = 10_000;

class SlotFinder {
  private readonly text: string;
  private readonly lines: Lines;
  private readonly writing: Writing;

  constructor(
    { text, lines }: Tree,
    private readonly outline: Outline,
  ) {
    this.text = text;
    this.lines = lines;
    this.writing = new Writing(text, layoutOf(text, outline.pieces));
  }

  find(offset: number): Slot {
    const { line } = this.lines.position(offset);
    const piece = this.outline.pieces.filter(({ span }) => span.start <= offset).at(-1);
    if (piece && touches(piece.span, offset)) {
      const slot = this.inPiece(piece, offset);
      if (slot) return slot;
    }
    const content = this.text.slice(this.lines.start(line), this.lines.end(line));
    const rest = this.text.slice(offset, this.lines.end(line));
    // A comment farther right stays where it is.
    if (/^[ \t]*$/.test(content) || (/^[ \t]*#/.test(content) && /^[ \t]/.test(rest))) {
      return blankLineSlot(this.outline, offset, this.writing);
    }
    return this.after(piece, offset);
  }

  /** The slot in a piece that the cursor touches; undefined if the cursor is only beside the piece. */
  private inPiece(piece: Piece, offset: number): Slot | undefined {
    switch (piece.kind) {
      case 'key':
        return this.key(piece, offset);
      case 'plain':
      case 'quoted':
        return this.word(piece, offset);
      case 'flow':
        return this.flow(piece, offset);
      case 'block':
        return this.block(piece, offset);
      default:
        return undefined;
    }
  }

  private key(piece: Piece, offset: number): KeySlot | undefined {
    const { parent } = piece;
    return (
      parent &&
      keySlot(pathInto(parent), this.writing.word(piece.span, offset), {
        scope: scopeOf(parent, piece),
        previous: propertyBefore(parent, piece.span.start),
        colon: piece.colon !== undefined,
        indent: piece.column,
      })
    );
  }

  private word(piece: Piece, offset: number): Slot | undefined {
    const { parent, span: range } = piece;
    if (!parent) return undefined;
    if (this.lines.position(range.start).line !== this.lines.position(range.end).line) {
      return { kind: 'text', ...pathInto(parent) };
    }
    if (piece.kind === 'plain' && piece.text.startsWith('*')) return NO_SLOT;
    const inline = isKey(parent) && piece.inline;
    if (!inline && keysOf(parent).length > 0) return this.key(piece, offset);
    if (dashesOf(parent).length > 0) {
      return valueSlot(
        itemPlace(parent, range.start),
        this.writing.word(range, offset, { lead: '- ' }),
        {
          items: itemTexts(parent),
          ownLine: true,
          indent: piece.column + 2,
          from: range.start,
        },
      );
    }
    return valueSlot(pathInto(parent), this.writing.word(range, offset), {
      items: otherItems(parent),
      ownLine: !inline,
      indent: inline ? parent.column : piece.column,
      from: inline || parent.kind === 'dash' ? endOfIntroduction(parent) : range.start,
    });
  }

  private flow({ flow, parent }: Piece, offset: number): Slot | undefined {
    if (!flow || !parent || !isInside(flow, offset)) return NO_SLOT;
    return flowSlot(flow, this.text, offset, pathInto(parent), this.writing);
  }

  private block({ span: at, parent }: Piece, offset: number): Slot | undefined {
    const position = this.lines.position(offset);
    if (!parent || position.line === this.lines.position(at.start).line) return NO_SLOT;
    const line = this.text.slice(this.lines.start(position.line), this.lines.end(position.line));
    const outside = line.trim() === '' && position.character <= parent.column;
    return outside ? undefined : { kind: 'text', ...pathInto(parent) };
  }

  /** The slot after the last piece of the cursor's line: the value of a key or dash without a value. */
  private after(piece: Piece | undefined, offset: number): Slot {
    if (!piece || !isIntroduced(piece)) return NO_SLOT;
    const from = endOfIntroduction(piece);
    const { line, character } = this.lines.position(offset);
    if (offset < from || line !== this.lines.position(from).line) return NO_SLOT;
    const rest = this.text.slice(from, this.lines.end(line));
    if (rest.replace(/(^|\s)#.*/, '').trim() !== '') return NO_SLOT;
    const lead = offset === from ? ' ' : '';
    const column = character + lead.length;
    const written = this.writing.gapAt(offset, lead);
    const [child] = piece.children;
    if (child) {
      const joins = piece.kind === 'dash' && isKey(child) && child.column === column;
      if (!joins) return NO_SLOT;
      return keySlot(pathInto(piece), written, {
        scope: scopeOf(piece),
        previous: propertyBefore(piece, offset),
        colon: false,
        indent: column,
      });
    }
    return valueSlot(pathInto(piece), written, {
      items: otherItems(piece),
      ownLine: piece.kind === 'dash',
      indent: piece.kind === 'dash' ? column : piece.column,
      from,
    });
  }
}

/** Whether a value can follow on the line: after a dash, or a key with its colon. */
function isIntroduced(piece: Piece): boolean {
  return piece.kind === 'dash' || (isKey(piece) && piece.colon !== undefined);
}

/** The offset after the `:` of a key or the `-` of an item. */
function endOfIntroduction(piece: Piece): number {
  return piece.colon === undefined ? piece.span.end : piece.colon + 1;
}

function otherItems(piece: Piece): string[] {
  return piece.kind === 'dash' && piece.parent ? itemTexts(piece.parent, piece) : [];
}
