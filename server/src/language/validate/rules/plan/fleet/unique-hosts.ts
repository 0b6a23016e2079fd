import { quote } from '../../../../shorthand/piece';
import type { Rule } from '../../rule';
import { reportRepeated } from '../../repeated';
import { hostSpan } from './host';

/**
 * The same machine twice. dstack does not look; the second instance would never work.
 * Mirrors `create_fleet_ssh_instance_model` of server/services/fleets.py, which makes an instance of each host.
 */
export const uniqueHosts: Rule = {
  codes: ['duplicate-entry'],
  check(fleet, report) {
    const ssh = fleet.view('ssh_config');
    if (!ssh) return;
    const entries = ssh.items('hosts').flatMap((host) => {
      const { view, value } = host;
      const name = view ? view.text('hostname') : value;
      if (typeof name !== 'string') return [];
      const port = view?.number('port') ?? ssh.number('port') ?? 22;
      return { id: `${name}:${port}`, span: hostSpan(host) };
    });
    const message = (id: string) =>
      `The host ${quote(id)} is listed twice: each machine can be one instance only.`;
    reportRepeated(entries, message, (found) => {
      report({ ...found, severity: 'warning' });
    });
  },
};
