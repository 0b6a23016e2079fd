import { groupsHaveSomethingToRun } from '../groups/groups';

/**
 * Mirrors `ServiceConfigurationParams.validate_replica_groups_have_commands_or_image` of
 * core/models/configurations.py.
 */
export const replicaGroupsRunSomething = groupsHaveSomethingToRun('in it or for the service');
