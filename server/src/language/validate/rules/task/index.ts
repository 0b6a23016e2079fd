import { uniqueGroupNames } from '../groups/unique-names';
import type { Rule } from '../rule';
import { nodeGroupsRunSomething } from './groups-run-something';
import { nodesOrGroups } from './nodes-or-groups';
import { taskTopLevelProperties } from './top-level-properties';

/** For tasks. */
export const taskRules: readonly Rule[] = [
  nodesOrGroups,
  uniqueGroupNames,
  taskTopLevelProperties,
  nodeGroupsRunSomething,
];
