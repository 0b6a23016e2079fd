import { choices, type Completer } from './completer';

const SIZES = [8, 16, 24, 32, 40, 48, 64, 80, 96, 128, 192, 256, 512];
const DISK_SIZES = [50, 100, 200, 300, 500, 1000, 2000];
const UNITS = ['GB', 'TB', 'MB'];

/** Common sizes; after a number its units. */
export const completeMemory: Completer = (prefix) =>
  choices(/^[0-9.]+$/.test(prefix) ? units(prefix) : SIZES.map((size) => `${String(size)}GB`));

/** Common sizes of memory, exact and as ranges. */
export const completeMemoryRange: Completer = (prefix) => choices(memoryRanges(prefix, SIZES));

/** Common sizes of disks, exact and as ranges. */
export const completeDisk: Completer = (prefix) => choices(memoryRanges(prefix, DISK_SIZES));

/** Sizes of `sizes` in GB, exact and as open ranges; after `..` the larger ones; after another number its units. */
export function memoryRanges(prefix: string, sizes: readonly number[]): readonly string[] {
  const texts = sizes.map((size) => `${String(size)}GB`);
  const [, low = '', unit = '', dots, high = ''] =
    /^([0-9]{0,9}(?:\.[0-9]{1,9})?)([GTM]B?)?(\.\.)?([0-9]{0,9})$/i.exec(prefix) ?? [];
  if (dots === undefined) {
    const known = texts.filter((text) => text.startsWith(low));
    const exact = low === '' || unit !== '' ? [] : units(low);
    // A unit that is half typed leaves no choice.
    if (unit.length === 1) return [];
    const all = unit === '' ? [...known, ...exact] : [`${low}${unit.slice(0, 1)}B`];
    return all.flatMap((text) => [text, `${text}..`]);
  }
  const start = prefix.slice(0, prefix.length - high.length);
  const factor = /^t/i.test(unit) ? 1024 : /^m/i.test(unit) ? 1 / 1024 : 1;
  const larger = sizes
    .filter((size) => size > Number(low) * factor)
    .map((size) => `${String(size)}GB`);
  return [...larger, ...(high === '' ? [] : units(high))].map((text) => start + text);
}

function units(number: string): string[] {
  return UNITS.map((unit) => number + unit);
}
