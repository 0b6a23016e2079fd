import { duration } from './durations';
import type { Schema } from './schema';

/** `UtilizationPolicy` of core/models/profiles.py. */
export const utilizationPolicy: Schema = {
  title: 'Utilization policy',
  type: ['object', 'null'],
  additionalProperties: false,
  required: ['min_gpu_utilization', 'time_window'],
  description: 'Ends the run when its GPUs stay idle, so you do not pay for a forgotten run.',
  defaultDescription: 'the run continues however idle its GPUs are',
  examples: [{ min_gpu_utilization: 10, time_window: '1h' }],
  reference: '#utilization_policy',
  properties: {
    min_gpu_utilization: {
      type: 'integer',
      minimum: 0,
      maximum: 100,
      description:
        'How busy, in percent, every GPU has to be. One GPU that stays below it for the whole window is enough ' +
        'to end the run.',
      examples: [10],
    },
    time_window: {
      ...duration,
      minimum: 300,
      serverMaximum: 3600,
      description:
        'How long a GPU must stay below the limit before the run ends; five minutes or more. The server keeps ' +
        'its measurements for a limited time, usually one hour, and rejects a longer window.',
      examples: ['30m', '1h'],
    },
  },
  since: '0.18.44',
};
