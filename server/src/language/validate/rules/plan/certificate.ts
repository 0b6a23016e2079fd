import type { Gateway } from '../../../coerce/values';
import { lookup } from '../../../base/lookup';
import { problem, type Problem } from '../../../problem/problem';
import { setHere } from '../support/conflict';
import { hasReplicas } from '../support/replicas';
import type { Rule } from '../rule';
import { LOAD_BALANCER_CERTIFICATES } from './gateway-backend';
import type { View } from '../support/view';

/** What a certificate needs, and what a load balancer needs of it. */
interface Mismatch {
  /** The property that the certificate conflicts with. */
  readonly with: string;
  readonly message: string;
}

/**
 * The certificate, the load balancer and the rest of a gateway fit each other. The default certificate is
 * `lets-encrypt`.
 * Mirrors `_validate_gateway_configuration` of server/services/gateways/__init__.py, which stops at the first mismatch.
 */
export const gatewayCertificate: Rule<Gateway> = {
  codes: ['certificate'],
  check(gateway, report) {
    const backend = gateway.value('backend');
    if (backend === undefined || gateway.isUnsure('certificate')) return;
    if (gateway.isUnsure('load_balancer') || gateway.hasUnsureKeys()) return;
    const certificate = certificateOf(gateway);
    const found = certificate && mismatch(gateway, backend, certificate);
    if (found) report(certificateProblem(gateway, found));
  },
};

/** The type of the certificate; undefined for none. */
function certificateOf(gateway: View<Gateway>): string | undefined {
  if (!gateway.has('certificate')) return 'lets-encrypt';
  return gateway.view('certificate')?.value('type');
}

function mismatch(
  gateway: View<Gateway>,
  backend: string,
  certificate: string,
): Mismatch | undefined {
  const balanced = gateway.isSet('load_balancer');
  const right = lookup(LOAD_BALANCER_CERTIFICATES, backend);
  if (balanced && right !== undefined && certificate !== right) {
    return {
      with: 'load_balancer',
      message: `With a load balancer of \`${backend}\`, \`certificate\` must be \`null\` or of the type \`${right}\`, not \`${certificate}\`.`,
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

/** Let's Encrypt must reach the gateway, and there must be one instance of it. */
function letsEncryptMismatch(
  gateway: View<Gateway>,
  other: string | undefined,
): Mismatch | undefined {
  const instead =
    other === undefined ? '`certificate: null`' : `\`certificate: null\` or \`${other}\``;
  if (gateway.value('public_ip') === false) {
    const message = `A private gateway cannot have a certificate of Let's Encrypt, which is the default: use ${instead}.`;
    return { with: 'public_ip', message };
  }
  if (!hasReplicas(gateway)) return undefined;
  const message = `Several replicas cannot share a certificate of Let's Encrypt, which is the default: use ${instead}.`;
  return { with: 'replicas', message };
}

/**
 * The first gateways with several replicas could not have any certificate.
 * Mirrors `_validate_gateway_configuration` of dstack 0.20.
 */
export const certificateOrReplicas: Rule<Gateway> = {
  codes: ['certificate'],
  until: '0.21.0',
  check(gateway, report) {
    if (gateway.isUnsure('certificate') || gateway.hasUnsureKeys()) return;
    if (!hasReplicas(gateway) || certificateOf(gateway) === undefined) return;
    const message =
      "Several replicas cannot have a certificate, which is one of Let's Encrypt by default: use `certificate: null`.";
    report(certificateProblem(gateway, { with: 'replicas', message }));
  },
};

/** It is on the certificate if the file has one, else on the property that conflicts with the default. */
function certificateProblem(gateway: View<Gateway>, { with: other, message }: Mismatch): Problem {
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
