import { problem } from '../../../../problem';
import type { Rule } from '../../rule';

/** `DSTACK_SERVER_MAX_PROBES_PER_JOB` unless the server has another value. */
const MOST_PROBES = 10;
/** Seconds; `DSTACK_SERVER_MAX_PROBE_TIMEOUT` unless the server has another value. */
const LONGEST_TIMEOUT = 300;

/**
 * How many probes there can be, and how long each may wait.
 * Mirrors `validate_run_spec_and_set_defaults` of server/services/runs/spec.py.
 */
export const probeLimits: Rule = {
  codes: ['server-limit'],
  check(service, report) {
    const probes = service.items('probes');
    const excess = probes[MOST_PROBES];
    if (excess) {
      const message = `A service has at most ${MOST_PROBES} probes, unless the server is set up with a larger \`DSTACK_SERVER_MAX_PROBES_PER_JOB\`.`;
      report(
        problem('server-limit', excess.view?.headSpan() ?? excess.node.span, message, {
          severity: 'warning',
          data: { limit: MOST_PROBES },
          related: [{ span: service.keySpan('probes'), message: `${probes.length} probes.` }],
        }),
      );
    }
    for (const probe of service.views('probes')) {
      const timeout = probe.number('timeout');
      if (timeout === undefined || timeout <= LONGEST_TIMEOUT) continue;
      const message =
        '`timeout` is at most `5m`, unless the server is set up with a larger `DSTACK_SERVER_MAX_PROBE_TIMEOUT`.';
      report(
        problem('server-limit', probe.valueSpan('timeout'), message, {
          severity: 'warning',
          data: { limit: LONGEST_TIMEOUT, suggestion: '5m' },
        }),
      );
    }
  },
};
