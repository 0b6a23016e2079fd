import type { Catalogue } from '.';
import { lookup } from '../base/lookup';

/** Common memory sizes in GB, if no GPU is named. */
const COMMON_SIZES = [16, 24, 32, 40, 48, 80, 96, 141, 180, 192];

/** The vendor of an accelerator, by its name in any letter case; undefined if dstack does not know it. */
export function vendorOf({ gpus, tpus }: Catalogue, name: string): string | undefined {
  const key = name.toLowerCase().replace(/^tpu-/, '');
  const known = lookup(gpus, key);
  if (known) return known.vendor;
  const [generation = '', size] = key.split('-');
  return Object.hasOwn(tpus, generation) && /^[0-9]+$/.test(size ?? '') ? 'google' : undefined;
}

/** The names of accelerators, of one vendor or of all. */
export function gpuNames({ gpus, tpus }: Catalogue, vendor: string | undefined): string[] {
  const named = Object.values(gpus).filter((gpu) => vendor === undefined || gpu.vendor === vendor);
  const generations = vendor === undefined || vendor === 'google' ? Object.entries(tpus) : [];
  return [
    ...named.map(({ name }) => name),
    ...generations.flatMap(([generation, sizes]) =>
      sizes.map((size) => `${generation}-${String(size)}`),
    ),
  ];
}

/**
 * The sizes in GB in which the named accelerators exist, or those of a vendor, rising. TPUs have none, since their
 * memory is part of the name.
 */
export function memorySizes(
  catalogue: Catalogue,
  names: readonly string[],
  vendor: string | undefined,
): readonly number[] {
  const { gpus } = catalogue;
  const known = names.flatMap((name) => lookup(gpus, name.toLowerCase())?.memory ?? []);
  if (known.length > 0) return rising(known);
  if (names.some((name) => vendorOf(catalogue, name) === 'google')) return [];
  if (names.length > 0 || vendor === undefined || vendor === 'nvidia') return COMMON_SIZES;
  const made = Object.values(gpus).filter((gpu) => gpu.vendor === vendor);
  return rising(made.flatMap(({ memory }) => memory));
}

/** The CUDA compute capabilities, rising, with some of the GPUs that have each. */
export function computeCapabilities({ gpus }: Catalogue): readonly {
  readonly version: string;
  readonly names: readonly string[];
}[] {
  const versions = new Map<string, string[]>();
  for (const { name, computeCapability: version } of Object.values(gpus)) {
    if (version !== undefined) versions.set(version, [...(versions.get(version) ?? []), name]);
  }
  return [...versions]
    .map(([version, names]) => ({ version, names }))
    .sort((a, b) => Number(a.version) - Number(b.version));
}

function rising(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
