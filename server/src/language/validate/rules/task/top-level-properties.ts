import { topLevelProblem } from '../groups/groups';
import type { Rule } from '../rule';

/**
 * With groups of nodes, what is to run stands in the groups.
 * Mirrors `TaskConfiguration.validate_top_level_properties_with_node_groups` of core/models/configurations.py.
 */
export const taskTopLevelProperties: Rule = {
  codes: ['top-level-with-groups'],
  check(task, report) {
    const problem = topLevelProblem(task, ['commands', 'ports', 'entrypoint']);
    if (problem) report(problem);
  },
};
