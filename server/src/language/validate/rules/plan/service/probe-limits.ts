import type { Rule } from '../../rule';
import { serverLimit } from '../server-limit';

const MOST_PROBES = { limit: 10, variable: 'DSTACK_SERVER_MAX_PROBES_PER_JOB' };
/** In seconds. */
const LONGEST_TIMEOUT = { limit: 300, variable: 'DSTACK_SERVER_MAX_PROBE_TIMEOUT' };

/**
 * How many probes there can be, and how long each may wait.
 * Mirrors `validate_run_spec_and_set_defaults` of server/services/runs/spec.py.
 */
export const probeLimits: Rule = {
  codes: ['server-limit'],
  check(service, report) {
    const probes = service.items('probes');
    const excess = probes[MOST_PROBES.limit];
    if (excess) {
      const at = excess.view?.headSpan() ?? excess.node.span;
      const related = [{ span: service.keySpan('probes'), message: `${probes.length} probes.` }];
      report(serverLimit(MOST_PROBES, at, 'A service has at most 10 probes', { related }));
    }
    for (const probe of service.views('probes')) {
      const timeout = probe.number('timeout');
      if (timeout === undefined || timeout <= LONGEST_TIMEOUT.limit) continue;
      const at = probe.valueSpan('timeout');
      report(serverLimit(LONGEST_TIMEOUT, at, '`timeout` is at most `5m`', { suggestion: '5m' }));
    }
  },
};
