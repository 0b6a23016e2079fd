import type { ShorthandName } from '../../../shorthand';
import type { Completer } from './completer';
import { completeCpu } from './cpu';
import { completeCron } from './cron';
import { completeDuration } from './duration';
import { completeGpu } from './gpu';
import { completeDisk, completeMemory, completeMemoryRange } from './memory';
import { completeRange } from './range';

export type { Choice } from './completer';

/** What is offered for values that follow a grammar, beside the values that the schema lists. */
export const COMPLETERS: Readonly<Partial<Record<ShorthandName, Completer>>> = {
  cpu: completeCpu,
  cron: completeCron,
  disk: completeDisk,
  duration: completeDuration,
  'fleet-nodes': completeRange,
  gpu: completeGpu,
  'idle-duration': completeDuration,
  'inactivity-duration': completeDuration,
  'integer-range': completeRange,
  memory: completeMemory,
  'memory-range': completeMemoryRange,
  'off-duration': completeDuration,
};
