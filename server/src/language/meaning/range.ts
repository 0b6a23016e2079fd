import { capital } from '../base/words';
import type { FleetNodes } from '../shorthand/fleet-nodes';
import type { RangeValue } from '../shorthand/range';
import { rangeInWords } from './words';

/** `2 or more.` */
export function explainIntegerRange(range: RangeValue): string {
  const words = rangeInWords(range, String);
  return `${range.min === range.max ? `Exactly ${words}` : capital(words)}.`;
}

/** `0 to 4 instances.`; what the lower end means for a fleet is said as well. */
export function explainFleetNodes({ min, max }: FleetNodes): string {
  if (max === 0) return 'No instance.';
  const noun = min === 1 && max === 1 ? 'instance' : 'instances';
  const amount = `${rangeInWords({ min, max }, String)} ${noun}`;
  if (min === max) return `${amount}, created with the fleet.`;
  return min === 0
    ? `${amount}, created when runs need them.`
    : `${amount}: ${String(min)} at once, the others when runs need them.`;
}
