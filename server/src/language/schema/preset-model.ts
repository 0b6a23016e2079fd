import type { Schema } from './schema';

/** `PresetModelRepo` or `PresetModelBase`. Rule: either `repo`, with or without `name`, or `base` alone. */
export const presetModel: Schema = {
  title: 'Preset model',
  // Null is possible next to `base` and `repo`. Rule: one of the three is set.
  type: ['object', 'null'],
  shorthand: 'preset-model',
  additionalProperties: false,
  description:
    'The model to serve, in full: `repo` (or the text alone) for exactly this one, `base` for any variant of it. The ' +
    'properties `repo` and `base` of the preset are shorter, unless clients should see another `name`.',
  examples: ['Qwen/Qwen3-32B', { repo: 'Qwen/Qwen3-32B-FP8', name: 'qwen3' }],
  reference: '#model',
  excludes: ['base', 'repo'],
  properties: {
    base: {
      type: 'string',
      shorthand: 'nonblank',
      description: 'A model of which the agent may choose a variant, for instance a quantized one.',
      valueMeaning: 'Serves {value} or a variant of it.',
      examples: ['Qwen/Qwen3-32B'],
      excludes: ['repo', 'name'],
    },
    repo: {
      type: 'string',
      shorthand: 'nonblank',
      description: 'The repo or path of exactly the model to serve.',
      valueMeaning: 'Serves exactly the model {value}.',
      examples: ['Qwen/Qwen3-32B-FP8'],
      excludes: ['base'],
    },
    name: {
      type: ['string', 'null'],
      shorthand: 'nonblank',
      description: 'The name by which clients ask for the model.',
      valueMeaning: 'Clients ask for the model by the name {value}.',
      defaultDescription: 'the value of `repo`',
      examples: ['qwen3'],
      excludes: ['base'],
    },
  },
};
