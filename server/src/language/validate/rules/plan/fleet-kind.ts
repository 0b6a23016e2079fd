import type { Fleet } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';

const KEYS = ['nodes', 'ssh_config'];

/**
 * A fleet has `nodes` or `ssh_config`.
 * Mirrors `_validate_fleet_configuration_subtype_specific_fields` of server/services/fleets.py.
 */
export const fleetKind: Rule<Fleet> = {
  codes: ['fleet-kind'],
  check(fleet, report) {
    if (KEYS.some((key) => fleet.isSet(key) || fleet.isUnsure(key))) return;
    if (fleet.hasUnsureKeys()) return;
    const message =
      '`nodes` is missing: say how many instances to create, e.g. `nodes: 0..4`, or list hosts of your own in `ssh_config`.';
    const at = KEYS.find((key) => fleet.has(key));
    report(
      problem('fleet-kind', at === undefined ? fleet.headSpan() : fleet.keySpan(at), message, {
        data: { key: 'nodes', values: KEYS },
      }),
    );
  },
};
