import { isRecord } from '../base/lookup';
import { coerce } from '../coerce/coerce';
import type { Catalogue } from '../catalogue';
import type { Schema } from '../schema/schema';
import type { ShorthandName } from '../shorthand';
import type { RangeValue } from '../shorthand/resources/range';
import type { MappingNode } from '../yaml/node';
import { sizeInWords, rangeInWords } from './words';
import { explainComputeCapability, explainGpu } from './hardware';
import { explainIntegerRange, explainMemoryRange } from './amounts';

type Mapping = Readonly<Record<string, unknown>>;

/** What the long form of these short forms stands for; undefined where something in it is wrong. */
const EXPLANATIONS: Readonly<
  Partial<Record<ShorthandName, (mapping: Mapping, catalogue: Catalogue) => string | undefined>>
> = {
  gpu: explainGpuMapping,
  'integer-range': (mapping) => withRange(mapping, explainIntegerRange),
  'memory-range': (mapping) => withRange(mapping, explainMemoryRange),
};

/** A sentence for a mapping that could also be written in short, as dstack understands all of it together. */
export function explainMapping(
  node: MappingNode,
  schema: Schema,
  catalogue: Catalogue,
): string | undefined {
  const explainValue = schema.shorthand && EXPLANATIONS[schema.shorthand];
  if (!explainValue) return undefined;
  const { value, problems } = coerce(node, schema);
  return problems.length === 0 && isRecord(value) ? explainValue(value, catalogue) : undefined;
}

function explainGpuMapping(
  { name, vendor, count, memory, ...others }: Mapping,
  catalogue: Catalogue,
) {
  const [ofCount, ofMemory] = [toRange(count), toRange(memory)];
  const gpus = explainGpu(
    {
      ...(isTexts(name) && { name }),
      ...(typeof vendor === 'string' && { vendor }),
      ...(ofCount && { count: ofCount }),
      ...(ofMemory && { memory: ofMemory }),
    },
    { catalogue },
  );
  const total = toRange(others['total_memory']);
  const capability = others['compute_capability'];
  return [
    gpus,
    total && `In all ${rangeInWords(total, sizeInWords)}.`,
    isNumbers(capability) ? explainComputeCapability(capability) : undefined,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

function withRange(mapping: Mapping, explainRange: (range: RangeValue) => string) {
  const range = toRange(mapping);
  return range && explainRange(range);
}

/** An end that is not there is open; undefined where both are. */
function toRange(value: unknown): RangeValue | undefined {
  if (!isRecord(value)) return undefined;
  const [min, max] = [value['min'] ?? null, value['max'] ?? null];
  if (!isEnd(min) || !isEnd(max)) return undefined;
  return min === null && max === null ? undefined : { min, max };
}

function isEnd(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
