import type { Completer } from './completer';

const NUMBERS = [1, 2, 4, 8, 16, 32];

/** Whole numbers and open ranges; behind `..` the larger numbers. */
export const completeRange: Completer = (prefix) => {
  const [, low] = /^([0-9]*)\.\.$/.exec(prefix) ?? [];
  const numbers = NUMBERS.filter((number) => low === undefined || number > Number(low));
  if (low !== undefined) return numbers.map((number) => ({ text: prefix + String(number) }));
  if (/^[0-9]+$/.test(prefix)) return [prefix, `${prefix}..`].map((text) => ({ text }));
  return numbers.flatMap((number) => [{ text: String(number) }, { text: `${String(number)}..` }]);
};
