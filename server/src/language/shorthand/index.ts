import { namesIn } from '../base/lookup';
import type { ScalarValue } from '../yaml/scalar';
import { computeCapability, computeCapabilityNumber } from './resources/compute-capability';
import { cpu, cpuArch } from './resources/cpu';
import { cron } from './cron';
import { duration, idleDuration, inactivityDuration, offDuration } from './duration';
import { entityReference, fleetReference, gateway } from './entity-reference';
import { envEntry } from './env-entry';
import { containerPath, fileMapping } from './file-mapping';
import { fleetNodes } from './resources/fleet-nodes';
import { gpu, gpuNames, gpuVendor } from './resources/gpu';
import type { Grammar, Parsed } from './grammar/grammar';
import { disk, memory, memoryRange } from './resources/memory';
import { instancePath, mountPath, mountPoint } from './mount-point';
import { groupName, instanceSelector, resourceName, serviceModel } from './name';
import { portMapping, servicePort } from './ports';
import { dataset, nonblank, presetModel, presetSource, prompt } from './preset';
import { privateIp, privateNetwork } from './private-address';
import { probeUrl } from './probe-url';
import { pythonVersion } from './python-version';
import { integerRange } from './resources/range';
import { repo, repoPath } from './repo';
import { routerType } from './router-type';
import { shell } from './shell';
import type { Shorthand } from './grammar/shorthand';
import { tagValue } from './tag-value';
import { unixUser } from './unix-user';
import type { Written } from './grammar/write';

export type { Grammar, Parsed, Part, ShorthandError } from './grammar/grammar';
export type { Forms, Shorthand } from './grammar/shorthand';

const ALL = {
  'compute-capability': computeCapability,
  'compute-capability-number': computeCapabilityNumber,
  'container-path': containerPath,
  cpu,
  'cpu-arch': cpuArch,
  cron,
  dataset,
  disk,
  duration,
  'entity-reference': entityReference,
  'env-entry': envEntry,
  'file-mapping': fileMapping,
  'fleet-nodes': fleetNodes,
  'fleet-reference': fleetReference,
  gateway,
  gpu,
  'gpu-names': gpuNames,
  'gpu-vendor': gpuVendor,
  'group-name': groupName,
  'idle-duration': idleDuration,
  'inactivity-duration': inactivityDuration,
  'instance-path': instancePath,
  'instance-selector': instanceSelector,
  'integer-range': integerRange,
  memory,
  'memory-range': memoryRange,
  'mount-path': mountPath,
  'mount-point': mountPoint,
  nonblank,
  'off-duration': offDuration,
  'port-mapping': portMapping,
  'preset-model': presetModel,
  'preset-source': presetSource,
  'private-ip': privateIp,
  'private-network': privateNetwork,
  'probe-url': probeUrl,
  prompt,
  'python-version': pythonVersion,
  repo,
  'repo-path': repoPath,
  'resource-name': resourceName,
  'router-type': routerType,
  'service-model': serviceModel,
  'service-port': servicePort,
  shell,
  'tag-value': tagValue,
  'unix-user': unixUser,
} satisfies Record<string, Shorthand>;

export type ShorthandName = keyof typeof ALL;

/** What the grammar `Name` makes of a scalar that is not null. */
export type ShorthandValue<Name extends ShorthandName> =
  (typeof ALL)[Name]['read'] extends Grammar<infer Value> ? NonNullable<Value> : never;

/** Each shorthand, by its name in the schema. */
export const SHORTHANDS: Readonly<Record<ShorthandName, Shorthand>> = ALL;

export const SHORTHAND_NAMES: readonly ShorthandName[] = namesIn(ALL);

/** Reads a scalar by the grammar `name`. */
export function parseShorthand(name: ShorthandName, scalar: ScalarValue): Parsed<unknown> {
  return SHORTHANDS[name].read(scalar);
}

/**
 * The short text of a value that is one amount, such as a time or a range; undefined for others, which have their long
 * form.
 */
export function amountText(name: ShorthandName, value: unknown): Written {
  const { isAmount, write } = SHORTHANDS[name];
  return isAmount && write?.(value);
}

/** The shorthand of a value; undefined if there is none. */
export function shorthandText(name: ShorthandName, value: unknown): Written {
  return SHORTHANDS[name].write?.(value);
}
