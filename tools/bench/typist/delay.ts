import { Random } from '../../../test/support/generate/random';

/** The most keys that a mixed answer is late. */
const LATEST = 5;

/** How many keys late answers come: as many each time, or for `mixed` half of them at once and the others up to five late. */
export type Delay = number | 'mixed';

/** A delay as an option gives it. Throws for anything but a number or `mixed`. */
export function delayOf(text: string): Delay {
  if (text === 'mixed') return text;
  const keys = Number(text);
  if (!Number.isInteger(keys) || keys < 0) throw new Error(`not a number of keys: ${text}`);
  return keys;
}

/** What gives the delay of each answer in turn, the same for the same seed. */
export function delaysOf(delay: Delay, seed: number): () => number {
  if (delay !== 'mixed') return () => delay;
  const random = new Random(seed);
  return () => (random.chance(0.5) ? 0 : random.below(LATEST + 1));
}
