import { optionalDuration } from './durations';
import type { Schema } from './schema';

/** `HTTPHeaderSpec` of core/models/configurations.py. */
const header: Schema = {
  title: 'HTTP header',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'value'],
  description: 'One header of the request.',
  reference: '#probesnheaders',
  properties: {
    name: {
      type: 'string',
      minLength: 1,
      maxLength: 256,
      description: 'What the header is called.',
      examples: ['Content-Type'],
    },
    value: {
      type: 'string',
      minLength: 1,
      maxLength: 2048,
      description: 'What the header says. `${{ env.NAME }}` puts in a variable of the run.',
      examples: ['application/json'],
      embeds: ['env'],
    },
  },
};

/** `ProbeConfig` of core/models/configurations.py. Rule: no `body` with `method: get` or `head`. */
const probe: Schema = {
  title: 'Probe',
  type: 'object',
  additionalProperties: false,
  required: ['type'],
  description:
    'A request that dstack sends to each replica again and again. Any `2xx` answer means that it is well.',
  examples: [{ type: 'http', url: '/health', interval: '15s' }],
  properties: {
    type: {
      type: 'string',
      enum: ['http'],
      description: 'How to probe. So far there is one way.',
      valueDescriptions: { http: 'Sends an HTTP request to the port of the service.' },
    },
    url: {
      type: ['string', 'null'],
      shorthand: 'probe-url',
      description: 'The path to request, beginning with `/`.',
      default: '/',
      examples: ['/health'],
      embeds: ['env'],
    },
    interval: {
      ...optionalDuration,
      minimum: 1,
      description: 'How long to wait after one probe before the next.',
      default: '15s',
      examples: ['30s'],
    },
    timeout: {
      ...optionalDuration,
      minimum: 1,
      description:
        'How long an answer may take before the probe counts as failed. The server sets an upper limit.',
      default: '10s',
      examples: ['20s'],
    },
    ready_after: {
      type: ['integer', 'null'],
      minimum: 1,
      description:
        'How many probes in a row must succeed before a new replica takes over from an old one.',
      default: 1,
      examples: [3],
    },
    until_ready: {
      type: ['boolean', 'null'],
      description: 'Whether probing ends as soon as the replica is ready.',
      default: false,
      since: '0.20.8',
    },
    method: {
      type: ['string', 'null'],
      enum: ['get', 'post', 'put', 'delete', 'patch', 'head', null],
      description: 'The method of the HTTP request, in lowercase.',
      default: 'get',
      valueDescriptions: {
        get: 'Asks for the page.',
        post: 'Sends the `body`.',
        put: 'Sends the `body` to replace what is there.',
        delete: 'Asks to delete what is there.',
        patch: 'Sends the `body` to change what is there.',
        head: 'Asks for the headers of the page only.',
      },
    },
    headers: {
      type: 'array',
      maxItems: 16,
      unsent: true,
      items: header,
      description: 'Headers to send along, 16 at most.',
      defaultDescription: 'no custom headers',
      examples: [[{ name: 'Content-Type', value: 'application/json' }]],
    },
    body: {
      type: ['string', 'null'],
      unsent: true,
      minLength: 1,
      maxLength: 2048,
      description:
        'What to send along, for methods that accept it. `${{ env.NAME }}` puts in a variable of the run.',
      defaultDescription: 'nothing',
      examples: ['{"prompt": "hello"}'],
      embeds: ['env'],
    },
  },
};

/** `probes` of services. Rule: no probe twice. */
export const probes: Schema = {
  type: ['array', 'null'],
  items: probe,
  description:
    'Health checks of the replicas. A rolling deployment replaces an old replica only when the new one passes all of ' +
    'them. Set an empty list to have none, even with `model`.',
  defaultDescription: 'a request to `/v1/chat/completions` if `model` is set, else none',
  formerly: {
    until: '0.20.8',
    default: [],
    when: 'model !model.format=tgi',
  },
  examples: [[{ type: 'http', url: '/health' }]],
  since: '0.19.22',
};
