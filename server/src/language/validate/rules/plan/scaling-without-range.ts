import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/**
 * Without `replicas` there is one replica, and nothing to scale. The models check `scaling` only next to `replicas`.
 * Mirrors `ServiceConfiguration.replica_groups` of core/models/configurations.py, which makes a group of the service.
 */
export const scalingNeedsReplicas: Rule<Run> = {
  codes: ['scaling-without-range'],
  check(service, report) {
    if (!service.hasValue('scaling') || service.hasUnsureKeys()) return;
    if (service.isSet('replicas') || service.isSet('groups')) return;
    const message =
      'To use `scaling`, set `replicas` to a range such as `1..4`: without it there is one replica.';
    report(
      problem('scaling-without-range', service.keySpan('scaling'), message, {
        data: { remove: 'scaling', key: 'replicas' },
      }),
    );
  },
};
