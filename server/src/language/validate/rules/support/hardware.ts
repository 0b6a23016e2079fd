import { GPUS } from '../../../catalogue/gpus';
import { lookup } from '../../../base/lookup';
import type { Span } from '../../../base/span';
import type { Resources } from '../../../coerce/values';
import { parseShorthand } from '../../../shorthand';
import { textSpan, type Node } from '../../../yaml/node';
import type { View } from './view';

/** Hardware that the default image does not support, and its place in the file. */
export interface SpecialHardware {
  /** Its name in messages: "AMD GPUs". */
  readonly what: string;
  /** An image that runs on it. */
  readonly image: string;
  readonly span: Span;
}

type Special = Omit<SpecialHardware, 'span'>;

/** The vendors that the default image does not work with. It is built for NVIDIA, and TPUs need nothing special. */
const SPECIAL_VENDORS: Readonly<Record<string, Special>> = {
  amd: { what: 'AMD GPUs', image: 'rocm/pytorch:latest' },
  intel: {
    what: 'Intel accelerators',
    image:
      'vault.habana.ai/gaudi-docker/1.19.0/ubuntu22.04/habanalabs/pytorch-installer-2.5.1:latest',
  },
  tenstorrent: { what: 'Tenstorrent accelerators', image: 'dstackai/tt-smi:latest' },
};

/** NVIDIA builds its images for both kinds of processors. */
const ARM: Special = { what: 'ARM processors', image: 'nvcr.io/nvidia/pytorch:25.05-py3' };

/**
 * An accelerator that the default image does not work with, identified by its vendor, or else by its name. Unknown names
 * are accepted. Mirrors `_detect_gpu_vendors_requiring_image` of
 * server/services/runs/spec.py.
 *
 * @param vendors those that are looked for
 */
export function specialAccelerator(
  resources: View<Resources>,
  vendors: readonly string[] = Object.keys(SPECIAL_VENDORS),
): SpecialHardware | undefined {
  const gpu = resources.value('gpu');
  if (gpu?.count?.max === 0) return undefined;
  if (gpu?.vendor != null) {
    const special = vendors.includes(gpu.vendor) ? lookup(SPECIAL_VENDORS, gpu.vendor) : undefined;
    return special && { ...special, span: partOf(resources, 'gpu', 'vendor', 0).span };
  }
  const names = gpu?.name ?? [];
  const at = names.findIndex((name) => vendors.includes(vendorOf(name)));
  const special = lookup(SPECIAL_VENDORS, vendorOf(names[at] ?? ''));
  return special && { ...special, span: partOf(resources, 'gpu', 'name', at).span };
}

/**
 * The vendor of a GPU of this name, as dstack's server knows it: for it `TPU-` in capital letters is part of a name,
 * unlike for the catalogue's `vendorOf`. No TPU is special.
 */
function vendorOf(name: string): string {
  return lookup(GPUS, name.toLowerCase())?.vendor ?? '';
}

/** ARM processors, if they are required. Mirrors `_validate_cpu_arch_and_image`. */
export function armProcessor(resources: View<Resources>): SpecialHardware | undefined {
  if (resources.value('cpu')?.arch !== 'arm') return undefined;
  return { ...ARM, span: partOf(resources, 'cpu', 'arch', 0).span };
}

/**
 * An NVIDIA GPU that comes with an ARM processor, unless the file names a processor. Mirrors `is_nvidia_superchip` of
 * gpuhunt.
 */
export function superchip(resources: View<Resources>): SpecialHardware | undefined {
  if (resources.value('cpu')?.arch != null) return undefined;
  const { vendor = null, name } = resources.value('gpu') ?? {};
  if (vendor !== null && vendor !== 'nvidia') return undefined;
  const at = (name ?? []).findIndex((one) => /^g[bh][0-9]/i.test(one));
  if (at < 0) return undefined;
  const { span, text } = partOf(resources, 'gpu', 'name', at);
  return { ...ARM, what: `the ARM processor of \`${text}\``, span };
}

/** A part of a shorthand, or what a property of its long form holds, as the file has it. */
interface Part {
  readonly span: Span;
  readonly text: string;
}

/** The part number `index` of its kind: in the shorthand, or under the key of its name. */
export function partOf(
  resources: View<Resources>,
  key: 'cpu' | 'gpu',
  kind: 'arch' | 'count' | 'name' | 'vendor',
  index: number,
): Part {
  const nested = resources.view(key);
  if (nested) {
    const values = nested.valueNode(kind);
    const item = values?.kind === 'sequence' ? values.items[index] : values;
    return { span: item?.span ?? nested.valueSpan(kind), text: textIn(item) };
  }
  const node = resources.valueNode(key);
  const whole = { span: resources.valueSpan(key), text: textIn(node) };
  if (node?.kind !== 'scalar') return whole;
  const read = parseShorthand(key, node.value);
  const part = read.ok ? read.parts.filter((one) => one.kind === kind)[index] : undefined;
  if (!part) return whole;
  const { start, end } = part;
  return { span: textSpan(node, start, end), text: node.text.slice(start, end) };
}

function textIn(node: Node | undefined): string {
  return node?.kind === 'scalar' ? node.text : '';
}
