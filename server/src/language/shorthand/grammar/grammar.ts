import type { ProblemCode, ProblemData } from '../../problem/problem';
import type { ScalarValue } from '../../yaml/scalar';

/** The meaning of a part of a shorthand; features explain, complete and colour by it. */
export type PartKind =
  // Resources
  | 'vendor'
  | 'name'
  | 'memory'
  | 'count'
  | 'arch'
  // Numbers, units and the `..` of a range
  | 'number'
  | 'unit'
  | 'operator'
  | 'keyword'
  // Ports, paths and names
  | 'local-port'
  | 'container-port'
  | 'local-path'
  | 'instance-path'
  | 'path'
  | 'url'
  | 'key'
  | 'value'
  | 'user'
  | 'group'
  | 'project'
  // The fields of a cron expression
  | 'minute'
  | 'hour'
  | 'day'
  | 'month'
  | 'day_of_week';

/** A piece of a shorthand's text that has its own meaning; offsets count in the scalar's text. */
export interface Part {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
}

/**
 * What is wrong, and where in the scalar's text; without `start` and `end` it is the whole scalar. If `data` has a
 * `suggestion`, replacing the span by it is the repair. For a scalar that is text it is text as well, so a fix adds
 * quotes where YAML would read something else (`8080:22`); for any other scalar it is YAML.
 */
export interface ShorthandError {
  readonly code: ProblemCode;
  readonly message: string;
  /** For texts that the models accept, and that something outside the file can still replace. */
  readonly severity?: 'warning';
  readonly start?: number;
  readonly end?: number;
  readonly data?: ProblemData;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly error: ShorthandError };

/**
 * Reads one scalar as dstack does. The argument is the scalar as YAML resolved it (an unquoted `8080:22` is an
 * integer), the result what dstack's model holds, as plain JSON: memory in GB, durations in seconds, ranges as `{ min,
 * max }` with `null` for an open end. Null passes: the schema decides whether a field may be null.
 */
export type Grammar<T = unknown> = (scalar: ScalarValue) => Parsed<T>;

/** A result; parts without text are omitted. */
export function parsed<T>(value: T, parts: readonly Part[] = []): Parsed<T> {
  return { ok: true, value, parts: parts.filter(({ start, end }) => start < end) };
}

/** A result without a value. */
export function failed<T>(error: ShorthandError): Parsed<T> {
  return { ok: false, error };
}

/** The same result under the code of the family that the shorthand belongs to. */
export function withCode<T>(code: ProblemCode, result: Parsed<T>): Parsed<T> {
  return result.ok ? result : failed({ ...result.error, code });
}

/**
 * The same result about the whole scalar, for one whose source may differ from `text`, from which the result was
 * read: `1_000` is the integer 1000.
 */
export function unplaced<T>(result: Parsed<T>, text: string): Parsed<T> {
  if (result.ok) return parsed(result.value);
  const { start = 0, end = text.length, ...error } = result.error;
  const replacement = error.data?.['suggestion'];
  if (typeof replacement !== 'string') return failed(error);
  const suggestion = text.slice(0, start) + replacement + text.slice(end);
  return failed({ ...error, data: { ...error.data, suggestion } });
}
