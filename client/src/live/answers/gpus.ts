import { Json, textsOf } from './json';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A GPU that a project could use. */
export interface Gpu {
  readonly name: string;
  readonly vendor: string;
  /** GiB. */
  readonly memory: number;
  readonly counts: Range;
  /** $ per GPU and hour. */
  readonly perGpu: Range;
  readonly backends: readonly string[];
}

/** The GPUs of `gpus/list`, one entry for each name and memory, cheapest first. */
export function gpusIn(answer: unknown): readonly Gpu[] {
  const found = new Map<string, Gpu>();
  for (const gpu of new Json(answer).get('gpus').list.flatMap(gpuOf)) {
    const key = `${gpu.name} ${String(gpu.memory)}`;
    const other = found.get(key);
    found.set(key, other ? together(other, gpu) : gpu);
  }
  return [...found.values()].sort((a, b) => a.perGpu.min - b.perGpu.min);
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

function rangeOf(json: Json): Range | undefined {
  const [min, max] = [json.get('min').number, json.get('max').number];
  return min === undefined || max === undefined ? undefined : { min, max };
}

function together(a: Gpu, b: Gpu): Gpu {
  return {
    ...a,
    counts: around(a.counts, b.counts),
    perGpu: isOwn(a) ? b.perGpu : isOwn(b) ? a.perGpu : around(a.perGpu, b.perGpu),
    backends: [...new Set([...a.backends, ...b.backends])],
  };
}

/** A machine of an SSH fleet has no price: its 0 says nothing about what a GPU costs. */
function isOwn({ backends }: Gpu): boolean {
  return backends.every((backend) => backend === 'remote');
}

function around(a: Range, b: Range): Range {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}
