import { listOfNames } from '../../../base/words';
import type { Fleet } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { effectivePairs } from '../../../yaml/node';
import type { Rule } from '../rule';
import { setHere } from '../support/conflict';
import { kindOf } from '../support/fleet';
import type { View } from '../support/view';

const codes = ['unsupported-property'] as const;

/**
 * Only SSH fleets have their own environment variables.
 * Mirrors the one error of `FleetConfigurator.apply_args` of cli/services/configurators/fleet.py.
 */
export const noEnv: Rule<Fleet> = {
  codes,
  since: '0.20.20',
  check(fleet, report) {
    if (kindOf(fleet) !== 'backend' || fleet.isUnsure('env') || !hasVariables(fleet)) return;
    const message =
      '`env` is supported for SSH fleets only: set the variables in the runs that use the fleet.';
    report(
      problem('unsupported-property', fleet.keySpan('env'), message, {
        data: { remove: 'env' },
        related: [{ span: fleet.keySpan('nodes'), message: 'This makes it a backend fleet.' }],
      }),
    );
  },
};

function hasVariables(fleet: View<Fleet>): boolean {
  const mapping = fleet.view('env');
  return mapping ? effectivePairs(mapping.node).length > 0 : fleet.isTruthy('env');
}

/** What says which instances to create. Mirrors `BackendFleetConfiguraionProps` of core/models/fleets.py. */
const BACKEND_ONLY = [
  'reservation',
  'resources',
  'backends',
  'regions',
  'availability_zones',
  'instance_types',
  'spot_policy',
  'retry',
  'max_price',
  'idle_duration',
  'tags',
  'backend_options',
];

/**
 * An SSH fleet has fixed machines, so nothing selects offers. Whatever is not null is rejected, `{}` and `false` as
 * well. One problem covers all of them.
 * Mirrors `_validate_fleet_configuration_subtype_specific_fields` of server/services/fleets.py.
 */
export const noBackendProperties: Rule<Fleet> = {
  codes,
  since: '0.20.20',
  check(fleet, report) {
    if (kindOf(fleet) !== 'ssh') return;
    const set = BACKEND_ONLY.filter((key) => fleet.isSet(key) && !fleet.isUnsure(key));
    const [first, ...others] = set;
    if (first === undefined) return;
    const verb = others.length > 0 ? 'are' : 'is';
    const message = `${listOfNames(set)} ${verb} not supported for an SSH fleet: they do not apply to existing hosts.`;
    report(
      problem('unsupported-property', fleet.keySpan(first), message, {
        data: { remove: first, keys: set },
        related: [
          ...others.map((key) => setHere(fleet, key)),
          { span: fleet.keySpan('ssh_config'), message: 'This makes it an SSH fleet.' },
        ],
      }),
    );
  },
};
