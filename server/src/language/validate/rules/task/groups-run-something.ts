import { groupsHaveSomethingToRun } from '../groups/groups';

/** Mirrors `TaskConfiguration.validate_node_groups_have_commands_or_image` of core/models/configurations.py. */
export const nodeGroupsRunSomething = groupsHaveSomethingToRun('for the task');
