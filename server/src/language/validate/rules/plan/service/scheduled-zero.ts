import { problem } from '../../../../problem/problem';
import { groupsOf } from '../../groups/groups';
import type { Rule } from '../../rule';
import { replicasKey, replicasOf } from '../../service/replica-range';

/**
 * A service on a schedule has at least one replica in some group.
 * Mirrors `validate_run_spec_and_set_defaults` of server/services/runs/spec.py.
 */
export const scheduledScaleToZero: Rule = {
  codes: ['scheduled-scale-to-zero'],
  check(service, report) {
    if (service.value('schedule') == null) return;
    const groups = groupsOf(service).map(({ view }) => view);
    const owners = groups.length > 0 ? groups : [service];
    if (!owners.every((owner) => isZero(replicasOf(owner)?.min))) return;
    const [owner] = owners;
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

/** An open lower end is zero. */
function isZero(min: number | null | undefined): boolean {
  return min === 0 || min === null;
}
