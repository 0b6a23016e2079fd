import type { Job } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { setHere } from '../support/conflict';
import { isRange, replicasKey } from '../support/replicas';

/**
 * `scaling` changes the number of replicas within a range. A service without `replicas` is only rejected while
 * planning.
 * Mirrors `ServiceConfigurationParams.validate_scaling` and `ReplicaGroup.validate_scaling` of
 * core/models/configurations.py.
 */
export const scalingNeedsRange: Rule<Job> = {
  codes: ['scaling-without-range'],
  check(owner, report) {
    if (isRange(owner) !== false || !owner.isSet('scaling') || owner.isUnsure('scaling')) return;
    const key = replicasKey(owner);
    const message = `To use \`scaling\`, \`${key}\` must be set to a range such as \`1..4\`.`;
    report(
      problem('scaling-without-range', owner.keySpan('scaling'), message, {
        data: { remove: 'scaling' },
        related: [setHere(owner, key)],
      }),
    );
  },
};
