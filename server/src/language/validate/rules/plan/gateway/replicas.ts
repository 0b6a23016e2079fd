import { problem } from '../../../../problem';
import type { Rule } from '../../rule';

/** `DSTACK_SERVER_GATEWAY_MAX_REPLICAS` unless the server has another value. */
const MOST = 9;

/**
 * How many machines a gateway may consist of.
 * Mirrors `_validate_gateway_configuration` of server/services/gateways/__init__.py.
 */
export const gatewayReplicas: Rule = {
  codes: ['server-limit'],
  check(gateway, report) {
    const replicas = gateway.number('replicas');
    if (replicas === undefined || replicas <= MOST) return;
    const message = `A gateway has at most ${MOST} replicas, unless the server is set up with a larger \`DSTACK_SERVER_GATEWAY_MAX_REPLICAS\`.`;
    report(
      problem('server-limit', gateway.valueSpan('replicas'), message, {
        severity: 'warning',
        data: { limit: MOST, suggestion: String(MOST) },
      }),
    );
  },
};
