import { choices, type Completer } from './completer';

/** The units with their size in GB, the most usual first. */
const UNITS: readonly (readonly [unit: string, size: number])[] = [
  ['GB', 1],
  ['TB', 1024],
  ['MB', 1 / 1024],
];

/** The sizes that anybody has, in GB: others are not offered when a unit is missing. */
export interface Sizes {
  readonly common: readonly number[];
  readonly least: number;
  readonly most: number;
}

const MEMORY: Sizes = {
  common: [8, 16, 24, 32, 40, 48, 64, 80, 96, 128, 192, 256, 512],
  least: 1 / 16,
  most: 4096,
};

const DISK: Sizes = { common: [50, 100, 200, 300, 500, 1000, 2000], least: 1, most: 65536 };

/** Of GPUs that have these sizes. */
export const gpuMemory = (common: readonly number[]): Sizes => ({ common, least: 1, most: 512 });

/** Common sizes; after a number its units, of which a half typed one leaves no choice. */
export const completeMemory: Completer = (prefix) => {
  if (/^[0-9.]+$/.test(prefix)) return choices(units(prefix, MEMORY));
  return choices(/^[0-9]/.test(prefix) ? [] : MEMORY.common.map((size) => `${String(size)}GB`));
};

/** Common sizes of memory, exact and as ranges. */
export const completeMemoryRange: Completer = (prefix) => choices(memoryRanges(prefix, MEMORY));

/** Common sizes of disks, exact and as ranges. */
export const completeDisk: Completer = (prefix) => choices(memoryRanges(prefix, DISK));

/** Common sizes, exact and as open ranges; after `..` the larger ones; after another number its units. */
export function memoryRanges(prefix: string, sizes: Sizes): readonly string[] {
  const texts = sizes.common.map((size) => `${String(size)}GB`);
  const [, low = '', unit = '', dots, high = ''] =
    /^([0-9]{0,9}(?:\.[0-9]{1,9})?)([GTM]B?)?(\.\.)?([0-9]{0,9})$/i.exec(prefix) ?? [];
  if (dots === undefined) {
    const known = texts.filter((text) => text.startsWith(low));
    const exact = low === '' || unit !== '' ? [] : units(low, sizes);
    // A unit that is half typed leaves no choice.
    if (unit.length === 1) return [];
    const all = unit === '' ? [...known, ...exact] : [`${low}${unit.slice(0, 1)}B`];
    return all.flatMap((text) => [text, `${text}..`]);
  }
  const start = prefix.slice(0, prefix.length - high.length);
  const factor = /^t/i.test(unit) ? 1024 : /^m/i.test(unit) ? 1 / 1024 : 1;
  const larger = sizes.common
    .filter((size) => size > Number(low) * factor)
    .map((size) => `${String(size)}GB`);
  return [...larger, ...(high === '' ? [] : units(high, sizes))].map((text) => start + text);
}

/** A number with each unit that gives a size which anybody has; GB always. */
function units(number: string, { least, most }: Sizes): string[] {
  const fits = (size: number) => size >= least && size <= most;
  return UNITS.filter(([, size]) => size === 1 || fits(Number(number) * size)).map(
    ([unit]) => number + unit,
  );
}
