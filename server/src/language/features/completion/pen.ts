import { span, type Span } from '../../base/span';
import type { KeySlot, Layout, ValueSlot } from '../../cursor/slot';

/** The text around an insertion at the cursor. */
export interface Frame {
  /** The replaced range: it is on one line and contains the cursor. */
  readonly range: Span;
  /** The text before and after: missing space, line break and indentation, dashes, brackets. */
  readonly lead: string;
  readonly tail: string;
  /** The quote that the user began with, or ''. */
  readonly quote: string;
}

/** How to write something at the cursor. */
export interface Pen extends Frame {
  /** The part of the word before the cursor, without quote. */
  readonly prefix: string;
  /** The part of the word after the cursor, without quote. */
  readonly after: string;
  readonly flow: boolean;
  /** Whether a mapping or a list may begin here; else it must begin on the next line. */
  readonly ownLine: boolean;
  /** The column of what begins here, or of the key if nothing may begin here. */
  readonly indent: number;
  /** The offset after the `:`, if the value must begin on the next line. */
  readonly from: number;
  readonly layout: Layout;
  /** For a key, whether the `:` already exists. */
  readonly colon: boolean;
}

/**
 * How a key or a value is written at a slot: all of its word is replaced.
 *
 * @param after the part of the word after the cursor, without the quote
 */
export function penOf(slot: KeySlot | ValueSlot, after = ''): Pen {
  const { span: range, lead, quote, prefix, flow, indent, layout } = slot;
  const place =
    slot.kind === 'key'
      ? { ownLine: true, from: range.start, colon: slot.colon }
      : { ownLine: slot.ownLine, from: slot.from, colon: false };
  return { range, lead, tail: '', quote, prefix, after, flow, indent, layout, ...place };
}

/** How to write a key before the one at the cursor: on its own line, or as its own entry. */
export function inFront(slot: KeySlot, offset: number): Pen {
  const { eol } = slot.layout;
  const tail = slot.flow ? ', ' : eol + ' '.repeat(slot.indent);
  return { ...penOf(slot), range: span(slot.span.start, offset), tail, colon: false };
}

/** The part of the word that is after the cursor, without the quote that closes it. */
export function restOfWord(slot: KeySlot | ValueSlot, text: string, offset: number): string {
  const { span: word, quote } = slot;
  const isClosed = quote !== '' && word.end > word.start + 1 && text.charAt(word.end - 1) === quote;
  return text.slice(offset, isClosed ? word.end - 1 : word.end);
}

/** How to write the keys of a mapping as a value. */
export function inMapping(pen: Pen): Pen {
  if (pen.flow) return { ...pen, lead: `${pen.lead}{`, tail: `}${pen.tail}` };
  return pen.ownLine ? pen : onNextLine(pen, pen.layout.unit, '');
}

/** How to write the first item of a list as a value. */
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
    // The space after the colon is removed with the line break.
    range: span(from, range.end),
    lead: `${layout.eol}${' '.repeat(indent)}${dash}`,
    indent: indent + dash.length,
    ownLine: true,
  };
}
