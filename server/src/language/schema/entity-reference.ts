import type { Schema } from './schema';

/**
 * Names something in this or another project, also written `NAME` or `PROJECT/NAME`. Mirrors
 * `EntityReference` of core/models/common.py.
 */
export const entityReference: Schema = {
  title: 'Reference',
  type: 'object',
  shorthand: 'entity-reference',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: {
      type: 'string',
      description: 'The name of the fleet or gateway.',
      examples: ['my-fleet'],
    },
    project: {
      type: ['string', 'null'],
      description: 'The project that owns it, when that is not the project you work in.',
      defaultDescription: 'the current project',
      examples: ['main'],
    },
  },
};
