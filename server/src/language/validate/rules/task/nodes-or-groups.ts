import { conflict } from '../conflict';
import type { Rule } from '../rule';

/**
 * The nodes of a task are all alike or in groups.
 * Mirrors `TaskConfigurationParams.validate_nodes_xor_groups` of core/models/configurations.py.
 */
export const nodesOrGroups: Rule = {
  codes: ['conflicting-properties'],
  check(task, report) {
    if (!task.isSet('nodes') || !task.isSet('groups') || task.isUnsure('nodes')) return;
    const message =
      '`nodes` and `groups` are mutually exclusive: each group has `nodes` of its own.';
    report(conflict(task, 'nodes', 'groups', message));
  },
};
