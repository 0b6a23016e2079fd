import { problem } from '../../../../problem/problem';
import { conflict } from '../../conflict';
import type { Rule } from '../../rule';
import type { View } from '../../view';

/** Whether a fleet is made in clouds (`nodes`) or of machines that are there (`ssh_config`); undefined where unclear. */
export function kindOf(fleet: View): 'backend' | 'ssh' | undefined {
  const [isBackend, isSsh] = [fleet.isSet('nodes'), fleet.isSet('ssh_config')];
  if (isBackend === isSsh) return undefined;
  return isSsh ? 'ssh' : 'backend';
}

/**
 * A fleet has either `nodes` or `ssh_config`.
 * Mirrors `_validate_fleet_configuration_subtype_specific_fields` of server/services/fleets.py.
 */
export const fleetKind: Rule = {
  codes: ['fleet-kind', 'conflicting-properties'],
  check(fleet, report) {
    if (kindOf(fleet) || fleet.isUnsure('nodes') || fleet.isUnsure('ssh_config')) return;
    if (fleet.isSet('nodes')) {
      const message =
        '`nodes` and `ssh_config` are mutually exclusive: the hosts of an SSH fleet are its nodes.';
      report(conflict(fleet, 'nodes', 'ssh_config', message));
    } else if (!fleet.hasUnsureKeys()) {
      const message =
        '`nodes` is missing: say how many instances to create, e.g. `nodes: 0..4`, or list hosts of your own in `ssh_config`.';
      const [at = undefined] = ['nodes', 'ssh_config'].filter((key) => fleet.has(key));
      report(
        problem('fleet-kind', at === undefined ? fleet.headSpan() : fleet.keySpan(at), message, {
          data: { key: 'nodes', values: ['nodes', 'ssh_config'] },
        }),
      );
    }
  },
};
