import { containerRules } from '../container';
import { uniqueGroupNames } from '../groups/unique-names';
import type { Rule } from '../rule';
import { groupReplicas } from './group-replicas';
import { replicaGroupsRunSomething } from './groups-run-something';
import { oneLevel } from './one-level';
import { oneRouter } from './one-router';
import { privilegedDocker } from './privileged-docker';
import { probeBody } from './probe-body';
import { replicaRange } from './replica-range';
import { replicasOrGroups } from './replicas-or-groups';
import { scaling } from './scaling';
import { serviceTopLevelProperties } from './top-level-properties';
import { uniquePrefixes } from './unique-prefixes';
import { uniqueProbes } from './unique-probes';

/** For each replica group of a service. */
export const replicaGroupRules: readonly Rule[] = [
  groupReplicas,
  replicaRange,
  ...containerRules,
  privilegedDocker,
  scaling,
];

/** For services. */
export const serviceRules: readonly Rule[] = [
  replicasOrGroups,
  replicaRange,
  probeBody,
  uniqueProbes,
  uniquePrefixes,
  uniqueGroupNames,
  scaling,
  serviceTopLevelProperties,
  oneLevel,
  replicaGroupsRunSomething,
  oneRouter,
];
