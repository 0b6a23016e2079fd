import { GATEWAY_BACKENDS, PRIVATE_GATEWAY_BACKENDS } from '../../../../catalogue/gateway-backends';
import { problem } from '../../../../problem/problem';
import { listed, setHere } from '../../conflict';
import type { Rule } from '../../rule';

/**
 * Few backends can run gateways, and fewer can keep them private.
 * Mirrors `_validate_gateway_configuration` of server/services/gateways/__init__.py.
 */
export const gatewayBackend: Rule = {
  codes: ['gateway-backend'],
  check(gateway, report) {
    const backend = gateway.text('backend');
    if (backend === undefined) return;
    if (!GATEWAY_BACKENDS.includes(backend)) {
      const message = `Gateways are not supported for \`${backend}\`: use ${listed(GATEWAY_BACKENDS)}. The services behind it may run anywhere.`;
      report(
        problem('gateway-backend', gateway.valueSpan('backend'), message, {
          data: { given: backend, values: GATEWAY_BACKENDS },
        }),
      );
    } else if (
      gateway.value('public_ip') === false &&
      !PRIVATE_GATEWAY_BACKENDS.includes(backend)
    ) {
      const message = `Private gateways are not supported for \`${backend}\`, only for ${listed(PRIVATE_GATEWAY_BACKENDS)}: remove \`public_ip: false\`.`;
      report(
        problem('gateway-backend', gateway.valueSpan('public_ip'), message, {
          data: { remove: 'public_ip', other: 'backend' },
          related: [setHere(gateway, 'backend')],
        }),
      );
    }
  },
};
