import { problem } from '../../../../problem/problem';
import { listed, setHere } from '../../conflict';
import type { Rule } from '../../rule';
import { kindOf } from './kind';

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
 * An SSH fleet has the machines that it has: nothing chooses among offers. Whatever is not null is refused, `{}` and
 * `false` as well. One problem for all of them.
 * Mirrors `_validate_fleet_configuration_subtype_specific_fields` of server/services/fleets.py.
 */
export const noBackendProperties: Rule = {
  codes: ['unsupported-property'],
  check(fleet, report) {
    if (kindOf(fleet) !== 'ssh') return;
    const set = BACKEND_ONLY.filter((key) => fleet.isSet(key) && !fleet.isUnsure(key));
    const [first, ...others] = set;
    if (first === undefined) return;
    const verb = others.length > 0 ? 'are' : 'is';
    const message = `${listed(set)} ${verb} not supported for an SSH fleet: its hosts are what they are.`;
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
