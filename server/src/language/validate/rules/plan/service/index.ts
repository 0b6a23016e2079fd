import type { Rule } from '../../rule';
import { dynamoRetry } from './dynamo-retry';
import { probeLimits } from './probe-limits';
import { scalingNeedsRange } from './scaling-needs-range';
import { scalingTarget } from './scaling-target';
import { scheduledScaleToZero } from './scheduled-zero';
import { withoutGateway } from './without-gateway';

/** For services, and for each replica group of one. */
export const planReplicaRules: readonly Rule[] = [scalingTarget];

/** For services. */
export const planServiceRules: readonly Rule[] = [
  dynamoRetry,
  scalingNeedsRange,
  scheduledScaleToZero,
  probeLimits,
  withoutGateway,
];
