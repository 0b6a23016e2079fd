import { conflict } from '../conflict';
import type { Rule } from '../rule';

/**
 * The replicas of a service are all alike or in groups.
 * Mirrors `ServiceConfigurationParams._normalize_legacy_replica_groups` of core/models/configurations.py.
 */
export const replicasOrGroups: Rule = {
  codes: ['conflicting-properties'],
  check(service, report) {
    if (!service.isSet('replicas') || !service.isSet('groups') || service.isUnsure('replicas'))
      return;
    const message =
      '`replicas` and `groups` are mutually exclusive: each group has `replicas` of its own.';
    report(conflict(service, 'replicas', 'groups', message));
  },
};
