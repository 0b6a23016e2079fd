import type { Rule } from '../../rule';
import { commandExpressions } from './commands';
import { envExpressions } from './env';
import { initExpressions } from './init';
import { probeExpressions } from './probes';
import { registryExpressions } from './registry-auth';
import { volumeExpressions } from './volume-names';

export { domainExpressions } from './domain';

/** For dev environments, tasks and services; what they do not have is not checked. */
export const expressionRules: readonly Rule[] = [
  registryExpressions,
  probeExpressions,
  commandExpressions,
  initExpressions,
  envExpressions,
  volumeExpressions,
];
