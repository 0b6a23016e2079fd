import { problem } from '../../../problem/problem';
import { setHere } from '../conflict';
import type { Rule } from '../rule';
import { replicasKey, replicasOf } from './replica-range';

/**
 * `scaling` moves the number of replicas within a range: each needs the other.
 * Mirrors `ServiceConfigurationParams.validate_scaling` and `ReplicaGroup.validate_scaling` of
 * core/models/configurations.py. A service without `replicas` is only refused while planning.
 */
export const scaling: Rule = {
  codes: ['range-without-scaling', 'scaling-without-range'],
  check(owner, report) {
    const key = replicasKey(owner);
    const replicas = replicasOf(owner);
    if (!replicas) return;
    const isRange = (replicas.min ?? 0) !== replicas.max;
    if (isRange && !owner.isSet('scaling') && !owner.hasUnsureKeys()) {
      const message = `When you set \`${key}\` to a range, \`scaling\` must be set as well: it says when to add replicas.`;
      report(
        problem('range-without-scaling', owner.valueSpan(key), message, {
          data: { key: 'scaling' },
        }),
      );
    } else if (!isRange && owner.isSet('scaling') && !owner.isUnsure('scaling')) {
      const message = `To use \`scaling\`, \`${key}\` must be set to a range such as \`1..4\`.`;
      report(
        problem('scaling-without-range', owner.keySpan('scaling'), message, {
          data: { remove: 'scaling' },
          related: [setHere(owner, key)],
        }),
      );
    }
  },
};
