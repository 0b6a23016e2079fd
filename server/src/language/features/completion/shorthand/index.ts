import type { ShorthandName } from '../../../shorthand';
import { choices, type Completer, type IsFinished, type NoteOf } from './completer';
import { completeEnvEntry, noteOfEnvEntry } from './env-entry';
import { completeGpu, isFinishedGpu } from './gpu';
import { completeDisk, completeMemory, completeMemoryRange } from './memory';
import {
  completeInstancePath,
  completeMountPath,
  completeMountPoint,
  noteOfMountPoint,
} from './mount-point';
import { completePort, completePortMapping, noteOfPort } from './ports';
import { completeCpu, completeRange } from './range';
import { completeCron, completeDuration, noteOfCron } from './time';
import { completeUnixUser } from './unix-user';

/** The usual paths of shells other than `sh` and `bash`. */
const completeShell: Completer = () => choices(['/usr/bin/zsh', '/usr/bin/fish']);

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

/** For all others, a text is finished if a strict grammar accepts it. */
export const FINISHED: Readonly<Partial<Record<ShorthandName, IsFinished>>> = {
  gpu: isFinishedGpu,
};

/** The words beside a value whose meaning its label does not say. */
export const NOTES: Readonly<Partial<Record<ShorthandName, NoteOf>>> = {
  cron: noteOfCron,
  'env-entry': noteOfEnvEntry,
  'mount-point': noteOfMountPoint,
  'port-mapping': noteOfPort,
  'service-port': noteOfPort,
};
