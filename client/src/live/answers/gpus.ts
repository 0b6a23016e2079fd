import type { Between } from '../../../../server/src/language/live/facts';
import { Json, textsOf } from './json';

/** A GPU that a project could use. */
export interface Gpu {
  readonly name: string;
  readonly vendor: string;
  /** GiB. */
  readonly memory: number;
  readonly counts: Between;
  /** $ per GPU and hour. */
  readonly perGpu: Between;
  readonly backends: readonly string[];
}

/** The GPUs of `gpus/list`, one entry for each name and memory, cheapest first. */
export function gpusIn(answer: unknown): readonly Gpu[] {
  const found = new Map<string, [Gpu, ...Gpu[]]>();
  for (const gpu of new Json(answer).get('gpus').list.flatMap(gpuOf)) {
    const key = `${gpu.name} ${String(gpu.memory)}`;
    const same = found.get(key);
    if (same) same.push(gpu);
    else found.set(key, [gpu]);
  }
  return [...found.values()].map(together).sort((a, b) => a.perGpu.min - b.perGpu.min);
}

function gpuOf(json: Json): readonly Gpu[] {
  const name = json.get('name').text;
  const memory = json.get('memory_mib').number;
  const [counts, perGpu] = [rangeOf(json.get('count')), rangeOf(json.get('price'))];
  if (name === undefined || memory === undefined || !counts || !perGpu) return [];
  const backend = json.get('backend').text;
  const backends = backend === undefined ? textsOf(json.get('backends')) : [backend];
  const vendor = json.get('vendor').text ?? 'nvidia';
  return [{ name, vendor, memory: memory / 1024, counts, perGpu, backends }];
}

function rangeOf(json: Json): Between | undefined {
  const [min, max] = [json.get('min').number, json.get('max').number];
  return min === undefined || max === undefined ? undefined : { min, max };
}

function together(all: readonly [Gpu, ...Gpu[]]): Gpu {
  const sold = all.filter((gpu) => !isOwn(gpu));
  return {
    ...all[0],
    counts: around(all.map(({ counts }) => counts)),
    perGpu: around((sold.length > 0 ? sold : all).map(({ perGpu }) => perGpu)),
    backends: [...new Set(all.flatMap(({ backends }) => backends))],
  };
}

/** A machine of an SSH fleet has no price: its 0 says nothing about what a GPU costs. */
function isOwn({ backends }: Gpu): boolean {
  return backends.every((backend) => backend === 'remote');
}

function around(all: readonly Between[]): Between {
  return {
    min: Math.min(...all.map(({ min }) => min)),
    max: Math.max(...all.map(({ max }) => max)),
  };
}
