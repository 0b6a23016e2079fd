import type { Span } from '../base/span';

export type Step = string | number;

/** The properties of a mapping as far as they stand there: for each key the text of its scalar, if it has one. */
export type Scope = ReadonlyMap<string, string | undefined>;

/** How the file is laid out, in columns. */
export interface Layout {
  /** By how much a mapping stands to the right of its key. */
  readonly unit: number;
  /** By how much a list stands to the right of its key; 0 where both begin at the same column. */
  readonly listIndent: number;
  readonly eol: string;
}

/** Where in the document something is written. */
export interface Place {
  /** From the root to the mapping in which a key is written, or to the value or text that is written. */
  readonly path: readonly Step[];
  /** For each step of `path` the mapping that it leads out of; for the item of a list an empty one. */
  readonly scopes: readonly Scope[];
}

/** What is written at the cursor, as text. */
export interface Written {
  /** What is written anew: the whole word that the cursor is in, with its quotes. It lies on the cursor's line. */
  readonly span: Span;
  /** The part of the word before the cursor, without quote. */
  readonly prefix: string;
  /** The quote that the word begins with, or ''. */
  readonly quote: '' | '"' | "'";
  /** What is missing in front of the word: a space after `:`, indentation, the `- ` of a new item. */
  readonly lead: string;
  readonly flow: boolean;
  readonly layout: Layout;
}

/** A property's name is written. */
export interface KeySlot extends Place, Written {
  readonly kind: 'key';
  /** The other properties of the mapping, before and after the cursor. */
  readonly scope: Scope;
  /** The property that is written before it; undefined where it is the first. */
  readonly previous: string | undefined;
  /** Whether the `:` is there already. */
  readonly colon: boolean;
  /** The column of the mapping's keys. */
  readonly indent: number;
}

/** The value of a property, the item of a list or the root of the document is written. */
export interface ValueSlot extends Place, Written {
  readonly kind: 'value';
  /** The texts of the other items, where it is the item of a list. */
  readonly items: readonly string[];
  /** Whether a mapping or a list may begin right here; behind `key: ` it has to begin on the next line. */
  readonly ownLine: boolean;
  /** Where it may begin right here its column, else the column of the key. */
  readonly indent: number;
  /** Offset behind the `:` or `-` that introduces the value; where nothing does, the start of `span`. */
  readonly from: number;
}

/** A text that runs over several lines is written. */
export interface TextSlot extends Place {
  readonly kind: 'text';
}

/** Nothing that the document's structure knows: a comment, a gap, the header of a block of text. */
export interface NoSlot {
  readonly kind: 'none';
}

export type Slot = KeySlot | ValueSlot | TextSlot | NoSlot;

export const NO_SLOT: NoSlot = { kind: 'none' };
