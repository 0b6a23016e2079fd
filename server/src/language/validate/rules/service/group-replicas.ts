import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/**
 * A group says how many replicas it has, under `replicas` or its old name `count`.
 * Mirrors `ReplicaGroup._alias_count_to_replicas` of core/models/configurations.py.
 */
export const groupReplicas: Rule = {
  codes: ['missing-key'],
  check(group, report) {
    if (group.has('replicas') || group.has('count') || group.hasUnsureKeys()) return;
    const message = '`replicas` is missing: a replica group requires it.';
    report(problem('missing-key', group.headSpan(), message, { data: { key: 'replicas' } }));
  },
};
