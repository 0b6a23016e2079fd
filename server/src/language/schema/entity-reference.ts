import type { EntityKind, Schema } from './schema';

/**
 * Names a fleet or gateway in this or another project, also written `NAME` or `PROJECT/NAME`. Mirrors
 * `EntityReference` of core/models/common.py.
 */
export const entityReference = (kind: EntityKind): Schema => ({
  title: 'Reference',
  type: 'object',
  shorthand: 'entity-reference',
  refersTo: kind,
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: {
      type: 'string',
      description: `The name of the ${kind}.`,
      examples: [`my-${kind}`],
      refersTo: kind,
      foreignBeside: 'project',
    },
    project: {
      type: ['string', 'null'],
      description: 'The project that owns it, when that is not the project you work in.',
      defaultDescription: 'the current project',
      examples: ['main'],
    },
  },
});
