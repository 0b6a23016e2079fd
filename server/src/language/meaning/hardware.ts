import { lookup } from '../base/lookup';
import { counted } from '../base/words';
import type { Catalogue } from '../catalogue';
import { vendorOf } from '../catalogue/accelerators';
import type { CpuSpec } from '../shorthand/resources/cpu';
import type { GpuSpec } from '../shorthand/resources/gpu';
import type { RangeValue } from '../shorthand/resources/range';
import { code } from './markdown';
import { rangeInWords, sizeInWords } from './words';

/** How many there are where the short form names no count. Mirrors `GPUSpec.count` of core/models/resources.py. */
const DEFAULT_GPUS: RangeValue = { min: 1, max: null };

/** What makers are called, and what they make. */
const VENDORS: Readonly<Record<string, readonly [name: string, noun: string]>> = {
  nvidia: ['NVIDIA', 'GPU'],
  amd: ['AMD', 'GPU'],
  google: ['Google', 'TPU'],
  intel: ['Intel', 'accelerator'],
  tenstorrent: ['Tenstorrent', 'accelerator'],
};

/** `2 NVIDIA A100 GPUs with 40 to 80 GB each, 80 to 160 GB in all.` */
export function explainGpu(
  { vendor, name = [], memory, count = DEFAULT_GPUS }: GpuSpec,
  { catalogue }: { readonly catalogue: Catalogue },
): string {
  if (count.max === 0) return 'No GPU.';
  const one = count.min === 1 && count.max === 1;
  const what = `${rangeInWords(count, String)} ${kindOf(name, vendor, !one, catalogue)}`;
  if (!memory) return `${what}.`;
  const each = `${what} with ${rangeInWords(memory, sizeInWords)}`;
  return one ? `${each}.` : `${each} each${inAll(memory, count)}.`;
}

/** `NVIDIA A10G or A100 GPUs.` */
export function explainGpuNames(
  names: readonly string[],
  { catalogue }: { readonly catalogue: Catalogue },
): string {
  return `${kindOf(names, undefined, true, catalogue)}.`;
}

/** `NVIDIA A10G or A100 GPUs`; the maker is the one that is written, else that of each name. */
function kindOf(
  names: readonly string[],
  vendor: string | undefined,
  plural: boolean,
  catalogue: Catalogue,
): string {
  const makers =
    names.length > 0 ? names.map((name) => vendor ?? makerOf(name, catalogue)) : [vendor];
  const words = makers.map((maker, index) => {
    const isRepeated = index > 0 && maker === makers[index - 1];
    const name = names[index];
    return [
      isRepeated ? '' : lookup(VENDORS, maker ?? '')?.[0],
      name === undefined ? '' : plain(name),
    ]
      .filter(Boolean)
      .join(' ');
  });
  const [first = '', ...others] = makers;
  const noun = (others.every((maker) => maker === first) && lookup(VENDORS, first)?.[1]) || 'GPU';
  const sizes = names.map(tpuSize);
  const size = names.length === 1 && sizes[0] !== undefined ? ` (${sizes[0]} each)` : '';
  return `${[words.join(' or '), noun].filter(Boolean).join(' ')}${plural ? 's' : ''}${size}`;
}

const TPU = /^(v[234]|v5p|v5litepod|v6e)(?:-(\d+))?$/i;

/** The maker of an accelerator, by its name; a generation of TPUs can be named without its size. */
function makerOf(name: string, catalogue: Catalogue): string | undefined {
  return vendorOf(catalogue, name) ?? (TPU.test(name) ? 'google' : undefined);
}

/** `8 cores` for `v2-8`. What the number behind a TPU counts depends on its generation. */
function tpuSize(name: string): string | undefined {
  const [, generation = '', size] = TPU.exec(name) ?? [];
  if (size === undefined) return undefined;
  return counted(Number(size), /^v(?:5litepod|6e)$/i.test(generation) ? 'chip' : 'core');
}

/** A name as it is, or as code where it holds more than a name does. */
function plain(name: string): string {
  return /^[\w-]+$/.test(name) ? name : code(name);
}

/** The memory of all GPUs together, where both ends of it are known. */
function inAll(memory: RangeValue, count: RangeValue): string {
  if (memory.min === null || count.min === null || count.max === null) return '';
  const max = memory.max === null ? null : memory.max * count.max;
  return `, ${rangeInWords({ min: memory.min * count.min, max }, sizeInWords)} in all`;
}

/** The generation of NVIDIA's GPUs that a CUDA compute capability began with, newest first. */
const GENERATIONS: readonly (readonly [major: number, minor: number, name: string])[] = [
  [10, 0, 'Blackwell'],
  [9, 0, 'Hopper'],
  [8, 9, 'Ada Lovelace'],
  [8, 0, 'Ampere'],
  [7, 5, 'Turing'],
  [7, 0, 'Volta'],
  [6, 0, 'Pascal'],
];

/** `NVIDIA GPUs with compute capability 8.6 or more: Ampere and newer.` */
export function explainComputeCapability([major = 0, minor = 0]: readonly number[]): string {
  const generation = GENERATIONS.find(
    ([from, fromMinor]) => major > from || (major === from && minor >= fromMinor),
  );
  const names = generation ? `: ${generation[2]} and newer` : '';
  return `NVIDIA GPUs with compute capability ${String(major)}.${String(minor)} or more${names}.`;
}

/** How many there are where none is named. Mirrors `CPUSpec.count` of core/models/resources.py. */
const DEFAULT_CORES: RangeValue = { min: 2, max: null };

const ARCHITECTURES: Readonly<Record<string, string>> = { arm: 'ARM', x86: 'x86' };

/** `8 or more ARM CPU cores.` */
export function explainCpu({ arch, count = DEFAULT_CORES }: CpuSpec): string {
  const kind = arch === undefined ? '' : `${lookup(ARCHITECTURES, arch) ?? arch} `;
  const noun = count.min === 1 && count.max === 1 ? 'core' : 'cores';
  return `${rangeInWords(count, String)} ${kind}CPU ${noun}.`;
}
