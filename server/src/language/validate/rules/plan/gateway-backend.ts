import { lookup } from '../../../base/lookup';
import { listOfNames } from '../../../base/words';
import { GATEWAY_BACKENDS, PRIVATE_GATEWAY_BACKENDS } from '../../../catalogue/gateway-backends';
import type { Gateway } from '../../../coerce/values';
import type { Span } from '../../../base/span';
import { problem, type Problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { setHere } from '../support/conflict';
import type { View } from '../support/view';

const codes = ['gateway-backend'] as const;

/** The clouds with load balancers for gateways, and the type of certificate that these accept. */
export const LOAD_BALANCER_CERTIFICATES: Readonly<Record<string, string>> = {
  aws: 'acm',
  gcp: 'gcp-cm',
};

/**
 * Few backends can run gateways, and fewer can keep them private.
 * Mirrors `_validate_gateway_configuration` of server/services/gateways/__init__.py.
 */
export const gatewayBackend: Rule<Gateway> = {
  codes,
  check(gateway, report) {
    const backend = gateway.value('backend');
    if (backend === undefined) return;
    if (!GATEWAY_BACKENDS.includes(backend)) {
      const message = `Gateways are not supported for \`${backend}\`: use ${listOfNames(GATEWAY_BACKENDS, 'or')}. Its services may run anywhere.`;
      report(
        problem('gateway-backend', gateway.valueSpan('backend'), message, {
          data: { given: backend, values: GATEWAY_BACKENDS },
        }),
      );
    } else if (
      gateway.value('public_ip') === false &&
      !PRIVATE_GATEWAY_BACKENDS.includes(backend)
    ) {
      const message = `Private gateways are not supported for \`${backend}\`, only for ${listOfNames(PRIVATE_GATEWAY_BACKENDS)}: remove \`public_ip: false\`.`;
      report(unsupported(gateway, 'public_ip', gateway.valueSpan('public_ip'), message));
    }
  },
};

/**
 * Few backends have load balancers for gateways. It is checked together with the certificate, so only if that is right.
 * Mirrors `_validate_gateway_configuration` of server/services/gateways/__init__.py.
 */
export const gatewayLoadBalancer: Rule<Gateway> = {
  codes,
  check(gateway, report) {
    const backend = gateway.value('backend');
    if (backend === undefined || !gateway.hasValue('load_balancer')) return;
    if (gateway.isUnsure('certificate') || gateway.hasUnsureKeys()) return;
    if (lookup(LOAD_BALANCER_CERTIFICATES, backend) !== undefined) return;
    const message = `\`load_balancer\` is supported for \`aws\` and \`gcp\` only, not for \`${backend}\`.`;
    report(unsupported(gateway, 'load_balancer', gateway.keySpan('load_balancer'), message));
  },
};

/** The same before there were load balancers of Google Cloud. */
export const loadBalancerOnAws: Rule<Gateway> = {
  codes,
  until: '0.22.1',
  check(gateway, report) {
    if (gateway.value('backend') !== 'gcp' || !gateway.hasValue('load_balancer')) return;
    const message =
      '`load_balancer` is supported for `aws` only; for `gcp` it needs dstack 0.22.1.';
    report(unsupported(gateway, 'load_balancer', gateway.keySpan('load_balancer'), message));
  },
};

/** The problem that the backend does not support a property: one of the two has to go. */
function unsupported(gateway: View<Gateway>, key: string, at: Span, message: string): Problem {
  return problem('gateway-backend', at, message, {
    data: { remove: key, other: 'backend' },
    related: [setHere(gateway, 'backend')],
  });
}
