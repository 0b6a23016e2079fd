import type { ProblemCode, ProblemData } from '../../problem/problem';
import { failed, type Parsed, type Part, type PartKind } from './grammar';

/**
 * A piece of a scalar's text that knows the offset of each character, so the place is not lost when spaces are removed
 * before reading, as dstack often does.
 */
export class Piece {
  private constructor(
    readonly text: string,
    /** Offset in the scalar's text of the first character, or of the text after an empty piece. */
    readonly start: number,
    /** The whole text of the scalar. */
    private readonly source: string,
    /** The offset of each character, if they are not consecutive from `start`. */
    private readonly offsets?: readonly number[],
  ) {}

  static of(text: string): Piece {
    return new Piece(text, 0, text);
  }

  /** Several pieces, one after the other. */
  static join(pieces: readonly Piece[]): Piece {
    const [first, ...others] = pieces;
    if (!first || others.length === 0) return first ?? Piece.of('');
    const offsets: number[] = [];
    for (const piece of pieces)
      for (let index = 0; index < piece.text.length; index++) offsets.push(piece.offset(index));
    const text = pieces.map((piece) => piece.text).join('');
    return new Piece(text, offsets[0] ?? pieces.at(-1)?.end ?? 0, first.source, offsets);
  }

  get end(): number {
    return this.text === '' ? this.start : this.offset(this.text.length - 1) + 1;
  }

  /** As it is in the scalar: with the spaces that are removed for reading. */
  get written(): string {
    return this.source.slice(this.start, this.end);
  }

  slice(from: number, to = this.text.length): Piece {
    const text = this.text.slice(from, to);
    // A cut after the last character is empty, and its place is the end.
    const start = from < this.text.length ? this.offset(from) : this.end;
    return new Piece(text, start, this.source, this.offsets?.slice(from, to));
  }

  private offset(index: number): number {
    return this.offsets?.[index] ?? this.start + index;
  }

  split(separator: string): Piece[] {
    let from = 0;
    return this.text.split(separator).map((text) => {
      const piece = this.slice(from, from + text.length);
      from += text.length + separator.length;
      return piece;
    });
  }

  /** `str.replace(" ", "")`. */
  withoutSpaces(): Piece {
    if (!this.text.includes(' ')) return this;
    const offsets: number[] = [];
    for (let index = 0; index < this.text.length; index++)
      if (this.text[index] !== ' ') offsets.push(this.offset(index));
    return new Piece(this.text.replaceAll(' ', ''), offsets[0] ?? this.end, this.source, offsets);
  }

  part(kind: PartKind): Part {
    return { kind, start: this.start, end: this.end };
  }
}

/** An error about `piece`. */
export function refuse<T>(
  code: ProblemCode,
  piece: Piece,
  message: string,
  data?: ProblemData,
): Parsed<T> {
  return failed({ code, message, start: piece.start, end: piece.end, ...(data && { data }) });
}
