import type { ScalarValue } from '../yaml/scalar';
import { computeCapability, computeCapabilityNumber } from './compute-capability';
import { cpu, cpuArch } from './cpu';
import { cron } from './cron';
import { duration, idleDuration, inactivityDuration, offDuration } from './duration';
import { entityReference, fleetReference, gateway } from './entity-reference';
import { envEntry } from './env-entry';
import { containerPath, fileMapping } from './file-mapping';
import { fleetNodes } from './fleet-nodes';
import { gpu, gpuNames, gpuVendor } from './gpu';
import type { Grammar, Parsed } from './grammar';
import { instanceSelector } from './instance-selector';
import { disk, memory, memoryRange } from './memory';
import { instancePath, mountPath, mountPoint } from './mount-point';
import { groupName, resourceName } from './name';
import { portMapping, servicePort } from './ports';
import { dataset, nonblank, presetModel, presetSource, prompt } from './preset';
import { privateIp, privateNetwork } from './private-address';
import { probeUrl } from './probe-url';
import { pythonVersion } from './python-version';
import { integerRange } from './range';
import { repo, repoPath } from './repo';
import { routerType } from './router-type';
import { serviceModel } from './service-model';
import { shell } from './shell';
import { tagValue } from './tag-value';
import { unixUser } from './unix-user';

export type { Grammar, Parsed, Part, ShorthandError } from './grammar';

const GRAMMARS = {
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
} satisfies Record<string, Grammar>;

export type ShorthandName = keyof typeof GRAMMARS;

/** What the grammar `Name` makes of a scalar that is not null. */
export type ShorthandValue<Name extends ShorthandName> =
  (typeof GRAMMARS)[Name] extends Grammar<infer Value> ? NonNullable<Value> : never;

export const SHORTHANDS = Object.keys(GRAMMARS) as readonly ShorthandName[];

/** Reads a scalar by the grammar `name`. */
export function parseShorthand(name: ShorthandName, scalar: ScalarValue): Parsed<unknown> {
  return GRAMMARS[name](scalar);
}
