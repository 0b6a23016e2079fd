import type { GpuSpec } from '../../../shorthand/gpu';
import type { RangeValue } from '../../../shorthand/range';
import { rangeInWords, sizeInWords } from '../../words';

/** How many there are where the short form names no count. Mirrors `GPUSpec.count` of core/models/resources.py. */
const DEFAULT_COUNT: RangeValue = { min: 1, max: null };

const VENDORS: Readonly<Record<string, string>> = {
  nvidia: 'NVIDIA',
  amd: 'AMD',
  google: 'Google',
  intel: 'Intel',
  tenstorrent: 'Tenstorrent',
};

/** `2 A100 GPUs with 80 GB each, 160 GB in all.` */
export function explainGpu({ vendor, name, memory, count = DEFAULT_COUNT }: GpuSpec): string {
  const [first = ''] = name ?? [];
  const [, generation, cores] = /^(v\d+[a-z]*)-(\d+)$/.exec(first) ?? [];
  if (generation !== undefined && name?.length === 1) {
    return `A Google TPU ${generation} with ${cores ?? ''} cores.`;
  }
  const one = count.min === 1 && count.max === 1;
  const kind = [vendor && VENDORS[vendor], name?.join(' or '), one ? 'GPU' : 'GPUs'].filter(
    (word) => word,
  );
  const what = `${rangeInWords(count, String)} ${kind.join(' ')}`;
  if (!memory) return `${what}.`;
  const each = `${what} with ${rangeInWords(memory, sizeInWords)}`;
  return one ? `${each}.` : `${each} each${inAll(memory, count)}.`;
}

/** The memory of all GPUs together, where both ends of it are known. */
function inAll(memory: RangeValue, count: RangeValue): string {
  if (memory.min === null || count.min === null || count.max === null) return '';
  const max = memory.max === null ? null : memory.max * count.max;
  return `, ${rangeInWords({ min: memory.min * count.min, max }, sizeInWords)} in all`;
}
