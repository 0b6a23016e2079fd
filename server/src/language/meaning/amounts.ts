import { capital } from '../base/words';
import type { FleetNodes } from '../shorthand/resources/fleet-nodes';
import type { RangeValue } from '../shorthand/resources/range';
import { durationInWords, rangeInWords, sizeInWords } from './words';

/** A time in seconds, or `off`, for which a negative number stands as well. */
export function explainDuration(value: number | 'off'): string {
  if (value === 'off' || value < 0) return 'The same as `off`: no limit.';
  return `${capital(durationInWords(value))}.`;
}

/** A time in seconds, of which a negative one is no word for anything. */
export function explainPlainDuration(value: number): string {
  return `${capital(durationInWords(value))}.`;
}

/** `24 GB.` */
export function explainMemory(size: number): string {
  return `${sizeInWords(size)}.`;
}

/** `24 to 80 GB.`; one size is exact, which people do not expect. */
export function explainMemoryRange(range: RangeValue): string {
  return explainRange(range, sizeInWords);
}

/** `A disk of 100 GB or more.` */
export function explainDisk({ size }: { readonly size: RangeValue }): string {
  return `A disk of ${isExact(size) ? 'exactly ' : ''}${rangeInWords(size, sizeInWords)}.`;
}

function explainRange(range: RangeValue, toWords: (end: number) => string): string {
  const words = rangeInWords(range, toWords);
  return `${isExact(range) ? `Exactly ${words}` : capital(words)}.`;
}

function isExact({ min, max }: RangeValue): boolean {
  return min === max;
}

/** `2 or more.` */
export function explainIntegerRange(range: RangeValue): string {
  return explainRange(range, String);
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
