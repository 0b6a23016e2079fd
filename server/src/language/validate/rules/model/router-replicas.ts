import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { routersOf } from '../support/groups';
import { replicasKey, replicasOf } from '../support/replicas';

/**
 * The group that is the router has one replica. With several, it is unknown which one is to be the router.
 * Mirrors `ServiceConfigurationParams.validate_at_most_one_router_replica_group` of core/models/configurations.py.
 */
export const oneReplicaOfRouter: Rule<Run> = {
  codes: ['router-replicas'],
  check(service, report) {
    const [router, ...others] = routersOf(service);
    const replicas = router && replicasOf(router);
    if (others.length > 0 || !replicas || (replicas.min === 1 && replicas.max === 1)) return;
    const key = replicasKey(router);
    const message = `A group with \`router\` must have \`${key}: 1\`.`;
    report(
      problem('router-replicas', router.valueSpan(key), message, {
        data: { suggestion: '1' },
        related: [{ span: router.keySpan('router'), message: 'This makes the group the router.' }],
      }),
    );
  },
};
