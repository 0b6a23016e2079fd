import type { Span } from '../../base/span';

/** A piece of the text and its replacement. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** The lines that may change, both inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Whether `lines` contains all lines from `from` to `to`, counted from 0. */
export function contains({ first, last }: LineRange, from: number, to = from): boolean {
  return first <= from && to <= last;
}
