import type { Patience } from './language/patience';

/**
 * Patience for `total` milliseconds from `start` on, a time of `performance.now()`. An attempt begins only while as much
 * time is left as the longest one took, so that the last one does not end late: in a large file each takes long, and
 * so does what comes before the first.
 */
export function hurry(start: number, total: number): Patience {
  let last = start;
  let longest = 0;
  return () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    return now + longest < start + total;
  };
}
