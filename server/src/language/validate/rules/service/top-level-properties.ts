import { topLevelProblem } from '../groups/groups';
import type { Rule } from '../rule';

/**
 * With groups of replicas, what is to run and how it scales stands in the groups.
 * Mirrors `ServiceConfigurationParams.validate_top_level_properties_with_replica_groups` of
 * core/models/configurations.py.
 */
export const serviceTopLevelProperties: Rule = {
  codes: ['top-level-with-groups'],
  check(service, report) {
    const problem = topLevelProblem(service, ['scaling', 'commands']);
    if (problem) report(problem);
  },
};
