import { span, type Span } from '../../span';
import type { KeySlot, Layout, ValueSlot } from '../../yaml/slot';

/** What is around a text that is written where the cursor is. */
export interface Frame {
  /** What is replaced: it lies on one line and contains the cursor. */
  readonly range: Span;
  /** What comes in front and behind: missing space, line break and indentation, dashes, brackets. */
  readonly lead: string;
  readonly tail: string;
  /** The quote that the user began with, or ''. */
  readonly quote: string;
}

/** How something is written where the cursor is. */
export interface Pen extends Frame {
  /** The part of the word before the cursor, without quote. */
  readonly prefix: string;
  readonly flow: boolean;
  /** Whether a mapping or a list may begin right here; else it has to on the next line. */
  readonly ownLine: boolean;
  /** The column of what begins here; where nothing may, that of the key. */
  readonly indent: number;
  /** Where the next line has to begin that way, the offset behind the `:`. */
  readonly from: number;
  readonly layout: Layout;
  /** Of a key, whether the `:` is there already. */
  readonly colon: boolean;
}

export function penOf(slot: KeySlot | ValueSlot): Pen {
  const { span: range, lead, quote, prefix, flow, indent, layout } = slot;
  const place =
    slot.kind === 'key'
      ? { ownLine: true, from: range.start, colon: slot.colon }
      : { ownLine: slot.ownLine, from: slot.from, colon: false };
  return { range, lead, tail: '', quote, prefix, flow, indent, layout, ...place };
}

/** How the keys of a mapping are written where its value stands. */
export function inMapping(pen: Pen): Pen {
  if (pen.flow) return { ...pen, lead: `${pen.lead}{`, tail: `}${pen.tail}` };
  return pen.ownLine ? pen : onNextLine(pen, pen.layout.unit, '');
}

/** How the first item of a list is written where its value stands. */
export function inList(pen: Pen): Pen {
  if (pen.flow) return { ...pen, lead: `${pen.lead}[`, tail: `]${pen.tail}` };
  if (!pen.ownLine) return onNextLine(pen, pen.layout.listIndent, '- ');
  return { ...pen, lead: `${pen.lead}- `, indent: pen.indent + 2 };
}

function onNextLine(pen: Pen, by: number, dash: string): Pen {
  const { range, layout, from } = pen;
  const indent = pen.indent + by;
  return {
    ...pen,
    // The space behind the colon goes away with the line break.
    range: span(from, range.end),
    lead: `${layout.eol}${' '.repeat(indent)}${dash}`,
    indent: indent + dash.length,
    ownLine: true,
  };
}
