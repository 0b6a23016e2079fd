import type { Rule } from '../../rule';
import { serverLimit } from '../server-limit';

const MOST = { limit: 9, variable: 'DSTACK_SERVER_GATEWAY_MAX_REPLICAS' };

/**
 * How many machines a gateway may consist of.
 * Mirrors `_validate_gateway_configuration` of server/services/gateways/__init__.py.
 */
export const gatewayReplicas: Rule = {
  codes: ['server-limit'],
  check(gateway, report) {
    const replicas = gateway.number('replicas');
    if (replicas === undefined || replicas <= MOST.limit) return;
    const at = gateway.valueSpan('replicas');
    report(serverLimit(MOST, at, 'A gateway has at most 9 replicas', { suggestion: '9' }));
  },
};
