import { problem } from '../../../../problem/problem';
import type { Rule } from '../../rule';

/** Ports of the container that dstack keeps for itself and does not forward. */
const RESERVED = { from: 10000, to: 10999 };

interface Mapping {
  readonly local_port?: number | null;
  readonly container_port: number;
}

/**
 * `dstack apply` listens on each local port, which it can do once. Options can change that, so that it is a warning.
 * Mirrors `PortsLock.acquire` of core/services/ssh/ports.py, which `_reserve_ports` of api/_public/runs.py calls.
 */
export const localPorts: Rule = {
  codes: ['duplicate-entry'],
  check(run, report) {
    const first = new Map<number, { container: number; span: { start: number; end: number } }>();
    for (const { node, value } of run.items('ports')) {
      const { local_port: local, container_port: container } = (value ?? {}) as Partial<Mapping>;
      if (!local || container === undefined) continue;
      if (container >= RESERVED.from && container <= RESERVED.to) continue;
      const earlier = first.get(local);
      if (!earlier) first.set(local, { container, span: node.span });
      if (!earlier || earlier.container === container) continue;
      const message =
        `The local port \`${local}\` is already taken by another of the \`ports\`: write e.g. \`${local + 1}:${container}\`.\n` +
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
