import type { Json } from './json';

/** GiB in one unit of the server's figures. */
const MIB = 1024;

/** The hardware of an instance in words: `4 CPU, 16GB, T4:16GB:1`; undefined without figures. */
export function resourcesOf(json: Json): string | undefined {
  const cpus = json.get('cpus').number;
  const memory = json.get('memory_mib').number;
  const parts = [
    cpus === undefined ? [] : `${String(cpus)} CPU`,
    memory === undefined ? [] : gigabytes(memory),
    gpusOf(json.get('gpus').list),
  ].flat();
  return parts.length === 0 ? undefined : parts.join(', ');
}

function gpusOf(gpus: readonly Json[]): readonly string[] {
  const [first] = gpus;
  const name = first?.get('name').text;
  if (first === undefined || name === undefined) return [];
  const memory = first.get('memory_mib').number;
  const size = memory === undefined || memory === 0 ? '' : `:${gigabytes(memory)}`;
  return [`${name}${size}:${String(gpus.length)}`];
}

/** MiB as dstack writes sizes. */
export function gigabytes(mebibytes: number): string {
  return `${String(Math.round((mebibytes / MIB) * 10) / 10)}GB`;
}
