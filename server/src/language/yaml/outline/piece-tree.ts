import { span, type Span } from '../../base/span';
import type { Mutable } from '../draft';
import { isLoose, isWord, type Piece } from './piece';

/** A piece while the lines below it are still to be read. */
export interface OpenPiece extends Mutable<Omit<Piece, 'children' | 'parent'>> {
  readonly parent: OpenPiece | undefined;
  readonly children: OpenPiece[];
}

/** What only some pieces have. */
export type Extra = Partial<Pick<Piece, 'flow' | 'colon' | 'properties'>>;

/** Puts pieces, which come in the order of the text, into what they belong to. */
export class PieceTree {
  readonly root: OpenPiece = {
    kind: 'root',
    column: -1,
    span: span(0, 0),
    text: '',
    inline: false,
    parent: undefined,
    children: [],
    colon: undefined,
    flow: undefined,
    properties: undefined,
    held: undefined,
  };
  readonly pieces: Piece[] = [];
  /** Pieces to which a following one may belong, with growing columns. */
  private readonly open: OpenPiece[] = [];
  /** What the last piece has ended, from the outermost on. */
  private ended: readonly OpenPiece[] = [];

  get depth(): number {
    return this.open.length;
  }

  /** Adds a piece at `column` of the line that begins at `lineStart`. */
  add(
    kind: Piece['kind'],
    at: Span,
    text: string,
    { column, lineStart }: { readonly column: number; readonly lineStart: number },
    { colon, flow, properties }: Extra,
  ): OpenPiece {
    this.reopen(column);
    const parent = this.holderOf(kind, column);
    if (isLoose(parent)) becomeKey(parent);
    const inline = parent !== this.root && lineStart <= parent.span.start;
    const piece: OpenPiece = {
      kind,
      column,
      span: at,
      text,
      inline,
      parent,
      children: [],
      colon,
      flow,
      properties,
      held: undefined,
    };
    parent.children.push(piece);
    this.pieces.push(piece);
    if (kind === 'key' || kind === 'dash' || isLoose(piece)) this.open.push(piece);
    return piece;
  }

  /** Opens again what a word has ended where the next piece, at `column`, belongs to that more probably than to the word. */
  private reopen(column: number): void {
    const word = this.open.at(-1);
    const last = this.ended.at(-1);
    if (!word || !isLoose(word) || !last || column <= word.column) return;
    const isEmpty = last.kind === 'key' && last.children.length === 0 && last.column < column;
    const isTooDeep =
      this.ended.some((one) => one.column === column) &&
      this.ended.some((one) => one.column > word.column && one.column < column);
    if (!isEmpty && !isTooDeep) return;
    this.open.pop();
    this.open.push(...this.ended);
  }

  /** The innermost open piece that can hold one of this kind at `column`; those inside of it are complete. */
  holderOf(kind: Piece['kind'], column: number): OpenPiece {
    let count = this.open.length;
    for (let holder = this.open[count - 1]; holder; holder = this.open[count - 1]) {
      if (canHold(holder, kind, column)) break;
      count--;
    }
    this.ended = this.open.splice(count);
    return this.open[count - 1] ?? this.root;
  }

  /** The column of a key after a tab, which is a mistake where the key above holds a list, or a value on its line. */
  columnAfterTab(column: number): number {
    const holder = this.open.filter((piece) => piece.column < column).at(-1);
    if (holder?.kind !== 'key') return column;
    const [content] = holder.children;
    if (!content) return column;
    return content.kind === 'dash' || (content.inline && isWord(content)) ? holder.column : column;
  }

  /** The column that the further lines of a content at `column` have to be right of. */
  ownerColumn(column: number): number {
    // A word among keys is a key to be: what belongs to it is to the right of it, not of its parent.
    if (this.open.some((piece) => piece.column === column && piece.kind === 'key')) return column;
    return this.open.filter((piece) => piece.column < column).at(-1)?.column ?? -1;
  }
}

/** A list may begin at the column of its key; everything else is to the right of what it belongs to. */
function canHold(holder: Piece, kind: Piece['kind'], column: number): boolean {
  if (isLoose(holder)) {
    if (kind !== 'key' && kind !== 'dash') return false;
    if (holder.column === column) return kind === 'dash' && isAmongKeys(holder);
  } else if (holder.column === column) return holder.kind === 'key' && kind === 'dash';
  return holder.column < column;
}

function isAmongKeys({ parent, column }: Piece): boolean {
  return parent?.children.some((one) => one.kind === 'key' && one.column === column) === true;
}

/** Turns a word that something belongs to into a key whose colon is missing, or is followed by something else. */
function becomeKey(word: OpenPiece): void {
  word.text = (word.kind === 'plain' && /^[^:]+/.exec(word.text)?.[0].trimEnd()) || word.text;
  if (word.kind === 'plain') word.span = span(word.span.start, word.span.start + word.text.length);
  word.kind = 'key';
}
