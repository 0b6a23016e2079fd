import { counted } from '../base/words';
import type { RangeValue } from '../shorthand/resources/range';

/** A size in GB: `24 GB`, `1.5 TB`, `512 MB`. */
export function sizeInWords(gigabytes: number): string {
  if (gigabytes >= 1024 && gigabytes % 256 === 0) return `${String(gigabytes / 1024)} TB`;
  if (gigabytes > 0 && gigabytes < 1) return `${decimal(gigabytes * 1024)} MB`;
  return `${decimal(gigabytes)} GB`;
}

function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [24 * 3600, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** A time in seconds: `1 hour 30 minutes`; where it is days, also in hours. */
export function durationInWords(seconds: number): string {
  if (!Number.isSafeInteger(seconds)) return 'far longer than any run lasts';
  const terms: string[] = [];
  let rest = Math.abs(seconds);
  for (const [size, name] of UNITS) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) terms.push(counted(amount, name));
  }
  const words = `${seconds < 0 ? 'minus ' : ''}${terms.join(' ') || '0 seconds'}`;
  const hours = seconds / 3600;
  return hours >= 24 && Number.isInteger(hours) ? `${words} (${String(hours)} hours)` : words;
}

/** `8`, `8 or more`, `up to 8`, `4 to 8`, each end in the words of `toWords`. */
export function rangeInWords({ min, max }: RangeValue, toWords: (end: number) => string): string {
  if (min === max && min !== null) return toWords(min);
  if (max === null) return `${toWords(min ?? 0)} or more`;
  if (min === null) return `up to ${toWords(max)}`;
  const [low, high] = [toWords(min), toWords(max)];
  const unit = / [A-Z]+$/.exec(high)?.[0];
  // One unit is enough for two ends that have the same.
  return `${unit && low.endsWith(unit) ? low.slice(0, -unit.length) : low} to ${high}`;
}
