import type { ProblemCode, ProblemData } from '../problem';
import { failed, type Parsed, type Part, type PartKind } from './grammar';

/**
 * A piece of a scalar's text whose characters remember where they stand, so that the place is not lost when
 * spaces are removed before reading, as dstack likes to do.
 */
export class Piece {
  private constructor(
    readonly text: string,
    /** Offset in the scalar's text of each character, and of what follows the last one. */
    private readonly offsets: readonly number[],
  ) {}

  static of(text: string): Piece {
    return new Piece(
      text,
      Array.from({ length: text.length + 1 }, (_, index) => index),
    );
  }

  /** Several pieces, one behind the other. */
  static join(pieces: readonly Piece[]): Piece {
    const offsets = pieces.flatMap(({ text, offsets }) => offsets.slice(0, text.length));
    return new Piece(pieces.map(({ text }) => text).join(''), [
      ...offsets,
      pieces.at(-1)?.end ?? 0,
    ]);
  }

  get start(): number {
    return this.offsets[0] ?? 0;
  }

  get end(): number {
    const last = this.offsets[this.text.length - 1];
    return last === undefined ? this.start : last + 1;
  }

  slice(from: number, to = this.text.length): Piece {
    return new Piece(this.text.slice(from, to), this.offsets.slice(from, to + 1));
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
    const offsets = this.offsets.filter((_, index) => this.text[index] !== ' ');
    return new Piece(this.text.replaceAll(' ', ''), offsets);
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

/** The longest text that a message repeats. */
const LONGEST_QUOTE = 60;

/** A text as messages show it: between backticks, on one line and not too long. */
export function quote(text: string): string {
  if (text === '') return '`""`';
  const line = text.replace(/\s/g, ' ');
  return `\`${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line}\``;
}
