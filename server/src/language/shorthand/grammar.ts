import type { ProblemCode, ProblemData } from '../problem';
import type { ScalarValue } from '../yaml/scalar';

/** A piece of a shorthand's text that means something on its own; offsets count in the scalar's text. */
export interface Part {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** What broke, and where in the scalar's text; without `start` and `end` it is the whole scalar. */
export interface ShorthandError {
  readonly code: ProblemCode;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
  readonly data?: ProblemData;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly error: ShorthandError };

/**
 * Reads one scalar as dstack does. The argument is the scalar as YAML resolved it (an unquoted `8080:22` is an
 * integer), the result what dstack's model holds, as plain JSON: memory in GB, durations in seconds, ranges as
 * `{ min, max }` with `null` for an open end.
 */
export type Grammar<T = unknown> = (scalar: ScalarValue) => Parsed<T>;

export function parsed<T>(value: T, parts: readonly Part[] = []): Parsed<T> {
  return { ok: true, value, parts };
}

export function failed<T>(error: ShorthandError): Parsed<T> {
  return { ok: false, error };
}
