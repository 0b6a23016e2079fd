import { problem } from '../../../../problem/problem';
import { conflict, RELATED_AT_MOST } from '../../conflict';
import type { Rule } from '../../rule';
import type { Item } from '../../view';
import { hostSpan } from './host';

/**
 * Either all hosts say under which address the others reach them, or none does, so that dstack finds out; then `network`
 * may narrow it down.
 * Mirrors `_validate_internal_ips` of server/services/fleets.py.
 */
export const internalIp: Rule = {
  codes: ['internal-ip', 'conflicting-properties'],
  check(fleet, report) {
    const ssh = fleet.view('ssh_config');
    const hosts = ssh?.items('hosts') ?? [];
    const owners = hosts.flatMap(({ view }) => (view?.isSet('internal_ip') ? view : []));
    const [owner] = owners;
    if (!ssh || !owner || hosts.some(isUnclear)) return;
    const [first, ...others] = hosts.filter(({ view }) => !view?.isSet('internal_ip'));
    if (first) {
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
    } else if (ssh.value('network') != null) {
      const message =
        '`network` and `internal_ip` are mutually exclusive: each host says its own address.';
      const found = conflict(ssh, 'network', 'internal_ip', message);
      const related = [
        { span: owner.keySpan('internal_ip'), message: '`internal_ip` is set here.' },
      ];
      report({ ...found, related });
    }
  },
};

function isUnclear({ view, value }: Item): boolean {
  if (!view) return value === undefined;
  return view.hasUnsureKeys() || view.isUnsure('internal_ip');
}
