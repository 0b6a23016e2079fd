import { choices, type Completer } from './completer';
import { integerRanges } from './range';

const ARCHITECTURES = ['x86', 'arm'];

/** Numbers of cores, alone and after an architecture. */
export const completeCpu: Completer = (prefix) => {
  const colon = prefix.lastIndexOf(':') + 1;
  const counts = choices(integerRanges(prefix.slice(colon)), prefix.slice(0, colon));
  if (colon > 0) return counts;
  return [
    ...counts,
    ...choices(ARCHITECTURES),
    ...ARCHITECTURES.flatMap((name) => choices(['8..', '16..'], `${name}:`)),
  ];
};
