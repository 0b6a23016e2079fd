import type { Job, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { groupsOf } from '../support/groups';
import type { Rule } from '../rule';
import type { View } from '../support/view';
import { replicasKey, replicasOf } from '../support/replicas';

/**
 * A service on a schedule has at least one replica in some group.
 * Mirrors `validate_run_spec_and_set_defaults` of server/services/runs/spec.py.
 */
export const scheduledScaleToZero: Rule<Run> = {
  codes: ['scheduled-scale-to-zero'],
  check(service, report) {
    const owner = service.hasValue('schedule') && ownerOfZero(service);
    if (!owner) return;
    const message =
      'A service with a `schedule` cannot scale to zero: let it have at least one replica, e.g. `1..4`.';
    report(
      problem('scheduled-scale-to-zero', owner.valueSpan(replicasKey(owner)), message, {
        data: { other: 'schedule' },
        related: [{ span: service.keySpan('schedule'), message: 'The schedule is here.' }],
      }),
    );
  },
};

/** Of a service that scales to zero, the service itself or its first group. */
export function ownerOfZero(service: View<Run>): View<Job> | undefined {
  const groups = groupsOf(service).map(({ view }) => view);
  const owners: readonly View<Job>[] = groups.length > 0 ? groups : [service];
  return owners.every((owner) => isZero(replicasOf(owner)?.min)) ? owners[0] : undefined;
}

/** An open lower end is zero. */
function isZero(min: number | null | undefined): boolean {
  return min === 0 || min === null;
}
