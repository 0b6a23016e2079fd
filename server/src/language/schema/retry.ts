import { optionalDuration } from './durations';
import type { Schema } from './schema';

/** `true`, `false` or `ProfileRetry` of core/models/profiles.py. */
export const retry: Schema = {
  title: 'Retry',
  type: ['object', 'boolean', 'null'],
  additionalProperties: false,
  description:
    'Whether dstack tries again when no instance can be had or the run breaks off. `true` retries whatever ' +
    'happened; a mapping says for which events and for how long.',
  default: false,
  examples: [true, { on_events: ['no-capacity', 'interruption'], duration: '1h' }],
  reference: '#retry',
  properties: {
    on_events: {
      type: ['array', 'null'],
      minItems: 1,
      items: {
        type: 'string',
        enum: ['no-capacity', 'interruption', 'error'],
        description: 'An event after which dstack tries again.',
        valueDescriptions: {
          'no-capacity': 'No matching instance can be had at the moment.',
          interruption:
            'The cloud took the instance back, as it may with spot instances, or it was lost.',
          error: 'The run itself failed, for instance because a command did.',
        },
      },
      description: 'The events after which dstack tries again.',
      defaultDescription: 'all events',
      examples: [['no-capacity', 'interruption']],
      optionalSince: '0.19.0',
    },
    duration: {
      ...optionalDuration,
      description:
        'When to give up. For `no-capacity` the time counts from the submission of the run, for the other events ' +
        'from the last one.',
      default: '1h',
      examples: ['1h', '1d'],
    },
  },
};
