import type { Schema } from './schema';

/** `Env` of core/models/envs.py. Rule: no variable twice in the list form. */
export const env: Schema = {
  title: 'Environment variables',
  type: ['array', 'object'],
  secret: true,
  items: {
    type: 'string',
    shorthand: 'env-entry',
    textDeclares: 'variable',
    description:
      'One variable as `NAME=value`. A `NAME` alone is filled from the command line or your own environment.',
    examples: ['HF_HUB_ENABLE_HF_TRANSFER=1', 'HF_TOKEN'],
    embeds: ['secrets'],
  },
  // What a variable without a value becomes: `EnvSentinel`.
  additionalProperties: {
    title: 'Environment variable',
    keyDeclares: 'variable',
    type: ['string', 'object'],
    additionalProperties: false,
    required: ['key'],
    description:
      'The value of the variable, as text or number. To leave the value out, write the variables as a list.',
    examples: ['1'],
    valueMeaning: 'Sets {name} to {value}.',
    embeds: ['secrets'],
    properties: {
      key: {
        type: 'string',
        internal: true,
        description:
          'The variable of your own environment that the value comes from. dstack writes it for list entries ' +
          'without a value.',
        examples: ['HF_TOKEN'],
      },
    },
  },
  description:
    'Environment variables, as a list of `NAME=value` or as a mapping. A variable without a value (`- HF_TOKEN`) ' +
    'must be passed on the command line (`dstack apply -e HF_TOKEN=...`) or be set in the process that runs it, ' +
    'so secrets stay out of the file.',
  defaultDescription: 'no variables besides those that dstack sets, such as `DSTACK_GPUS_NUM`',
  examples: [['HF_TOKEN', 'NCCL_DEBUG=INFO'], { NCCL_DEBUG: 'INFO' }],
};
