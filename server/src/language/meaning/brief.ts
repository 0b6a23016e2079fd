import { truncate } from '../base/words';
import type { ShorthandName } from '../shorthand';
import type { MountPoint } from '../shorthand/mount-point';
import type { Ports } from '../shorthand/ports';
import type { GpuSpec } from '../shorthand/resources/gpu';
import type { RangeValue } from '../shorthand/resources/range';
import { explainCron } from './cron';
import { durationInWords, rangeInWords, sizeInWords } from './words';

/** Maximum characters of an inlay hint: editors cut longer ones off. */
export const LONGEST_HINT = 40;

/** Says in a few words what a shorthand does not say itself; undefined where nothing is new to a reader of `text`. */
type Brief<Value> = (value: Value, text: string) => string | undefined;

const GPU: Brief<GpuSpec> = ({ name, memory, count }) => {
  if (!count || count.max === 0 || !(name ?? memory)) return undefined;
  const what = [name?.join(' or '), memory && rangeInWords(memory, sizeInWords)];
  return `= ${rangeInWords(count, String)} × ${what.filter(Boolean).join(' ')}`;
};

const PORTS: Brief<Ports> = ({ container_port }, text) =>
  text.includes(':') ? `→ container port ${String(container_port)}` : undefined;

const MOUNT: Brief<MountPoint> = (mount) =>
  'name' in mount ? '= network volume' : '= folder of the instance';

const isNumber = (text: string) => /^\s*[0-9.]+\s*$/.test(text);

const SIZES: Brief<RangeValue> = (range, text) =>
  isNumber(text) ? `= ${rangeInWords(range, sizeInWords)}` : undefined;

const DURATION: Brief<number | 'off'> = (value, text) =>
  isNumber(text) && typeof value === 'number' && value >= 60
    ? `= ${durationInWords(value)}`
    : undefined;

const BRIEFS: Readonly<Partial<Record<ShorthandName, Brief<never>>>> = {
  cron: (value) => `= ${explainCron(value, {}).split('\n')[0] ?? ''}`,
  disk: ({ size }: { readonly size: RangeValue }, text) => SIZES(size, text),
  duration: DURATION,
  gpu: GPU,
  'idle-duration': DURATION,
  'inactivity-duration': DURATION,
  memory: (size: number, text) => SIZES({ min: size, max: size }, text),
  'memory-range': SIZES,
  'mount-point': MOUNT,
  'off-duration': DURATION,
  'port-mapping': PORTS,
};

/** The inlay hint for a value that the grammar `name` has read from a text: at most 40 characters, without Markdown. */
export function inBrief(name: ShorthandName, value: unknown, text: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  // Each grammar yields what the function of the same name takes.
  const label = BRIEFS[name]?.(value as never, text);
  return label && truncate(label.replaceAll('`', '').replace(/\.$/, ''), LONGEST_HINT);
}
