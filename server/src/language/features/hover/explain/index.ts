import type { ShorthandName } from '../../../shorthand';
import type { CpuSpec } from '../../../shorthand/cpu';
import type { EntityReference } from '../../../shorthand/entity-reference';
import type { FileMapping } from '../../../shorthand/file-mapping';
import type { FleetNodes } from '../../../shorthand/fleet-nodes';
import type { MountPoint } from '../../../shorthand/mount-point';
import type { Ports } from '../../../shorthand/ports';
import type { RangeValue } from '../../../shorthand/range';
import type { RepoSpec } from '../../../shorthand/repo';
import { code } from '../../markdown';
import { durationInWords, rangeInWords, sizeInWords } from '../../words';
import { explainGpu } from './gpu';

/** Says in a sentence of Markdown what dstack understands by a value that a grammar has read. */
type Explain = (value: never) => string | undefined;

const EXPLANATIONS: Readonly<Partial<Record<ShorthandName, Explain>>> = {
  cpu: ({ arch, count = { min: 2, max: null } }: CpuSpec) =>
    `${rangeInWords(count, String)} ${arch === undefined ? '' : `${arch} `}CPU cores.`,
  disk: ({ size }: { readonly size: RangeValue }) =>
    `A disk of ${rangeInWords(size, sizeInWords)}.`,
  duration: explainDuration,
  'entity-reference': explainReference,
  'env-entry': explainEnvEntry,
  'file-mapping': ({ local_path, path }: FileMapping) =>
    local_path === path
      ? `${code(path)} of your machine, at the same path in the container.`
      : `${code(local_path)} of your machine, at ${code(path)} in the container.`,
  'fleet-nodes': ({ min, max }: FleetNodes) =>
    `${rangeInWords({ min, max }, String)} ${min === 1 && max === 1 ? 'instance' : 'instances'}.`,
  'fleet-reference': explainReference,
  gateway: (value: boolean | EntityReference) =>
    typeof value === 'boolean' ? undefined : explainReference(value),
  gpu: explainGpu,
  'idle-duration': explainDuration,
  'inactivity-duration': explainDuration,
  'integer-range': (range: RangeValue) => `${capital(rangeInWords(range, String))}.`,
  memory: (size: number) => `${sizeInWords(size)}.`,
  'memory-range': (range: RangeValue) => `${capital(rangeInWords(range, sizeInWords))}.`,
  'mount-point': (mount: MountPoint) =>
    'name' in mount
      ? `The network volume ${code(mount.name)}, at ${code(mount.path)} in the container.`
      : `The folder ${code(mount.instance_path)} of the instance, at ${code(mount.path)} in the container.`,
  'off-duration': explainDuration,
  'port-mapping': ({ local_port, container_port }: Ports) =>
    `Port ${String(container_port)} of the container, on your machine ` +
    `${local_port === null ? 'any free port' : `port ${String(local_port)}`}.`,
  repo: ({ local_path, url, path = '.' }: RepoSpec) =>
    `${local_path === undefined ? `The repo ${code(url ?? '')}` : `The repo in ${code(local_path)} of your machine`}, ` +
    `at ${code(path)} in the container.`,
  'service-port': ({ container_port }: Ports) => `Port ${String(container_port)} of the container.`,
};

/** A sentence for a value that the grammar `name` has read, or undefined where there is nothing to add to the text. */
export function explain(name: ShorthandName, value: unknown): string | undefined {
  if (value === null) return undefined;
  // Each grammar yields what the function of the same name takes.
  return EXPLANATIONS[name]?.(value as never);
}

function explainDuration(value: number | string): string | undefined {
  if (typeof value === 'string' || value < 0) return undefined;
  return `${capital(durationInWords(value))}.`;
}

function explainReference({ project, name }: EntityReference): string {
  return project === null
    ? `${code(name)} of this project.`
    : `${code(name)} of the project ${code(project)}.`;
}

function explainEnvEntry(entry: string): string {
  const equals = entry.indexOf('=');
  if (equals >= 0)
    return `Sets ${code(entry.slice(0, equals))} to ${code(entry.slice(equals + 1))}.`;
  return (
    `The value of ${code(entry)} is not in the file: it comes from ${code(`dstack apply -e ${entry}=...`)} or from ` +
    'the environment in which you run it.'
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
