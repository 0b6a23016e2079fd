import { configurationType } from './configuration-type';
import { env } from './env';
import { gatewayReference } from './gateway-reference';
import { presetAgent, presetPrompt } from './preset-agent';
import { presetModel } from './preset-model';
import { profileParams } from './profile-params';
import type { Schema } from './schema';

/** In a preset, any text is accepted as the name of a gateway. */
const { shorthand: _, ...gatewayForms } = gatewayReference;
const gateway: Schema = { ...gatewayForms, type: ['boolean', 'object', 'string', 'null'] };

/** A positive number that creating a preset needs. */
const positive: Schema = { type: ['integer', 'null'], minimum: 1 };

/** Mirrors `PresetConfiguration` of core/models/configurations.py. Rule: one of `base`, `repo` and `model` is set. */
export const preset = configurationType('preset', {
  title: 'Preset',
  since: '0.21.2',
  description:
    'A preset: lets an agent find the best way to serve a model on your hardware, measures it and keeps the result for ' +
    'reuse as a service. Experimental.',
  example: {
    base: 'Qwen/Qwen3-32B',
    trials: 5,
    min_context_length: 32768,
    max_ttft: 500,
    concurrency: 8,
  },
  first: [
    'name',
    'base',
    'repo',
    'trials',
    'min_context_length',
    'max_ttft',
    'concurrency',
    'input_tokens',
    'output_tokens',
    'fleets',
    'env',
    'prompt',
    'previous',
    'dataset',
    'shared_prefix_tokens',
    'baseline',
    'model',
    'agent',
    'gateway',
  ],
  properties: {
    ...profileParams,
    name: {
      type: ['string', 'null'],
      shorthand: 'resource-name',
      declares: 'preset',
      description:
        'The name of the preset. 2 to 41 lowercase letters, digits and hyphens, starting with a letter.',
      defaultDescription: 'only an ID',
      examples: ['qwen3-32b'],
      valueMeaning: 'Commands refer to the preset by the name {value}.',
    },
    base: {
      type: ['string', 'null'],
      shorthand: 'preset-source',
      droppedIfFalseBeside: 'repo',
      description:
        'The model to serve, of which the agent may choose a variant: another precision, quantization or trusted fork.',
      examples: ['Qwen/Qwen3-32B'],
      valueMeaning: 'Serves {value} or a variant of it.',
      excludes: ['repo', 'model'],
    },
    repo: {
      type: ['string', 'null'],
      shorthand: 'preset-source',
      droppedIfFalseBeside: 'base',
      description: 'The model to serve, exactly this one.',
      examples: ['Qwen/Qwen3-32B-FP8'],
      valueMeaning: 'Serves exactly the model {value}.',
      excludes: ['base', 'model'],
    },
    trials: {
      ...positive,
      description:
        'How many configurations the agent tries and measures before it keeps the best. Needed to create the preset.',
      examples: [5],
    },
    min_context_length: {
      ...positive,
      description: 'The minimum number of tokens of context. Needed to create the preset.',
      examples: [32768],
    },
    max_ttft: {
      ...positive,
      description:
        'How many milliseconds may pass until the first token of an answer, as the median of a measurement. Needed to ' +
        'create the preset.',
      examples: [500],
    },
    concurrency: {
      ...positive,
      description:
        'How many requests run at the same time while measuring. Needed to create the preset.',
      examples: [8],
    },
    input_tokens: {
      ...positive,
      description: 'How long each made-up request is, in tokens.',
      default: 1024,
      examples: [8192],
      excludes: ['dataset'],
    },
    output_tokens: {
      ...positive,
      minimum: 2,
      description: 'How long the answer to each made-up request is, in tokens.',
      default: 1024,
      examples: [1024],
      excludes: ['dataset'],
    },
    env: {
      ...env,
      description:
        'Environment variables that the agent may give to its runs, as a list of `NAME=value` or as a mapping. A variable ' +
        'without a value (`- HF_TOKEN`) comes from your own environment.',
      defaultDescription: 'no variables',
      examples: [['HF_TOKEN']],
    },
    prompt: presetPrompt,
    previous: {
      type: ['array', 'null'],
      items: {
        type: 'string',
        description: 'The ID of a preset, as `dstack preset` shows it.',
        examples: ['c83375b4'],
      },
      description: 'Earlier presets whose trials the agent studies and tries to surpass.',
      defaultDescription: 'none',
      examples: [['c83375b4']],
    },
    dataset: {
      type: ['string', 'null'],
      shorthand: 'dataset',
      description:
        'Measures with real requests: a dataset that the measuring tool knows, or one of Hugging Face by its ID.',
      defaultDescription: 'made-up requests of the given lengths',
      examples: ['sharegpt', 'spec_bench'],
      excludes: ['input_tokens', 'output_tokens', 'shared_prefix_tokens'],
    },
    shared_prefix_tokens: {
      type: ['integer', 'null'],
      minimum: 0,
      description:
        'How many tokens at the beginning are the same in every request, as a system prompt is, so they can be ' +
        'cached. Fewer than `input_tokens`.',
      default: 0,
      examples: [768],
      excludes: ['dataset'],
    },
    baseline: {
      type: ['boolean', 'null'],
      description:
        'Whether the first trial uses what the serving framework recommends, as a measure for the others.',
      default: true,
    },
    model: presetModel,
    agent: presetAgent,
    gateway,
  },
});
