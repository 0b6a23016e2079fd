import { coerce } from '../coerce/coerce';
import { textAs } from '../edit/rewrite';
import { hasComment, targetOf } from '../edit/locate';
import type { JsonValue } from '../schema/schema';
import type { ShorthandName } from '../shorthand';
import type { CpuSpec } from '../shorthand/cpu';
import type { FileMapping } from '../shorthand/file-mapping';
import type { GpuSpec } from '../shorthand/gpu';
import type { MountPoint } from '../shorthand/mount-point';
import type { Ports } from '../shorthand/ports';
import type { RangeValue } from '../shorthand/range';
import type { RepoSpec } from '../shorthand/repo';
import { shortText } from '../edit/short-text';
import { nameOf, schemaAt, valueOf, type RefactoringProvider } from './refactoring';
import { hasMistake, spanOfValue } from './source';

/** `name: A100`, `count: 2` to `A100:2`: the innermost mapping around the cursor that has a short form. */
export const shortForm: RefactoringProvider = ({ analysis, steps }) => {
  const { tree } = analysis;
  const step = [...steps].reverse().find((one) => {
    const { shorthand, properties } = schemaAt(analysis, one) ?? {};
    return shorthand && properties && targetOf(one).kind === 'mapping';
  });
  const schema = step && schemaAt(analysis, step);
  if (!step || !schema?.shorthand) return [];
  const value = valueOf(step);
  const at = spanOfValue(tree, step);
  const isMarked = value.anchor !== undefined || value.tag !== undefined;
  if (value.kind !== 'mapping' || isMarked || hasComment(tree, at)) return [];
  if (hasMistake(analysis, at)) return [];
  const short = shortFormOf(schema.shorthand, coerce(value, schema).value);
  if (short === undefined || short === null || typeof short === 'object') return [];
  const isInFlow = step.kind === 'pair' ? step.mapping.flow : step.list.flow;
  const written =
    typeof short === 'string'
      ? textAs(short, tree, { style: 'plain', flow: isInFlow })
      : String(short);
  const newText = step.kind === 'pair' ? ` ${written}` : written;
  const title = `Write ${nameOf(step)} in the short form`;
  return [{ title, kind: 'rewrite', edits: [{ span: at, newText }] }];
};

/** Writes a mapping, as the models hold it, in the notation of a grammar; undefined where that cannot say it all. */
type Write = (value: never) => JsonValue | undefined;

const WRITERS: Readonly<Partial<Record<ShorthandName, Write>>> = {
  cpu: ({ arch, count, ...more }: CpuSpec) => joined([arch, range('integer-range', count)], more),
  disk: ({ size, ...more }: { size?: RangeValue }) => joined([range('memory-range', size)], more),
  'file-mapping': ({ local_path, path }: FileMapping) =>
    local_path === path ? path : `${local_path}:${path}`,
  'fleet-nodes': ({ min, max }: RangeValue) =>
    shortText('integer-range', { min: min ?? 0, max: max ?? null }),
  gpu: ({ vendor, name, memory, count, ...more }: GpuSpec) =>
    joined(
      [vendor, name?.join(','), range('memory-range', memory), range('integer-range', count)],
      more,
    ),
  'mount-point': ({ path, ...from }: MountPoint) => {
    const [source, ...more]: unknown[] = Object.values(from);
    return more.length === 0 && typeof source === 'string' ? `${source}:${path}` : undefined;
  },
  'port-mapping': ({ local_port, container_port }: Ports) =>
    local_port === container_port ? local_port : `${String(local_port ?? '*')}:${container_port}`,
  repo: ({ local_path, url, path, ...more }: RepoSpec) => joined([url ?? local_path, path], more),
  'service-port': ({ container_port }: Ports) => container_port,
};

function shortFormOf(name: ShorthandName, value: unknown): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || hasUnreadable(value)) return undefined;
  const write = WRITERS[name];
  // Each grammar yields what the function of the same name takes.
  if (write) return write(value as never);
  const { min = null, max = null, ...more } = value as Partial<RangeValue>;
  return Object.keys(more).length === 0 ? shortText(name, { min, max }) : undefined;
}

function hasUnreadable(value: unknown): boolean {
  if (typeof value === 'symbol') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnreadable);
}

function range(name: ShorthandName, value: RangeValue | null | undefined): JsonValue | undefined {
  if (!value) return undefined;
  return shortText(name, { min: value.min ?? null, max: value.max ?? null });
}

/** The parts that are there behind one another, unless there is more than they say. */
function joined(parts: readonly (JsonValue | undefined)[], more: object): JsonValue | undefined {
  const set = parts.filter((part) => part !== undefined && part !== null);
  if (set.length === 0 || Object.values(more).some((value) => value !== null)) return undefined;
  return set.length === 1 ? set[0] : set.map(String).join(':');
}
