import { configurationType } from './configuration-type';
import { env } from './env';
import { gatewayReference } from './gateway-reference';
import { profileParams } from './profile-params';
import type { Schema } from './schema';

/** Of a preset, any text passes for the name of a gateway. */
const { shorthand: _, ...gatewayForms } = gatewayReference;
const gateway: Schema = { ...gatewayForms, type: ['boolean', 'object', 'string', 'null'] };

/** `PresetModelRepo` or `PresetModelBase`. Rule: either `repo`, with or without `name`, or `base` alone. */
const model: Schema = {
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

/** `PresetPromptFile`, or the text itself. */
const prompt: Schema = {
  title: 'Prompt',
  type: ['string', 'object', 'null'],
  shorthand: 'prompt',
  additionalProperties: false,
  required: ['path'],
  description:
    'What to tell the agent besides, for instance which serving frameworks to try: the text itself, up to 10,000 ' +
    'characters, or a file.',
  defaultDescription: 'nothing',
  examples: ['Try SGLang first.', { path: 'prompt.md' }],
  reference: '#prompt',
  properties: {
    path: {
      type: 'string',
      shorthand: 'nonblank',
      localPath: 'any',
      description:
        'A file with the text. A relative path starts at the folder of this configuration file.',
      examples: ['prompt.md'],
      valueMeaning: 'The prompt is what the file {value} says.',
    },
  },
};

/** `PresetAgentConfig`. Rule: `effort: max` is for `claude` only. */
const agent: Schema = {
  title: 'Agent',
  type: ['object', 'null'],
  additionalProperties: false,
  required: ['provider'],
  description:
    'The coding agent that creates the preset. Its command line tool must be installed where you run `dstack apply`. ' +
    'What is set here wins over the variables `DSTACK_AGENT_*`.',
  defaultDescription: '`claude`, as it is configured on your machine',
  examples: [{ provider: 'claude', effort: 'high' }],
  properties: {
    provider: {
      type: 'string',
      enum: ['claude', 'codex'],
      description: 'Which agent to use.',
      valueDescriptions: { claude: 'Claude Code by Anthropic.', codex: 'Codex by OpenAI.' },
    },
    model: {
      type: ['string', 'null'],
      description: 'The model that the agent thinks with, by the name that its maker gives it.',
      defaultDescription: 'what the agent is configured with',
      examples: ['claude-opus-5'],
    },
    effort: {
      type: ['string', 'null'],
      enum: ['low', 'medium', 'high', 'xhigh', 'max', null],
      description: 'How much the agent thinks before it acts. More takes longer and costs more.',
      defaultDescription: 'what the agent is configured with',
      valueDescriptions: {
        low: 'Little thought, quick and cheap.',
        medium: 'A balance.',
        high: 'Much thought.',
        xhigh: 'Very much thought.',
        max: 'As much thought as possible; `claude` only.',
      },
    },
  },
  since: '0.22.0',
};

/** A positive number that creating a preset needs. */
const positive: Schema = { type: ['integer', 'null'], minimum: 1 };

/** Mirrors `PresetConfiguration` of core/models/configurations.py. Rule: one of `base`, `repo` and `model` is set. */
export const preset = configurationType('preset', {
  title: 'Preset',
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
        'The name of the preset. 2 to 41 lowercase letters, digits and hyphens, beginning with a letter.',
      defaultDescription: 'only an ID',
      examples: ['qwen3-32b'],
      valueMeaning: 'Commands take the preset by the name {value}.',
    },
    base: {
      type: ['string', 'null'],
      shorthand: 'preset-source',
      description:
        'The model to serve, of which the agent may choose a variant: another precision, quantization or trusted fork.',
      examples: ['Qwen/Qwen3-32B'],
      valueMeaning: 'Serves {value} or a variant of it.',
      excludes: ['repo', 'model'],
    },
    repo: {
      type: ['string', 'null'],
      shorthand: 'preset-source',
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
      description:
        'How many tokens of context must be possible at least. Needed to create the preset.',
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
    prompt,
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
        'How many tokens at the beginning are the same in every request, as a system prompt is, so that they can be ' +
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
    model,
    agent,
    gateway,
  },
});
