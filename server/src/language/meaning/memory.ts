import { capital } from '../base/words';
import type { RangeValue } from '../shorthand/range';
import { rangeInWords, sizeInWords } from './words';

/** `24 GB.` */
export function explainMemory(size: number): string {
  return `${sizeInWords(size)}.`;
}

/** `24 to 80 GB.`; one size is exact, which people do not expect. */
export function explainMemoryRange(range: RangeValue): string {
  const words = rangeInWords(range, sizeInWords);
  return `${isExact(range) ? `Exactly ${words}` : capital(words)}.`;
}

/** `A disk of 100 GB or more.` */
export function explainDisk({ size }: { readonly size: RangeValue }): string {
  return `A disk of ${isExact(size) ? 'exactly ' : ''}${rangeInWords(size, sizeInWords)}.`;
}

function isExact({ min, max }: RangeValue): boolean {
  return min === max;
}
