import type { Schema } from './schema';

/** Mirrors `VastAIProfileOptions` of core/backends/vastai/profile_options.py. */
const vastai: Schema = {
  title: 'Vast.ai options',
  type: 'object',
  additionalProperties: false,
  description: 'What to look for among the offers of the Vast.ai marketplace.',
  reference: '#backend_options-vastai',
  properties: {
    type: {
      type: 'string',
      enum: ['vastai'],
      description: 'The backend that these options are for.',
      default: 'vastai',
      valueDescriptions: { vastai: 'The Vast.ai marketplace.' },
    },
    offer_order: {
      type: ['string', 'null'],
      enum: ['score', 'price', null],
      description:
        'Which offers are tried first. Cheap hosts tend to be less reliable, so ask for more reliability or a ' +
        'higher score when you order by price.',
      default: 'score',
      valueDescriptions: {
        score: 'The offers that Vast.ai itself rates best.',
        price: 'The cheapest offers.',
      },
    },
    min_reliability: {
      type: ['number', 'null'],
      minimum: 0,
      maximum: 1,
      description:
        'Leaves out hosts that are less reliable than this; 1 is a host that never failed.',
      default: 0.9,
      examples: [0.95],
    },
    min_score: {
      type: ['integer', 'null'],
      minimum: 0,
      description:
        'Leaves out offers that Vast.ai rates lower than this. The scale is not fixed: begin with a few hundred ' +
        'and see what remains.',
      defaultDescription: 'no lower limit',
      examples: [200],
    },
  },
};

/** `backend_options`. Rule: one entry for each backend at most. */
export const backendOptions: Schema = {
  type: ['array', 'null'],
  items: vastai,
  description:
    'Settings that only one backend knows; they change nothing for offers of the others. So far there are ' +
    'options for `vastai`.',
  defaultDescription: 'the defaults of each backend',
  examples: [[{ type: 'vastai', min_reliability: 0.95 }]],
  since: '0.20.22',
};
