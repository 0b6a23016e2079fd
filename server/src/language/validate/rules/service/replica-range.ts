import { problem } from '../../../problem/problem';
import type { RangeValue } from '../../../shorthand/range';
import { rangeProblem } from '../resources/range';
import type { Rule } from '../rule';
import type { View } from '../view';

/**
 * The number of replicas has an upper end and is not negative.
 * Mirrors `_validate_replica_range` of core/models/configurations.py, and `Range._post_validate`.
 */
export const replicaRange: Rule = {
  codes: ['range', 'unbounded-replicas', 'out-of-range'],
  check(owner, report) {
    const key = replicasKey(owner);
    const backwards = rangeProblem(owner, key);
    if (backwards) {
      report(backwards);
      return;
    }
    const range = replicasOf(owner);
    if (range && range.max === null) {
      const message = `The maximum number of replicas is required: write \`${range.min}..N\`.`;
      report(problem('unbounded-replicas', owner.valueSpan(key), message));
    } else if (range && range.min !== null && range.min < 0) {
      const message = `\`${key}\` must be at least 0.`;
      report(problem('out-of-range', owner.valueSpan(key), message, { data: { limit: 0 } }));
    }
  },
};

/** The key that holds the number of replicas: `count` is the old name in groups and counts only alone. */
export function replicasKey(owner: View): string {
  return owner.has('replicas') ? 'replicas' : 'count';
}

/** The number of replicas as a range; undefined where it is not given or has a problem, or is a list of groups. */
export function replicasOf(owner: View): RangeValue | undefined {
  const value = owner.value(replicasKey(owner));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { min = null, max = null } = value as Partial<RangeValue>;
  return { min, max };
}
