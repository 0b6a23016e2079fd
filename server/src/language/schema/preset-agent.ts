import type { Schema } from './schema';

/** `PresetPromptFile`, or the text itself. */
export const presetPrompt: Schema = {
  title: 'Prompt',
  type: ['string', 'object', 'null'],
  shorthand: 'prompt',
  additionalProperties: false,
  required: ['path'],
  description:
    'Additional instructions for the agent, for instance which serving frameworks to try: the text itself, up to 10,000 ' +
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
export const presetAgent: Schema = {
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
