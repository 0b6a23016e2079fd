import type { Span } from '../../../base/span';
import type { Gateway, ProfileParams, Run } from '../../../coerce/values';
import { problem, type Problem } from '../../../problem/problem';
import type { Rule } from '../rule';

const codes = ['server-limit'] as const;

/** A limit of the server, which an environment variable of the server can raise. */
interface ServerLimit {
  readonly variable: string;
  readonly limit: number;
}

const MAX_GATEWAY_REPLICAS = { limit: 9, variable: 'DSTACK_SERVER_GATEWAY_MAX_REPLICAS' };
const MAX_PROBES = { limit: 10, variable: 'DSTACK_SERVER_MAX_PROBES_PER_JOB' };
/** In seconds. */
const MAX_PROBE_TIMEOUT = { limit: 300, variable: 'DSTACK_SERVER_MAX_PROBE_TIMEOUT' };
/** In seconds. */
const MAX_TIME_WINDOW = { limit: 3600, variable: 'DSTACK_SERVER_METRICS_RUNNING_TTL_SECONDS' };

/**
 * The maximum number of machines of a gateway.
 * Mirrors `_validate_gateway_configuration` of server/services/gateways/__init__.py.
 */
export const gatewayReplicas: Rule<Gateway> = {
  codes,
  check(gateway, report) {
    if ((gateway.value('replicas') ?? 0) <= MAX_GATEWAY_REPLICAS.limit) return;
    const at = gateway.valueSpan('replicas');
    const rule = 'A gateway has at most 9 replicas';
    report(serverLimit(MAX_GATEWAY_REPLICAS, at, rule, { suggestion: '9' }));
  },
};

/**
 * The maximum number of probes, and the maximum timeout of each.
 * Mirrors `validate_run_spec_and_set_defaults` of server/services/runs/spec.py.
 */
export const probeLimits: Rule<Run> = {
  codes,
  check(service, report) {
    const probes = service.items('probes');
    const excess = probes[MAX_PROBES.limit];
    if (excess) {
      const at = excess.view?.headSpan() ?? excess.node.span;
      const related = [{ span: service.keySpan('probes'), message: `${probes.length} probes.` }];
      report(serverLimit(MAX_PROBES, at, 'A service has at most 10 probes', { related }));
    }
    for (const probe of service.views('probes')) {
      if ((probe.value('timeout') ?? 0) <= MAX_PROBE_TIMEOUT.limit) continue;
      const at = probe.valueSpan('timeout');
      report(serverLimit(MAX_PROBE_TIMEOUT, at, '`timeout` is at most `5m`', { suggestion: '5m' }));
    }
  },
};

/**
 * The server keeps its measurements for a limited time, which is the maximum of `time_window`.
 * Mirrors `validate_run_spec_and_set_defaults` of server/services/runs/spec.py.
 */
export const utilizationWindow: Rule<ProfileParams> = {
  codes,
  check(owner, report) {
    const policy = owner.view('utilization_policy');
    if (!policy || (policy.value('time_window') ?? 0) <= MAX_TIME_WINDOW.limit) return;
    const at = policy.valueSpan('time_window');
    const rule = '`time_window` is at most `1h`';
    report(serverLimit(MAX_TIME_WINDOW, at, rule, { suggestion: '1h' }));
  },
};

/**
 * The warning that something exceeds a limit of the server.
 *
 * @param rule what holds, as the beginning of the sentence: "A gateway has at most 9 replicas"
 * @param extra the text that would keep to the limit, and other places
 */
function serverLimit(
  { variable, limit }: ServerLimit,
  at: Span,
  rule: string,
  { suggestion, related }: { suggestion?: string } & Pick<Problem, 'related'>,
): Problem {
  const message = `${rule}, unless the server is set up with a larger \`${variable}\`.`;
  return problem('server-limit', at, message, {
    severity: 'warning',
    data: { limit, ...(suggestion !== undefined && { suggestion }) },
    ...(related && { related }),
  });
}
