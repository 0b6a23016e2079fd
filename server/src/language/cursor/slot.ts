import type { Span } from '../base/span';

export type Step = string | number;

/** The properties that a mapping has: for each key the text of its scalar, if it has one. */
export type Scope = ReadonlyMap<string, string | undefined>;

/** How the file is laid out, in columns. */
export interface Layout {
  /** The indentation of a mapping under its key. */
  readonly unit: number;
  /** The indentation of a list under its key; 0 if both begin at the same column. */
  readonly listIndent: number;
  readonly eol: string;
}

/** Where in the document something is written. */
export interface Place {
  /** From the root to the mapping in which a key is written, or to the value or text that is written. */
  readonly path: readonly Step[];
  /** The mapping that contains each step of `path`; an empty one for the item of a list. */
  readonly scopes: readonly Scope[];
}

/** What is written at the cursor, as text. */
export interface Written {
  /** The replaced range: the whole word at the cursor, with its quotes. It is on the cursor's line. */
  readonly span: Span;
  /** The part of the word before the cursor, without the quote. */
  readonly prefix: string;
  /** The quote that the word begins with, or ''. */
  readonly quote: '' | '"' | "'";
  /** What is missing before the word: a space after `:`, indentation, the `- ` of a new item. */
  readonly lead: string;
  readonly flow: boolean;
  readonly layout: Layout;
}

/** A property's name is written. */
export interface KeySlot extends Place, Written {
  readonly kind: 'key';
  /** The other properties of the mapping, before and after the cursor. */
  readonly scope: Scope;
  /** The property before it; undefined if it is the first. */
  readonly previous: string | undefined;
  /** Whether the `:` already exists. */
  readonly colon: boolean;
  /** The column of the mapping's keys. */
  readonly indent: number;
}

/** The value of a property, the item of a list or the root of the document is written. */
export interface ValueSlot extends Place, Written {
  readonly kind: 'value';
  /** The texts of the other items, if it is the item of a list. */
  readonly items: readonly string[];
  /** Whether a mapping or a list may begin here; after `key: ` it must begin on the next line. */
  readonly ownLine: boolean;
  /** Its column if it may begin here, else the column of the key. */
  readonly indent: number;
  /** Offset after the `:` or `-` that introduces the value; if there is neither, the start of `span`. */
  readonly from: number;
}

/** A text of several lines is written. */
export interface TextSlot extends Place {
  readonly kind: 'text';
}

/** A place outside of the document's structure: a comment, a gap, the header of a block of text. */
export interface NoSlot {
  readonly kind: 'none';
}

export type Slot = KeySlot | ValueSlot | TextSlot | NoSlot;

export const NO_SLOT: NoSlot = { kind: 'none' };
