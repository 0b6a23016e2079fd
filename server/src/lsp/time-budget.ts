import type { TimeBudget } from '../language/base/time-budget';

/** Characters whose fixes are tried in a millisecond: more in most files, a third of it in hostile ones. */
const CHARACTERS = 1100;

/**
 * A budget of `total` milliseconds from `start` on, a time of `performance.now()`. An attempt starts only if the
 * remaining time is at least that of the longest attempt, so the last one does not end late: in a large file each
 * attempt takes long, and so does the work before the first.
 *
 * @param length characters of the file, from which the time of the first attempt is estimated
 */
export function startBudget(start: number, total: number, length = 0): TimeBudget {
  let last = start;
  let longest = length / CHARACTERS;
  return () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    return now + longest < start + total;
  };
}
