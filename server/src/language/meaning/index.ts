import type { Catalogue } from '../catalogue';
import type { ShorthandName, ShorthandValue } from '../shorthand';
import { code } from './markdown';
import { explainComputeCapability, explainCpu, explainGpu, explainGpuNames } from './hardware';
import { explainCron } from './cron';
import {
  explainDisk,
  explainDuration,
  explainFleetNodes,
  explainIntegerRange,
  explainMemory,
  explainMemoryRange,
  explainPlainDuration,
} from './amounts';
import {
  explainDataset,
  explainFleet,
  explainGateway,
  explainInstance,
  explainPresetModel,
  explainPrompt,
  explainUnixUser,
} from './names';
import { explainEnvEntry } from './env-entry';
import {
  explainContainerPath,
  explainFileMapping,
  explainMountPoint,
  explainPortMapping,
  explainRepo,
  explainServicePort,
} from './places';
import { explainPrivateIp, explainPrivateNetwork } from './private-address';

/** What is known besides the value. */
export interface ExplainContext {
  /** The time in milliseconds since 1970; without it nothing is said that depends on it. */
  readonly now?: number | undefined;
  readonly catalogue: Catalogue;
}

/**
 * The grammars that only say which texts are possible. What such a value means depends on the property, so that it
 * stands in the schema: in `valueDescriptions` or `valueMeaning`.
 */
export const EXPLAINED_BY_SCHEMA = [
  'compute-capability-number',
  'cpu-arch',
  'gpu-vendor',
  'group-name',
  'nonblank',
  'preset-source',
  'python-version',
  'resource-name',
  'router-type',
  'tag-value',
] as const satisfies readonly ShorthandName[];

type BySchema = (typeof EXPLAINED_BY_SCHEMA)[number];

/** Says in a sentence of Markdown what dstack understands by a value that a grammar has read. */
type Explain<Value> = (value: Value, context: ExplainContext) => string;

const EXPLANATIONS: {
  readonly [Name in Exclude<ShorthandName, BySchema>]: Explain<ShorthandValue<Name>>;
} = {
  'compute-capability': explainComputeCapability,
  'container-path': explainContainerPath,
  cpu: explainCpu,
  cron: explainCron,
  dataset: explainDataset,
  disk: explainDisk,
  duration: explainPlainDuration,
  'entity-reference': explainFleet,
  'env-entry': explainEnvEntry,
  'file-mapping': explainFileMapping,
  'fleet-nodes': explainFleetNodes,
  'fleet-reference': explainFleet,
  gateway: explainGateway,
  gpu: explainGpu,
  'gpu-names': explainGpuNames,
  'idle-duration': explainDuration,
  'inactivity-duration': explainDuration,
  'instance-path': (path) => `The folder ${code(path)} of the instance.`,
  'instance-selector': explainInstance,
  'integer-range': explainIntegerRange,
  memory: explainMemory,
  'memory-range': explainMemoryRange,
  'mount-path': (path) => `It appears at ${code(path)} in the container.`,
  'mount-point': explainMountPoint,
  'off-duration': explainDuration,
  'port-mapping': explainPortMapping,
  'preset-model': explainPresetModel,
  'private-ip': explainPrivateIp,
  'private-network': explainPrivateNetwork,
  'probe-url': (path) => `Asks each replica for ${code(path)} at the port of the service.`,
  prompt: explainPrompt,
  repo: explainRepo,
  'repo-path': explainContainerPath,
  'service-model': ({ name }) =>
    `Publishes the model ${code(name)}: clients of the OpenAI-compatible endpoint ask for it by this name.`,
  'service-port': explainServicePort,
  shell: (path) => `Commands run in the shell ${code(path)} of the container.`,
  'unix-user': explainUnixUser,
};

/** Characters of a short form that is explained; no person reads what a longer one says in words. */
export const LONGEST_EXPLAINED = 1000;

/**
 * A sentence for a value that the grammar `name` has read, and more where there is more to tell. Undefined for null,
 * and for a grammar that leaves it to the schema.
 */
export function explain(
  name: ShorthandName,
  value: unknown,
  context: ExplainContext,
): string | undefined {
  if (value === null || isBySchema(name)) return undefined;
  // Each grammar yields what the function of the same name takes.
  const explainValue: Explain<never> = EXPLANATIONS[name];
  return explainValue(value as never, context);
}

function isBySchema(name: ShorthandName): name is BySchema {
  const names: readonly ShorthandName[] = EXPLAINED_BY_SCHEMA;
  return names.includes(name);
}
