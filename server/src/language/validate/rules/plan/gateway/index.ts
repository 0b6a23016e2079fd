import type { Rule } from '../../rule';
import { domainExpressions } from '../interpolation';
import { gatewayBackend } from './backend';
import { gatewayCertificate } from './certificate';
import { gatewayReplicas } from './replicas';

/** For gateways. */
export const planGatewayRules: readonly Rule[] = [
  gatewayBackend,
  domainExpressions,
  gatewayReplicas,
  gatewayCertificate,
];
