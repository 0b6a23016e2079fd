import { problem } from '../../../problem/problem';
import type { Span } from '../../../base/span';
import type { Report } from '../rule';

/** An entry of a list, with the text that distinguishes it from the others. */
export interface Entry {
  readonly id: string;
  readonly span: Span;
}

/**
 * Reports every entry that has the `id` of an earlier one.
 *
 * @param message what is wrong and what would be right, for an `id`
 */
export function reportRepeated(
  entries: readonly Entry[],
  message: (id: string) => string,
  report: Report,
): void {
  const first = new Map<string, Span>();
  for (const { id, span } of entries) {
    const earlier = first.get(id);
    if (!earlier) {
      first.set(id, span);
      continue;
    }
    report(
      problem('duplicate-entry', span, message(id), {
        related: [{ span: earlier, message: 'The first one is here.' }],
      }),
    );
  }
}
