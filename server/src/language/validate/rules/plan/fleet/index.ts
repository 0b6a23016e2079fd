import type { Rule } from '../../rule';
import { noBackendProperties } from './backend-properties';
import { noEnv } from './env';
import { internalIp } from './internal-ip';
import { fleetKind } from './kind';
import { hostLogin } from './login';
import { uniqueHosts } from './unique-hosts';

/** For fleets. */
export const planFleetRules: readonly Rule[] = [
  noEnv,
  fleetKind,
  noBackendProperties,
  hostLogin,
  internalIp,
  uniqueHosts,
];
