import type { Analysis } from '../../analysis';
import type { Span } from '../../base/span';
import { plain } from '../../meaning/markdown';

/** What the problems within a span say, each once, as markdown. */
export function faultsIn({ problems }: Analysis, range: Span): readonly string[] {
  const within = problems.filter(({ span }) => range.start <= span.start && span.end <= range.end);
  return [...new Set(within.map(({ message }) => plain(message)))];
}
