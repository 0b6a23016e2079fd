import { span, touches, type Lines } from '../base/span';
import { aliasIn, type WrittenAlias } from './slot/alias';
import { flowSlot } from './slot/flow-slot';
import { isInside } from './slot/flow';
import { layoutOf } from './slot/layout';
import { blankLineSlot } from './slot/levels';
import { readOutline, type Outline } from './slot/outline';
import {
  dashesOf,
  itemTexts,
  keysOf,
  pathInto,
  propertyBefore,
  scopeOf,
  type Piece,
} from './slot/piece';
import { NO_SLOT, type KeySlot, type Layout, type Slot, type ValueSlot } from './slot/types';
import { MAX_TEXT_LENGTH } from './parse';
import type { Tree } from './tree';

export type { KeySlot, Layout, Scope, Slot, Step, ValueSlot } from './slot/types';

/** Tells for a text where the cursor is. What it has read of the text is kept for the next question. */
export class Slots {
  /** The outlines of the documents in the text, by their first line. */
  private readonly outlines = new Map<number, Outline>();

  constructor(private readonly tree: Pick<Tree, 'text' | 'lines'>) {}

  /**
   * What is being written at `offset`, a UTF-16 offset into the text. The answer rests on the lines and their
   * indentation rather than on the tree, so that it is right in unfinished text as well. Where the file holds
   * several documents, the one around the cursor counts.
   */
  at(offset: number): Slot {
    const { text, lines } = this.tree;
    const line = lines.position(offset).line;
    if (text.length > MAX_TEXT_LENGTH || isMarker(text, lines, line)) return NO_SLOT;
    const outline = this.outlineAround(line);
    const isInComment = outline.comments.some(({ start, end }) => start < offset && offset <= end);
    const slot = isInComment ? NO_SLOT : new SlotFinder(text, lines, outline).find(offset);
    return 'span' in slot && slot.span.end - slot.span.start > LONGEST_WORD ? NO_SLOT : slot;
  }

  /** The alias that is being written at `offset`, such as `*` alone, or undefined. */
  aliasAt(offset: number): WrittenAlias | undefined {
    const { text, lines } = this.tree;
    const { line } = lines.position(offset);
    if (text.length > MAX_TEXT_LENGTH || isMarker(text, lines, line)) return undefined;
    return aliasIn(text, lines, this.outlineAround(line), offset);
  }

  private outlineAround(line: number): Outline {
    const { text, lines } = this.tree;
    let from = line;
    while (from > 0 && !isMarker(text, lines, from - 1)) from--;
    const known = this.outlines.get(from);
    if (known) return known;
    let to = line + 1;
    while (to < lines.count && !isMarker(text, lines, to)) to++;
    const outline = readOutline(text, lines, from, to);
    this.outlines.set(from, outline);
    return outline;
  }
}

/** Characters of a word that is being written; nothing completes a longer one. */
const LONGEST_WORD = 10_000;

const MARKER = /^(?:---|\.\.\.)(?=\s|$)|^%/;

/** Whether the line separates documents or is a directive. */
function isMarker(text: string, lines: Lines, line: number): boolean {
  const start = lines.start(line);
  return MARKER.test(text.slice(start, start + 4));
}

class SlotFinder {
  private readonly layout: Layout;

  constructor(
    private readonly text: string,
    private readonly lines: Lines,
    private readonly outline: Outline,
  ) {
    this.layout = layoutOf(text, outline.pieces);
  }

  find(offset: number): Slot {
    const { line } = this.lines.position(offset);
    const before = this.outline.pieces.filter((piece) => piece.span.start <= offset);
    const piece = before.at(-1);
    if (piece && touches(piece.span, offset)) {
      const slot = this.inPiece(piece, offset);
      if (slot) return slot;
    }
    const content = this.text.slice(this.lines.start(line), this.lines.end(line));
    const behind = this.text.slice(offset, this.lines.end(line));
    // A comment farther behind stays where it is.
    if (/^[ \t]*$/.test(content) || (/^[ \t]*#/.test(content) && /^[ \t]/.test(behind))) {
      return blankLineSlot(this.outline, this.lines, offset, this.layout);
    }
    return this.behind(piece, offset);
  }

  /** The slot in a piece that the cursor touches; undefined where the cursor is beside the piece after all. */
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
      parent && {
        kind: 'key',
        ...pathInto(parent),
        scope: scopeOf(parent, piece),
        previous: propertyBefore(parent, piece.span.start),
        ...this.written(piece, offset),
        colon: piece.kind === 'key',
        indent: piece.column,
      }
    );
  }

  private word(piece: Piece, offset: number): Slot | undefined {
    const { parent, span: range } = piece;
    if (!parent) return undefined;
    if (this.lines.position(range.start).line !== this.lines.position(range.end).line) {
      return { kind: 'text', ...pathInto(parent) };
    }
    if (piece.kind === 'plain' && piece.text.startsWith('*')) return NO_SLOT;
    const inline = parent.kind === 'key' && piece.inline;
    if (!inline && keysOf(parent).length > 0) return this.key(piece, offset);
    const dashes = dashesOf(parent);
    if (dashes.length > 0) {
      const index = dashes.filter((dash) => dash.span.start < range.start).length;
      const { path, scopes } = pathInto(parent);
      return {
        kind: 'value',
        path: [...path, index],
        scopes: [...scopes, new Map()],
        ...this.written(piece, offset),
        lead: '- ',
        items: itemTexts(parent),
        ownLine: true,
        indent: piece.column + 2,
        from: range.start,
      };
    }
    return {
      kind: 'value',
      ...pathInto(parent),
      ...this.written(piece, offset),
      items: otherItems(parent),
      ownLine: !inline,
      indent: inline ? parent.column : piece.column,
      from: inline || parent.kind === 'dash' ? endOfIntroduction(parent) : range.start,
    };
  }

  private written(piece: Piece, offset: number) {
    const quote = quoteOf(this.text.charAt(piece.span.start));
    return {
      span: piece.span,
      prefix: this.text.slice(
        piece.span.start + quote.length,
        Math.max(offset, piece.span.start + quote.length),
      ),
      quote,
      lead: '',
      flow: false,
      layout: this.layout,
    };
  }

  private flow(piece: Piece, offset: number): Slot | undefined {
    const { flow, parent } = piece;
    if (!flow || !parent || !isInside(flow, offset)) return NO_SLOT;
    return flowSlot(flow, this.text, offset, { ...pathInto(parent), layout: this.layout });
  }

  private block(piece: Piece, offset: number): Slot | undefined {
    const { parent } = piece;
    const position = this.lines.position(offset);
    if (!parent || position.line === this.lines.position(piece.span.start).line) return NO_SLOT;
    const line = this.text.slice(this.lines.start(position.line), this.lines.end(position.line));
    const outside = line.trim() === '' && position.character <= parent.column;
    return outside ? undefined : { kind: 'text', ...pathInto(parent) };
  }

  /** The slot behind the last piece of the cursor's line: the value of a key or dash that has none yet. */
  private behind(piece: Piece | undefined, offset: number): Slot {
    if (!piece || (piece.kind !== 'key' && piece.kind !== 'dash')) return NO_SLOT;
    const from = endOfIntroduction(piece);
    const line = this.lines.position(offset).line;
    if (offset < from || line !== this.lines.position(from).line) return NO_SLOT;
    if (
      this.text
        .slice(from, this.lines.end(line))
        .replace(/(^|\s)#.*/, '')
        .trim() !== ''
    )
      return NO_SLOT;
    const lead = offset === from ? ' ' : '';
    const column = this.lines.position(offset).character + lead.length;
    const [child] = piece.children;
    const written = {
      span: span(offset, offset),
      prefix: '',
      quote: '',
      lead,
      flow: false,
      layout: this.layout,
    } as const;
    if (child) {
      const joins = piece.kind === 'dash' && child.kind === 'key' && child.column === column;
      if (!joins) return NO_SLOT;
      return {
        kind: 'key',
        ...pathInto(piece),
        scope: scopeOf(piece),
        previous: propertyBefore(piece, offset),
        ...written,
        colon: false,
        indent: column,
      };
    }
    return {
      kind: 'value',
      ...pathInto(piece),
      ...written,
      items: otherItems(piece),
      ownLine: piece.kind === 'dash',
      indent: piece.kind === 'dash' ? column : piece.column,
      from,
    };
  }
}

/** Offset behind the `:` of a key or the `-` of an item. */
function endOfIntroduction(piece: Piece): number {
  return piece.colon === undefined ? piece.span.end : piece.colon + 1;
}

function otherItems(piece: Piece): string[] {
  return piece.kind === 'dash' && piece.parent ? itemTexts(piece.parent, piece) : [];
}

function quoteOf(char: string): ValueSlot['quote'] {
  return char === '"' || char === "'" ? char : '';
}
