import { uniqueBackendOptions } from '../profiles/backend-options';
import type { Rule } from '../rule';
import { envRules } from '../run';
import { fleetNodes } from './nodes';

/** For fleets. */
export const fleetRules: readonly Rule[] = [fleetNodes, ...envRules, uniqueBackendOptions];
