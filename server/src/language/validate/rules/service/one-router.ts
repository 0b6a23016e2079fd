import { problem } from '../../../problem/problem';
import { groupsOf } from '../groups/groups';
import type { Rule } from '../rule';
import { replicasKey, replicasOf } from './replica-range';

/**
 * One group of a service may be its router, with one replica.
 * Mirrors `ServiceConfigurationParams.validate_at_most_one_router_replica_group` of core/models/configurations.py.
 */
export const oneRouter: Rule = {
  codes: ['several-routers', 'router-replicas'],
  check(service, report) {
    const routers = groupsOf(service).filter(
      ({ view }) => view.isSet('router') && !view.isUnsure('router'),
    );
    const [first, ...others] = routers;
    if (!first) return;
    for (const { view } of others) {
      report(
        problem(
          'several-routers',
          view.keySpan('router'),
          'At most one group may specify `router`.',
          {
            data: { remove: 'router' },
            related: [{ span: first.view.keySpan('router'), message: 'The first router is here.' }],
          },
        ),
      );
    }
    const replicas = replicasOf(first.view);
    if (others.length > 0 || !replicas || (replicas.min === 1 && replicas.max === 1)) return;
    const key = replicasKey(first.view);
    const message = `A group with \`router\` must have \`${key}: 1\`.`;
    report(
      problem('router-replicas', first.view.valueSpan(key), message, {
        data: { suggestion: '1' },
        related: [
          { span: first.view.keySpan('router'), message: 'This makes the group the router.' },
        ],
      }),
    );
  },
};
