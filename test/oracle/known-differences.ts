import { readFileSync } from 'node:fs';
import { repositoryPath } from '../support/repository';
import type { Outcome } from './compare';

/** A row of known-differences.md: what we say, what dstack says, each as the start of it, or `accepted`. */
interface KnownDifference {
  readonly ours: string;
  readonly dstack: string;
}

/** The rows of known-differences.md, all of which have a reason. */
export function knownDifferences(): readonly KnownDifference[] {
  const text = readFileSync(repositoryPath('test/oracle/known-differences.md'), 'utf8');
  return [...text.matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\| \S.* \|$/gm)].map(
    ([, ours = '', dstack = '']) => ({ ours, dstack }),
  );
}

/** Whether a difference is one of the known ones. */
export function isKnown({ dstack, errors }: Outcome, known: readonly KnownDifference[]): boolean {
  const theirs = dstack.ok ? 'accepted' : dstack.error;
  const ours: readonly string[] = errors.length > 0 ? errors.map(({ code }) => code) : ['accepted'];
  return known.some((row) => ours.includes(row.ours) && theirs.startsWith(row.dstack));
}
