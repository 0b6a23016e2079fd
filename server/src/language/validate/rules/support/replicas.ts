import { isList } from '../../../base/lookup';
import type { Gateway, Job } from '../../../coerce/values';
import type { RangeValue } from '../../../shorthand/resources/range';
import type { View } from './view';

/** The key that holds the number of replicas: `count` is the old name in groups and counts only alone. */
export function replicasKey(owner: View): 'replicas' | 'count' {
  return owner.has('replicas') ? 'replicas' : 'count';
}

/** The number of replicas as a range; undefined where it is not given or has a problem, or is a list of groups. */
export function replicasOf(owner: View<Job>): RangeValue | undefined {
  const value = owner.value(replicasKey(owner));
  if (value == null || isList(value)) return undefined;
  const { min = null, max = null } = value;
  return { min, max };
}

/** Whether the number of replicas can change; undefined where it is not known. An open lower end is zero. */
export function isRange(owner: View<Job>): boolean | undefined {
  const replicas = replicasOf(owner);
  return replicas && (replicas.min ?? 0) !== replicas.max;
}

/** Whether a gateway has several replicas. */
export function hasReplicas(gateway: View<Gateway>): boolean {
  return (gateway.value('replicas') ?? 1) > 1;
}
