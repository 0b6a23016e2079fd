import { lookup } from '../../../../base/lookup';
import { problem, type Problem } from '../../../../problem/problem';
import { setHere } from '../../conflict';
import type { Rule } from '../../rule';
import type { View } from '../../view';

/** What a certificate needs, and what a load balancer needs of it. */
interface Mismatch {
  /** The property that the certificate does not go with. */
  readonly with: string;
  readonly message: string;
}

/** The certificates that the load balancers of these clouds take. */
const OF_LOAD_BALANCER: Readonly<Record<string, string>> = { aws: 'acm', gcp: 'gcp-cm' };

/**
 * The certificate, the load balancer and the rest of a gateway fit each other. Without a word about it, the certificate
 * is `lets-encrypt`.
 * Mirrors `_validate_gateway_configuration` of server/services/gateways/__init__.py, which stops at the first mismatch.
 */
export const gatewayCertificate: Rule = {
  codes: ['certificate', 'gateway-backend'],
  check(gateway, report) {
    const backend = gateway.text('backend');
    if (backend === undefined || gateway.isUnsure('certificate')) return;
    if (gateway.isUnsure('load_balancer') || gateway.hasUnsureKeys()) return;
    if (gateway.isSet('load_balancer') && lookup(OF_LOAD_BALANCER, backend) === undefined) {
      const message = `\`load_balancer\` is supported for \`aws\` and \`gcp\` only, not for \`${backend}\`.`;
      report(
        problem('gateway-backend', gateway.keySpan('load_balancer'), message, {
          data: { remove: 'load_balancer', other: 'backend' },
          related: [setHere(gateway, 'backend')],
        }),
      );
      return;
    }
    const certificate = certificateOf(gateway);
    const found = certificate && mismatch(gateway, backend, certificate);
    if (found) report(certificateProblem(gateway, found));
  },
};

/** The type of the certificate; undefined for none. */
function certificateOf(gateway: View): string | undefined {
  if (!gateway.has('certificate')) return 'lets-encrypt';
  return gateway.view('certificate')?.text('type');
}

function mismatch(gateway: View, backend: string, certificate: string): Mismatch | undefined {
  const balanced = gateway.isSet('load_balancer');
  const right = lookup(OF_LOAD_BALANCER, backend);
  if (balanced && right !== undefined && certificate !== right) {
    return {
      with: 'load_balancer',
      message: `Behind a load balancer of \`${backend}\`, \`certificate\` must be \`null\` or of the type \`${right}\`, not \`${certificate}\`.`,
    };
  }
  if (certificate === 'lets-encrypt') return letsEncryptMismatch(gateway, right);
  if (certificate !== right) {
    const owner = certificate === 'acm' ? 'aws' : 'gcp';
    const message = `A certificate of the type \`${certificate}\` is supported for \`${owner}\` only, not for \`${backend}\`.`;
    return { with: 'backend', message };
  }
  if (certificate !== 'gcp-cm' || balanced) return undefined;
  const message =
    'A certificate of the type `gcp-cm` requires a load balancer: add `load_balancer: {type: alb}`.';
  return { with: 'load_balancer', message };
}

/** Let's Encrypt must reach the gateway, and there must be one of it. */
function letsEncryptMismatch(gateway: View, other: string | undefined): Mismatch | undefined {
  const instead =
    other === undefined ? '`certificate: null`' : `\`certificate: null\` or \`${other}\``;
  if (gateway.value('public_ip') === false) {
    const message = `A private gateway cannot have a certificate of Let's Encrypt, which is the default: use ${instead}.`;
    return { with: 'public_ip', message };
  }
  if ((gateway.number('replicas') ?? 1) <= 1) return undefined;
  const message = `Several replicas cannot share a certificate of Let's Encrypt, which is the default: use ${instead}.`;
  return { with: 'replicas', message };
}

/** It lies on the certificate where there is one in the file, else on what goes against the default. */
function certificateProblem(gateway: View, { with: other, message }: Mismatch): Problem {
  const certificate = gateway.view('certificate');
  if (!certificate) {
    return problem('certificate', gateway.keySpan(other), message, {
      data: { key: 'certificate' },
    });
  }
  return problem('certificate', certificate.valueSpan('type'), message, {
    data: { key: gateway.has(other) ? 'certificate' : other, other },
    related: gateway.has(other) ? [setHere(gateway, other)] : [],
  });
}
