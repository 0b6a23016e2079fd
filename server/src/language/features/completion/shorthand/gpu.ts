import { gpu, type GpuSpec } from '../../../shorthand/resources/gpu';
import type { Catalogue } from '../../../catalogue';
import { gpuNames, memorySizes, vendorOf } from '../../../catalogue/accelerators';
import { withPrices } from '../live';
import {
  choices,
  goesOn,
  type Around,
  type Choice,
  type Completer,
  type IsFinished,
} from './completer';
import { gpuMemory, memoryRanges } from './memory';
import { integerRanges } from './range';

/** A range that begins below this is more likely a range of counts than of GB. */
const SMALLEST = 8;

const VENDORS = ['nvidia', 'amd', 'tpu', 'google', 'intel', 'tenstorrent'];

/** Part by part: names, sizes, vendors and counts; after a colon the parts that are still missing. */
export const completeGpu: Completer = (prefix, _, around) =>
  withPrices(completeParts(prefix, around), around.live, /(?:^|[:,])$/.test(prefix));

function completeParts(prefix: string, { catalogue, usual }: Around): readonly Choice[] {
  const colon = prefix.lastIndexOf(':') + 1;
  const head = prefix.slice(0, colon);
  const spec = specOf(head);
  if (!spec) return [];
  const part = prefix.slice(colon);
  const names = nameChoices(part, spec, usual, catalogue);
  const known = vendorOf(catalogue, part.slice(part.lastIndexOf(',') + 1)) !== undefined;
  if (known && !spec.name)
    return [...choices([part, ...names], head), ...partsOf(`${prefix}:`, '', catalogue)];
  const rest = partsOf(head, part, catalogue);
  if (spec.memory ?? spec.count) return [...rest, ...choices(names, head)];
  return [...choices(names, head), ...rest, ...(head === '' ? choices(VENDORS) : [])];
}

/** Either all names are known, or no offered text continues the typed one. */
export const isFinishedGpu: IsFinished = (typed, offered, catalogue) => {
  const parsed = gpu.read({ type: 'str', value: typed });
  if (!parsed.ok) return false;
  const { name: names = [] } = parsed.value ?? {};
  return names.every((name) => vendorOf(catalogue, name) !== undefined) || !goesOn(typed, offered);
};

/** The text before the last colon; undefined if dstack cannot read it. */
function specOf(head: string): GpuSpec | undefined {
  if (head === '') return {};
  const parsed = gpu.read({ type: 'str', value: head.slice(0, -1) });
  return parsed.ok ? (parsed.value ?? undefined) : undefined;
}

/** The names of the vendor; after a comma its names that are not in the text yet. */
function nameChoices(
  part: string,
  spec: GpuSpec,
  usual: readonly string[],
  catalogue: Catalogue,
): readonly string[] {
  if (spec.name || /^[^a-z]/i.test(part)) return [];
  const start = part.slice(0, part.lastIndexOf(',') + 1);
  const prefix = /^tpu-/i.exec(part.slice(start.length))?.[0] ?? '';
  const taken = start.toLowerCase().split(',');
  const isUsed = (name: string, text: string) =>
    text.toLowerCase().split(/[:,]/).includes(name.toLowerCase());
  const rank = (name: string) => {
    const index = usual.findIndex((text) => isUsed(name, text));
    return index < 0 ? usual.length : index;
  };
  const vendor = spec.vendor ?? vendorOf(catalogue, taken[0] ?? '');
  return gpuNames(catalogue, prefix === '' ? vendor : 'google')
    .filter((name) => !taken.includes(name.toLowerCase()))
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => start + prefix + name);
}

/** The memory and counts that are still missing after `head`. */
function partsOf(head: string, part: string, catalogue: Catalogue): readonly Choice[] {
  const spec = specOf(head);
  if (!spec) return [];
  const isCount = /^[0-9.]*$/.test(part);
  const isFew = isCount && Number.parseInt(part) < SMALLEST;
  const counts = spec.count || !isCount ? [] : integerRanges(part);
  const sizes =
    spec.memory || (isFew && part.includes('..'))
      ? []
      : memoryRanges(part, gpuMemory(memorySizes(catalogue, spec.name ?? [], spec.vendor)));
  return choices([...sizes, ...counts], head);
}
