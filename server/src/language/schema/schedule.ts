import type { Schema } from './schema';

/** `Schedule` of core/models/profiles.py. */
export const schedule: Schema = {
  title: 'Schedule',
  type: ['object', 'null'],
  additionalProperties: false,
  required: ['cron'],
  description:
    'Starts the run again and again at the given times (UTC). Combine it with `max_duration` to have a daily ' +
    'dev environment that also ends.',
  defaultDescription: 'the run starts at once, and once',
  examples: [{ cron: '0 8 * * mon-fri' }],
  reference: '#schedule',
  properties: {
    cron: {
      type: ['string', 'array'],
      shorthand: 'cron',
      minItems: 1,
      items: {
        type: 'string',
        shorthand: 'cron',
        description: 'One cron expression: minute, hour, day of the month, month, day of the week.',
        examples: ['0 8 * * mon-fri'],
      },
      description:
        'When to start, in UTC: five fields for minute, hour, day of the month, month and day of the week, or a ' +
        'list of such expressions. In dstack, day `0` of the week is Monday; names such as `mon` are clearer.',
      examples: ['0 8 * * mon-fri', '*/30 * * * *', ['0 8 * * mon-fri', '0 10 * * sat']],
    },
  },
  since: '0.19.21',
};
