import type { Schema } from './schema';

/** `tags` of runs, fleets, volumes and gateways. Mirrors utils/tags.py. */
export const tags: Schema = {
  title: 'Tags',
  type: ['object', 'null'],
  // In Python, ` also matches before a last line break.
  propertyNames: { type: 'string', pattern: '^[_\\-a-zA-Z0-9]{1,60}\\n?$' },
  additionalProperties: {
    type: 'string',
    shorthand: 'tag-value',
    description:
      'The value of the tag: up to 256 letters, digits, spaces and characters of `.:/=_-+@`. A number must be ' +
      'put in quotes.',
    examples: ['ml-team'],
    valueMeaning: 'The tag {name} has the value {value}.',
  },
  description:
    'Labels for what is created in the cloud, for instance to find it on the bill. A key has up to 60 letters, ' +
    'digits, `_` and `-`. Tags that the backend is configured with win over these.',
  defaultDescription: 'no tags',
  examples: [{ team: 'research', project: 'llm' }],
  since: '0.19.5',
};
