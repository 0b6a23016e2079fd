import type { Schema } from './schema';

/** The white space of Rust's regular expressions, which pydantic uses: with U+0085, without U+FEFF. */
const RUST_SPACE = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** `IPAddressPartitioningKey` or `HeaderPartitioningKey`. */
const key: Schema = {
  title: 'Rate limit key',
  type: 'object',
  description: 'Who counts as one client: each has the limit for itself.',
  default: { type: 'ip_address' },
  examples: [{ type: 'header', header: 'Authorization' }],
  reference: '#rate_limitsnkey',
  discriminator: { propertyName: 'type' },
  oneOf: [
    {
      title: 'By IP address',
      type: 'object',
      additionalProperties: false,
      required: ['type'],
      description: 'Requests from the same IP address are one client.',
      properties: {
        type: {
          type: 'string',
          const: 'ip_address',
          description: 'Tells clients apart by the IP address that they come from.',
        },
      },
    },
    {
      title: 'By header',
      type: 'object',
      additionalProperties: false,
      required: ['type', 'header'],
      description: 'Requests with the same value of a header are one client.',
      properties: {
        type: {
          type: 'string',
          const: 'header',
          description: 'Tells clients apart by a header of their requests.',
        },
        header: {
          type: 'string',
          maxLength: 500,
          pattern: '^[a-zA-Z0-9-_]+$',
          patternDescription: 'must have letters, digits, `-` and `_` only',
          description: 'The header that identifies the client: letters, digits, `-` and `_`.',
          examples: ['Authorization'],
        },
      },
    },
  ],
};

/** `RateLimit` of core/models/configurations.py. */
const rateLimit: Schema = {
  title: 'Rate limit',
  type: 'object',
  additionalProperties: false,
  required: ['rps'],
  description:
    'How many requests the service accepts from one client. Further requests get the answer 429.',
  examples: [{ prefix: '/api/', rps: 4, burst: 9 }],
  properties: {
    rps: {
      type: 'number',
      minimum: 1 / 60,
      maximum: Math.floor(2 ** 63 / 60),
      description:
        'Requests per second. They are spread evenly: with 4, one every 250 milliseconds. The minimum is one per minute.',
      examples: [4],
    },
    prefix: {
      type: 'string',
      maxLength: 4094,
      pattern: `^/[^${RUST_SPACE}\\\\{}]*$`,
      patternDescription: 'must begin with `/` and have no spaces, backslashes or braces',
      description:
        'The paths that the limit is for, by how they begin. Where several fit, the longest counts.',
      default: '/',
      examples: ['/api/'],
    },
    burst: {
      type: 'integer',
      minimum: 0,
      maximum: 2 ** 63,
      description:
        'How many requests may come at once on top, as long as the average stays within `rps`.',
      default: 0,
      examples: [9],
    },
    key,
  },
};

/** `rate_limits` of services. Rule: no `prefix` twice. */
export const rateLimits: Schema = {
  type: 'array',
  items: rateLimit,
  description:
    'Limits on how many requests a client may send. They take effect only with a gateway.',
  defaultDescription: 'no limits',
  examples: [[{ rps: 4, burst: 9 }]],
  since: '0.19.4',
};
