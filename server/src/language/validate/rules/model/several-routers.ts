import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { routersOf } from '../support/groups';

/**
 * One group of a service may be its router.
 * Mirrors `ServiceConfigurationParams.validate_at_most_one_router_replica_group` of core/models/configurations.py.
 */
export const oneRouter: Rule<Run> = {
  codes: ['several-routers'],
  check(service, report) {
    const [first, ...others] = routersOf(service);
    if (!first) return;
    const message = 'At most one group may specify `router`.';
    for (const router of others) {
      report(
        problem('several-routers', router.keySpan('router'), message, {
          data: { remove: 'router' },
          related: [{ span: first.keySpan('router'), message: 'The first router is here.' }],
        }),
      );
    }
  },
};

/**
 * A service that has a router itself cannot have one among its groups. Newer releases know only those of groups.
 * Mirrors `ServiceConfigurationParams.validate_replica_group_router_mutex` of dstack 0.20.
 */
export const serviceOrGroupRouter: Rule<Run> = {
  codes: ['several-routers'],
  until: '0.21.0',
  check(service, report) {
    const [group] = routersOf(service);
    if (!group || !service.isGiven('router')) return;
    const message = 'A service with groups that specify `router` cannot specify it as well.';
    report(
      problem('several-routers', service.keySpan('router'), message, {
        data: { remove: 'router' },
        related: [{ span: group.keySpan('router'), message: 'The router of a group is here.' }],
      }),
    );
  },
};
