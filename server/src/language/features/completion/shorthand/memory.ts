import type { Choice, Completer } from './completer';

const SIZES = [8, 16, 24, 32, 40, 48, 64, 80, 96, 128, 192, 256, 512];
const DISK_SIZES = [50, 100, 200, 300, 500, 1000, 2000];
const UNITS = ['GB', 'TB', 'MB'];

const choices = (texts: readonly string[]): Choice[] => texts.map((text) => ({ text }));

/** Common sizes; behind a number its units. */
export const completeMemory: Completer = (prefix) =>
  choices(/^[0-9.]+$/.test(prefix) ? units(prefix) : SIZES.map((size) => `${String(size)}GB`));

export const completeMemoryRange: Completer = (prefix) => choices(ranges(prefix, SIZES));
export const completeDisk: Completer = (prefix) => choices(ranges(prefix, DISK_SIZES));

/** Sizes and open ranges; behind `..` the larger sizes. */
export function ranges(prefix: string, sizes: readonly number[]): string[] {
  const [, low, dots, high = ''] = /^([0-9.]*?)(?:[GTM]B?)?(\.\.)?([0-9]*)$/i.exec(prefix) ?? [];
  if (dots !== undefined) {
    const start = prefix.slice(0, prefix.length - high.length);
    if (high !== '') return units(prefix);
    return sizes.filter((size) => size > Number(low)).map((size) => `${start}${String(size)}GB`);
  }
  if (/^[0-9.]+$/.test(prefix)) return units(prefix).flatMap((size) => [size, `${size}..`]);
  if (/[GTM]B$/i.test(prefix)) return [prefix, `${prefix}..`];
  return sizes.flatMap((size) => [`${String(size)}GB`, `${String(size)}GB..`]);
}

function units(number: string): string[] {
  return UNITS.map((unit) => number + unit);
}
