import type { Lines, Span } from '../../base/span';
import type { Properties } from '../draft';
import type { FlowCollection } from './flow';

/** The block structure of one document, as its lines and their indentation tell it. */
export interface Outline {
  readonly text: string;
  readonly lines: Lines;
  readonly root: Piece;
  /** In the order of the text, without the root. */
  readonly pieces: readonly Piece[];
  readonly comments: readonly Span[];
  /** Columns that a tab in the indentation counts for. */
  readonly tabWidth: number;
}

/**
 * A piece of block structure. Keys and dashes hold what belongs to them: a mapping is the keys among the
 * children of a piece, a list its dashes, and everything else is content.
 */
export interface Piece {
  readonly kind: 'root' | 'key' | 'dash' | 'plain' | 'quoted' | 'flow' | 'block';
  /** The width of what is to the left of it on its line; -1 for the root. */
  readonly column: number;
  /** A key or word with its quotes; of a text in several lines or a flow collection the whole. */
  readonly span: Span;
  /** Of a key or word the text without quotes. */
  readonly text: string;
  /** Of a key the offset of its `:`; absent for a word that something belongs to, the colon of which is missing. */
  readonly colon: number | undefined;
  readonly flow: FlowCollection | undefined;
  /** Its anchor and tag. */
  readonly properties: Properties | undefined;
  /** The anchor and tag of what it holds, where they end their line (`key: &name`). */
  readonly held: Properties | undefined;
  /** Whether it is on the line on which its parent begins. */
  readonly inline: boolean;
  /** Absent for the root only. */
  readonly parent: Piece | undefined;
  readonly children: readonly Piece[];
}

/** The keys of the mapping in a piece. */
export const keysOf = (piece: Piece) => piece.children.filter(isKey);

/** The dashes of the list in a piece. */
export const dashesOf = (piece: Piece) => piece.children.filter(({ kind }) => kind === 'dash');

/** Whether a piece is a key, of which the colon may be missing. */
export const isKey = ({ kind }: Piece) => kind === 'key';

/** Whether a piece is a plain or quoted scalar. */
export const isWord = ({ kind }: Piece) => kind === 'plain' || kind === 'quoted';

/**
 * Whether a word may become a key or an item, when its colon or dash is written: it is not the value of a key, and not a
 * quoted text of several lines.
 */
export const isLoose = (piece: Piece) =>
  isWord(piece) && !(piece.inline && piece.parent?.kind === 'key') && !isQuotedBlock(piece);

const isQuotedBlock = ({ kind, text }: Piece) => kind === 'quoted' && /[\r\n]/.test(text);
