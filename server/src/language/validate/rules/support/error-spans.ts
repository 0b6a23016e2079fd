import type { Problem } from '../../../problem/problem';
import { lastIndexWhere } from '../../../base/search';
import type { Span } from '../../../base/span';

/** The places of all errors so far, for a quick search. */
export class ErrorSpans {
  /** In the order of their starts. */
  private readonly spans: Span[];

  constructor(problems: readonly Problem[]) {
    this.spans = problems.filter(isError).map(({ span }) => span);
    this.spans.sort((a, b) => a.start - b.start);
  }

  add(problem: Problem): void {
    if (isError(problem)) this.spans.splice(this.firstFrom(problem.span.start), 0, problem.span);
  }

  /** Whether an error lies within `outer`. */
  isIn(outer: Span): boolean {
    for (let i = this.firstFrom(outer.start); i < this.spans.length; i++) {
      const span = this.spans[i];
      if (!span || span.start > outer.end) return false;
      if (span.end <= outer.end) return true;
    }
    return false;
  }

  /** Index of the first span that starts at `offset` or later. */
  private firstFrom(offset: number): number {
    const isBefore = (one: number) => (this.spans[one]?.start ?? Infinity) < offset;
    return lastIndexWhere(this.spans.length, isBefore) + 1;
  }
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
