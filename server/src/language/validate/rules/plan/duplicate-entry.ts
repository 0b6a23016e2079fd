import type { Span } from '../../../base/span';
import { quote } from '../../../base/words';
import type { Fleet, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Piece } from '../../../shorthand/grammar/piece';
import type { Rule } from '../rule';
import { hostSpan } from '../support/fleet';
import { reportRepeated } from '../support/repeated';
import { placeOf } from '../support/texts';
import { volumeNames } from '../support/volumes';
import { interpolate } from './interpolation/interpolator';

const codes = ['duplicate-entry'] as const;

/**
 * The same machine twice. dstack does not check that; the second instance would never work.
 * Mirrors `create_fleet_ssh_instance_model` of server/services/fleets.py, which makes an instance of each host.
 */
export const uniqueHosts: Rule<Fleet> = {
  codes,
  check(fleet, report) {
    const ssh = fleet.view('ssh_config');
    if (!ssh) return;
    const entries = ssh.items('hosts').flatMap((host) => {
      const { view, value } = host;
      const name = view ? view.value('hostname') : value;
      if (typeof name !== 'string') return [];
      const port = view?.value('port') ?? ssh.value('port') ?? 22;
      return { id: `${name}:${port}`, span: hostSpan(host) };
    });
    const message = (id: string) =>
      `The host ${quote(id)} is listed twice: each machine can be one instance only.`;
    reportRepeated(entries, message, (found) => {
      report({ ...found, severity: 'warning' });
    });
  },
};

/**
 * A volume is mounted once, and is once in a list of alternatives.
 * Mirrors `check_can_attach_job_volumes` of server/services/jobs/__init__.py.
 */
export const uniqueVolumes: Rule<Run> = {
  codes,
  since: '0.18.25',
  check(run, report) {
    const entries = volumeNames(run).map((name) => ({
      id: idOf(name.piece),
      span: placeOf(name, name.piece),
    }));
    const message = (id: string) =>
      `The volume ${quote(id)} is mounted twice: a run can mount each volume once.`;
    reportRepeated(entries, message, report);
  },
};

/** Both names for the number of the node mean the same. */
function idOf(name: Piece): string {
  const later = { dstack: () => true };
  const { text } = interpolate(name, { has: () => false, later });
  return text.text.replace(
    /\$\{\{\s*dstack\.(?:job_num|node_rank)\s*\}\}/g,
    '${{ dstack.node_rank }}',
  );
}

/** Ports of the container that dstack keeps for itself and does not forward. */
const RESERVED = { from: 10000, to: 10999 };

/**
 * `dstack apply` listens on each local port, which it can do once. Options can change that, so it is a warning.
 * Mirrors `PortsLock.acquire` of core/services/ssh/ports.py, which `_reserve_ports` of api/_public/runs.py calls.
 */
export const localPorts: Rule<Run> = {
  codes,
  check(run, report) {
    const first = new Map<number, { container: number; span: Span }>();
    for (const { node, value } of run.items('ports')) {
      const { local_port: local, container_port: container } = value ?? {};
      if (!local || container === undefined) continue;
      if (container >= RESERVED.from && container <= RESERVED.to) continue;
      const earlier = first.get(local);
      if (!earlier) first.set(local, { container, span: node.span });
      if (!earlier || earlier.container === container) continue;
      const message =
        `The local port \`${local}\` is already used by another of the \`ports\`: write e.g. \`${local + 1}:${container}\`.\n` +
        `\`dstack apply\` works only with \`--detach\` or \`-p ${local + 1}:${container}\` otherwise.`;
      report(
        problem('duplicate-entry', node.span, message, {
          severity: 'warning',
          data: { suggestion: `${local + 1}:${container}` },
          related: [{ span: earlier.span, message: 'The first one is here.' }],
        }),
      );
    }
  },
};
