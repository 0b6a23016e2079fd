import type { Job } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { replicasKey, replicasOf } from '../support/replicas';

/**
 * The number of replicas has a maximum.
 * Mirrors `_validate_replica_range` of core/models/configurations.py.
 */
export const boundedReplicas: Rule<Job> = {
  codes: ['unbounded-replicas'],
  check(owner, report) {
    const range = replicasOf(owner);
    if (range?.max !== null) return;
    const message = `The maximum number of replicas is required: write \`${range.min}..N\`.`;
    report(problem('unbounded-replicas', owner.valueSpan(replicasKey(owner)), message));
  },
};
