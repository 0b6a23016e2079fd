import { lookup } from '../base/lookup';
import type { CpuSpec } from '../shorthand/cpu';
import type { RangeValue } from '../shorthand/range';
import { rangeInWords } from './words';

/** How many there are where none is named. Mirrors `CPUSpec.count` of core/models/resources.py. */
const DEFAULT_COUNT: RangeValue = { min: 2, max: null };

const ARCHITECTURES: Readonly<Record<string, string>> = { arm: 'ARM', x86: 'x86' };

/** `8 or more ARM CPU cores.` */
export function explainCpu({ arch, count = DEFAULT_COUNT }: CpuSpec): string {
  const kind = arch === undefined ? '' : `${lookup(ARCHITECTURES, arch) ?? arch} `;
  const noun = count.min === 1 && count.max === 1 ? 'core' : 'cores';
  return `${rangeInWords(count, String)} ${kind}CPU ${noun}.`;
}
