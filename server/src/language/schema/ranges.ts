import type { Schema } from './schema';

/**
 * The ranges of `core/models/resources.py`. Rule: at least one end is set, and `min` is not above `max`.
 */

/** `Range[int]`, also written `8`, `2..8`, `2..` or `..8`. */
export const integerRange: Schema = {
  title: 'Range',
  type: 'object',
  shorthand: 'integer-range',
  additionalProperties: false,
  properties: {
    min: {
      type: ['integer', 'null'],
      description: 'The smallest number that will do. Leave it out if there is no lower limit.',
      examples: [2],
    },
    max: {
      type: ['integer', 'null'],
      description: 'The largest number that will do. Leave it out if there is no upper limit.',
      examples: [8],
    },
  },
};

/** `Range[Memory]` in GB, also written `16GB`, `16GB..80GB`, `16GB..` or `..80GB`. */
export const memoryRange: Schema = {
  title: 'Memory range',
  type: 'object',
  shorthand: 'memory-range',
  additionalProperties: false,
  properties: {
    min: {
      type: ['number', 'null'],
      shorthand: 'memory',
      description: 'The smallest size that will do. Leave it out if there is no lower limit.',
      examples: ['16GB'],
    },
    max: {
      type: ['number', 'null'],
      shorthand: 'memory',
      description: 'The largest size that will do. Leave it out if there is no upper limit.',
      examples: ['80GB'],
    },
  },
};
