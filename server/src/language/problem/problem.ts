import type { ProblemCode } from './codes';
import type { Span } from '../base/span';
import { visible } from '../base/visible';

export type { ProblemCode } from './codes';

/**
 * `error`: dstack always rejects the file. `warning`: it rejects the file unless something outside of it supplies what
 * is missing; or the value is deprecated, or certainly not intended. `hint`: style.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** Facts that a fix or a test needs. They never have to be read out of a message. */
export type ProblemData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface RelatedSpan {
  readonly span: Span;
  readonly message: string;
}

/** One mistake of the user. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** As small as the mistake. */
  readonly span: Span;
  /** What is wrong and what would be right, in at most two lines. */
  readonly message: string;
  readonly data?: ProblemData;
  readonly related?: readonly RelatedSpan[];
}

/** Builds an error, whose message may quote any user text; `extra` has data, related spans or a milder severity. */
export function problem(
  code: ProblemCode,
  at: Span,
  message: string,
  extra: Partial<Pick<Problem, 'severity' | 'data' | 'related'>> = {},
): Problem {
  return { code, severity: 'error', span: at, message: visible(message), ...extra };
}
