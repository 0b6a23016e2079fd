import { Random } from '../../../test/support/generate/random';

/** The maximum delay of a mixed answer, in keys. */
const LATEST = 5;

/**
 * How many keys late answers come: the same number each time, or for `mixed` half of them at once and the others up to
 * five late.
 */
export type Delay = number | 'mixed';

/** Reads a delay from an option. Throws for anything but a number or `mixed`. */
export function delayOf(text: string): Delay {
  if (text === 'mixed') return text;
  const keys = Number(text);
  if (!Number.isInteger(keys) || keys < 0) throw new Error(`not a number of keys: ${text}`);
  return keys;
}

/** A function that returns the delay of each answer in turn, the same for the same seed. */
export function delaysOf(delay: Delay, seed: number): () => number {
  if (delay !== 'mixed') return () => delay;
  const random = new Random(seed);
  return () => (random.chance(0.5) ? 0 : random.below(LATEST + 1));
}
