import type { Completer } from './completer';
import { completeRange } from './range';

const ARCHITECTURES = ['x86', 'arm'];

/** Numbers of cores and architectures; behind `arm:` the numbers. */
export const completeCpu: Completer = (prefix, schema) => {
  const colon = prefix.lastIndexOf(':') + 1;
  const head = prefix.slice(0, colon);
  const counts = completeRange(prefix.slice(colon), schema).map(({ text }) => ({
    text: head + text,
  }));
  if (head !== '') return counts;
  return [...counts, ...ARCHITECTURES.map((text) => ({ text: `${text}:` }))];
};
