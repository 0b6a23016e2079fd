import type { Analysis } from '../../analysis';
import type { Span } from '../../base/span';
import { plain } from '../../meaning/markdown';

/** The messages of the problems within a span, each once, as Markdown. */
export function faultsIn({ problems }: Analysis, range: Span): readonly string[] {
  const within = problems.filter(({ span }) => range.start <= span.start && span.end <= range.end);
  return [...new Set(within.map(({ message }) => plain(message)))];
}
