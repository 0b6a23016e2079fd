import type { Span } from '../../base/span';
import { findConflicts } from '../../yaml/conflict';
import type { Candidate, FixProvider } from '../fix-provider';
import { t, type Text } from '../../l10n/text';

/** Keeps one side of a merge conflict, or removes a leftover marker. */
export const acceptOneSide: FixProvider = ({ analysis, problem }) => {
  const conflict = findConflicts(analysis.source.text).find(
    ({ span }) => span.start === problem.span.start,
  );
  if (!conflict) return [];
  const { toCurrent, toIncoming } = conflict;
  if (!toIncoming) return [removing(toCurrent, t('Remove the line'))];
  // Only the author knows which.
  return [
    { ...removing(toCurrent, t('Accept current change')), preferred: false },
    { ...removing(toIncoming, t('Accept incoming change')), preferred: false },
  ];
};

function removing(spans: readonly Span[], title: Text): Candidate {
  return { title, edits: spans.map((span) => ({ span, newText: '' })) };
}
