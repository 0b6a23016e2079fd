import type { ShorthandName } from '../../../shorthand';
import type { Completer, IsFinished } from './completer';
import { completeCpu } from './cpu';
import { completeCron } from './cron';
import { completeDuration } from './duration';
import { completeEnvEntry } from './env-entry';
import { completeGpu, isFinishedGpu } from './gpu';
import { completeDisk, completeMemory, completeMemoryRange } from './memory';
import { completeInstancePath, completeMountPath, completeMountPoint } from './mount-point';
import { completePort, completePortMapping } from './ports';
import { completeRange } from './range';
import { completeShell } from './shell';
import { completeUnixUser } from './unix-user';

/** The suggestions for values that follow a grammar, in addition to the values that the schema lists. */
export const COMPLETERS: Readonly<Partial<Record<ShorthandName, Completer>>> = {
  cpu: completeCpu,
  cron: completeCron,
  disk: completeDisk,
  duration: completeDuration,
  'env-entry': completeEnvEntry,
  'fleet-nodes': completeRange,
  gpu: completeGpu,
  'idle-duration': completeDuration,
  'inactivity-duration': completeDuration,
  'instance-path': completeInstancePath,
  'integer-range': completeRange,
  memory: completeMemory,
  'memory-range': completeMemoryRange,
  'mount-path': completeMountPath,
  'mount-point': completeMountPoint,
  'off-duration': completeDuration,
  'port-mapping': completePortMapping,
  'service-port': completePort,
  shell: completeShell,
  'unix-user': completeUnixUser,
};

/** Of all others, a text is finished that a strict grammar accepts. */
export const FINISHED: Readonly<Partial<Record<ShorthandName, IsFinished>>> = {
  gpu: isFinishedGpu,
};
