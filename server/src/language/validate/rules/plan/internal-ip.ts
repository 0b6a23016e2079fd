import type { Fleet } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { RELATED_AT_MOST } from '../support/conflict';
import { hostAddresses, hostSpan } from '../support/fleet';

/**
 * Either all hosts have the address under which the others reach them, or none has one, and dstack finds them.
 * Mirrors `_validate_internal_ips` of server/services/fleets.py.
 */
export const internalIp: Rule<Fleet> = {
  codes: ['internal-ip'],
  check(fleet, report) {
    const { having, lacking } = hostAddresses(fleet);
    const [owner] = having;
    const [first, ...others] = lacking;
    if (!owner || !first) return;
    const message =
      '`internal_ip` is missing for this host: set it for all hosts, or for none of them.';
    report(
      problem('internal-ip', hostSpan(first), message, {
        data: { key: 'internal_ip' },
        related: [
          { span: owner.keySpan('internal_ip'), message: 'This host has one.' },
          ...others.slice(0, RELATED_AT_MOST).map((host) => ({
            span: hostSpan(host),
            message: 'This host has none either.',
          })),
        ],
      }),
    );
  },
};
