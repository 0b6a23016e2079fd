import type { Span } from '../../base/span';

/** A piece of the text and what belongs there. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** The lines that may be touched, both inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export function contains({ first, last }: LineRange, from: number, to = from): boolean {
  return first <= from && to <= last;
}
