import type { Span } from '../../base/span';
import { findConflicts } from '../../yaml/conflict';
import type { Candidate, FixProvider } from '../fix-provider';

/** Keeps one side of a merge conflict, or removes a leftover marker. */
export const acceptOneSide: FixProvider = ({ analysis, problem }) => {
  const conflict = findConflicts(analysis.source.text).find(
    ({ span }) => span.start === problem.span.start,
  );
  if (!conflict) return [];
  const { toCurrent, toIncoming } = conflict;
  if (!toIncoming) return [removing(toCurrent, 'Remove the line')];
  // Only the author knows which.
  return [
    { ...removing(toCurrent, 'Accept current change'), preferred: false },
    { ...removing(toIncoming, 'Accept incoming change'), preferred: false },
  ];
};

function removing(spans: readonly Span[], title: string): Candidate {
  return { title, edits: spans.map((span) => ({ span, newText: '' })) };
}
