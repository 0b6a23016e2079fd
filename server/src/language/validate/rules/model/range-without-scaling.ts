import type { Job } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { isRange, replicasKey } from '../support/replicas';

/**
 * A range of replicas needs `scaling`, which says when to add some.
 * Mirrors `ServiceConfigurationParams.validate_scaling` and `ReplicaGroup.validate_scaling` of
 * core/models/configurations.py.
 */
export const rangeNeedsScaling: Rule<Job> = {
  codes: ['range-without-scaling'],
  check(owner, report) {
    if (isRange(owner) !== true || owner.isSet('scaling') || owner.hasUnsureKeys()) return;
    const key = replicasKey(owner);
    const message = `When you set \`${key}\` to a range, \`scaling\` must be set as well: it says when to add replicas.`;
    report(
      problem('range-without-scaling', owner.valueSpan(key), message, { data: { key: 'scaling' } }),
    );
  },
};
