import { choices, type Completer } from './completer';

const NUMBERS = [1, 2, 4, 8, 16, 32];

/** Integers and ranges, of which `closed` ones have a maximum; after `..` the larger numbers. */
export const completeRange: Completer = (prefix, { closed = false }) =>
  choices(integerRanges(prefix, closed));

/** The texts of `completeRange` that begin with `prefix`. */
export function integerRanges(prefix: string, closed = false): readonly string[] {
  const [, low = '', dots, high = ''] = /^([0-9]{0,9})(\.\.)?([0-9]{0,9})$/.exec(prefix) ?? [];
  if (dots !== undefined) {
    const larger = NUMBERS.filter((number) => number > Number(low)).map(String);
    const ends = high === '' || larger.includes(high) ? larger : [high, ...larger];
    return ends.map((end) => `${low}..${end}`);
  }
  if (low !== '') return [low, closed ? `${low}..${String(2 * Number(low))}` : `${low}..`];
  if (closed) return ['1', '2', '1..2', '1..4', '1..8', '2..4', '4', '8'];
  return NUMBERS.flatMap((number) => [String(number), `${String(number)}..`]);
}

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
