import { problem } from '../../../../problem/problem';
import { RELATED_AT_MOST } from '../../conflict';
import type { Rule } from '../../rule';
import type { Item } from '../../view';
import { hostSpan } from './host';

const LOGIN = ['user', 'identity_file'];

/**
 * Each host of an SSH fleet has a `user` and an `identity_file`, its own or that of all hosts. One problem for all hosts.
 * Mirrors `_validate_all_ssh_params_specified` of server/services/fleets.py, which sees the key that the command line has
 * read from `identity_file`.
 */
export const hostLogin: Rule = {
  codes: ['missing-key'],
  check(fleet, report) {
    const ssh = fleet.view('ssh_config');
    if (!ssh || ssh.hasUnsureKeys()) return;
    const hosts = ssh.items('hosts');
    for (const key of LOGIN) {
      if (ssh.isSet(key)) continue;
      const without = hosts.filter((host) => !hasOwn(host, key));
      const [first, ...others] = without;
      if (!first) continue;
      const all = without.length === hosts.length;
      const message = all
        ? `\`${key}\` is missing: every host needs one, of its own or set here for all of them.`
        : `\`${key}\` is missing for this host: set it here, or in \`ssh_config\` for all hosts.`;
      const span = all ? fleet.keySpan('ssh_config') : hostSpan(first);
      report(
        problem('missing-key', span, message, {
          data: { key },
          related: (all ? [] : others).slice(0, RELATED_AT_MOST).map((host) => ({
            span: hostSpan(host),
            message: 'This host has none either.',
          })),
        }),
      );
    }
  },
};

function hasOwn({ view, value }: Item, key: string): boolean {
  if (!view) return value === undefined;
  return view.isSet(key) || view.hasUnsureKeys();
}
