import type { Job, Run } from '../../../../coerce/values';
import { groupsOf, hasGroups } from '../../support/groups';
import { replicasKey, replicasOf } from '../../support/replicas';
import type { View } from '../../support/view';

/** What the expressions of a run can refer to. */
export interface GroupSizes {
  readonly member: 'nodes' | 'replicas';
  /** The number of members that each group certainly has; infinite if it is unknown. */
  readonly sizes: readonly number[];
}

/**
 * The groups of a run; one without `groups` is a single group. Undefined for dev environments, and where it is not clear
 * what is in which group. Mirrors `node_groups` and `replica_groups` of core/models/configurations.py.
 */
export function groupSizes(run: View<Run>): GroupSizes | undefined {
  const type = run.value('type');
  if (type !== 'task' && type !== 'service') return undefined;
  const isTask = type === 'task';
  const member = isTask ? 'nodes' : 'replicas';
  const owners: readonly View<Job>[] = hasGroups(run)
    ? groupsOf(run).map(({ view }) => view)
    : [run];
  if (owners.length === 0 || run.hasUnsureKeys()) return undefined;
  return { member, sizes: owners.map(isTask ? nodesOf : leastReplicas) };
}

function nodesOf(owner: View<Job>): number {
  if (owner.isUnsure('nodes')) return Infinity;
  return owner.value('nodes') ?? 1;
}

function leastReplicas(owner: View<Job>): number {
  if (owner.isUnsure(replicasKey(owner))) return Infinity;
  if (!owner.isSet(replicasKey(owner))) return 1;
  const replicas = replicasOf(owner);
  return replicas ? (replicas.min ?? 0) : Infinity;
}
