import { GPUS, TPUS } from '../../catalogue/gpus';
import { lookup } from '../../base/lookup';

const TPU_NAMES = Object.entries(TPUS).flatMap(([generation, sizes]) =>
  sizes.map((size) => `${generation}-${String(size)}`),
);

/** Where no GPU is named. */
const COMMON_SIZES = [16, 24, 32, 40, 48, 80, 96, 141, 180, 192];

/** The maker of an accelerator, by its name in any letter case; undefined where dstack knows none. */
export function vendorOf(name: string): string | undefined {
  const key = name.toLowerCase().replace(/^tpu-/, '');
  const known = lookup(GPUS, key);
  if (known) return known.vendor;
  const [generation = '', size] = key.split('-');
  return Object.hasOwn(TPUS, generation) && /^[0-9]+$/.test(size ?? '') ? 'google' : undefined;
}

/** The names of accelerators, of one vendor or of all. */
export function gpuNames(vendor: string | undefined): string[] {
  const gpus = Object.values(GPUS).filter((gpu) => vendor === undefined || gpu.vendor === vendor);
  const tpus = vendor === undefined || vendor === 'google' ? TPU_NAMES : [];
  return [...gpus.map(({ name }) => name), ...tpus];
}

/**
 * The sizes in GB in which the named accelerators exist, or those of a vendor, rising. TPUs have none, since their
 * memory is part of the name.
 */
export function memorySizes(
  names: readonly string[],
  vendor: string | undefined,
): readonly number[] {
  const known = names.flatMap((name) => lookup(GPUS, name.toLowerCase())?.memory ?? []);
  if (known.length > 0) return rising(known);
  if (names.some((name) => vendorOf(name) === 'google')) return [];
  if (names.length > 0 || vendor === undefined || vendor === 'nvidia') return COMMON_SIZES;
  const made = Object.values(GPUS).filter((gpu) => gpu.vendor === vendor);
  return rising(made.flatMap(({ memory }) => memory));
}

/** The CUDA compute capabilities, rising, with some of the GPUs that have it. */
export function computeCapabilities(): readonly {
  readonly version: string;
  readonly names: readonly string[];
}[] {
  const versions = new Map<string, string[]>();
  for (const { name, computeCapability: version } of Object.values(GPUS)) {
    if (version !== undefined) versions.set(version, [...(versions.get(version) ?? []), name]);
  }
  return [...versions]
    .map(([version, names]) => ({ version, names }))
    .sort((a, b) => Number(a.version) - Number(b.version));
}

function rising(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
