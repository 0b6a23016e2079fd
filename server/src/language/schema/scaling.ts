import { duration, optionalDuration } from './durations';
import type { Schema } from './schema';

/** `ScalingSpec` of core/models/configurations.py. Rule: `replicas` must be a range with different ends. */
export const scaling: Schema = {
  title: 'Scaling',
  type: ['object', 'null'],
  additionalProperties: false,
  required: ['metric', 'target'],
  description:
    'When to add and remove replicas. It requires `replicas` to be a range, and takes effect only with ' +
    'a gateway.',
  defaultDescription: 'the number of replicas is fixed',
  examples: [{ metric: 'rps', target: 10 }],
  reference: '#scaling',
  properties: {
    metric: {
      type: 'string',
      enum: ['rps'],
      description: 'What is measured to decide on the number of replicas.',
      valueDescriptions: { rps: 'Requests per second.' },
    },
    target: {
      type: 'number',
      exclusiveMinimum: 0,
      checkedSince: '0.19.10',
      description:
        'How much of the metric one replica should bear. With more, replicas are added; with less, they are removed.',
      valueMeaning: 'Replicas are added when each has more than {value} of the metric to bear.',
      examples: [10],
    },
    window: {
      ...optionalDuration,
      enum: [30, 60, 300, null],
      description:
        'Over which time the requests are averaged. A short window follows the load quickly, a long one is calmer.',
      default: '60s',
      valueDescriptions: {
        '30s': 'The last half minute.',
        '60s': 'The last minute.',
        '300s': 'The last five minutes.',
      },
      since: '0.20.19',
    },
    scale_up_delay: {
      ...duration,
      description: 'How long to wait after any change of the number before replicas are added.',
      default: '5m',
      examples: ['1m'],
    },
    scale_down_delay: {
      ...duration,
      description: 'How long to wait after any change of the number before replicas are removed.',
      default: '10m',
      examples: ['15m'],
    },
  },
};
