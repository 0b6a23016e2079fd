import type { Schema } from './schema';

/**
 * What is mounted into the container, also written `NAME:PATH` or `/INSTANCE/PATH:/PATH`. Mirrors `MountPoint`
 * of core/models/volumes.py. Rule: either `name`, or `instance_path` with or without `optional`.
 */
const mountPoint: Schema = {
  title: 'Volume mount',
  type: 'object',
  shorthand: 'mount-point',
  refersTo: 'volume',
  additionalProperties: false,
  required: ['path'],
  description:
    'One thing to mount: `my-volume:/data` for a network volume, `/mnt/cache:/root/.cache` for a folder of the ' +
    'instance.',
  examples: [
    'my-volume:/data',
    '/dstack-cache:/root/.cache',
    { name: 'my-volume', path: '/data' },
    { instance_path: '/dstack-cache', path: '/root/.cache', optional: true },
  ],
  embeds: ['node-rank', 'job-num'],
  formsSince: { scalar: '0.18.21' },
  properties: {
    path: {
      type: 'string',
      shorthand: 'mount-path',
      checkedSince: '0.18.21',
      description:
        'Where it appears in the container: an absolute path without `..`. Stay clear of `/workflow` and what is ' +
        "below it, where dstack may put the project's own files.",
      examples: ['/data'],
    },
    name: {
      type: ['string', 'array'],
      items: {
        type: 'string',
        description: 'The name of a network volume.',
        examples: ['my-volume-eu'],
        embeds: ['node-rank', 'job-num'],
        refersTo: 'volume',
      },
      description:
        'The network volume to mount. Of a list, the one that lies in the region and backend of the run is taken, ' +
        'so more offers fit. A distributed task can name one for each node: ' +
        '`data-${{ dstack.node_rank }}`.',
      examples: ['my-volume', ['my-volume-eu', 'my-volume-us']],
      embeds: ['node-rank', 'job-num'],
      refersTo: 'volume',
      excludes: ['instance_path', 'optional'],
      formsSince: { list: '0.18.25' },
    },
    instance_path: {
      type: 'string',
      shorthand: 'instance-path',
      description:
        'A folder of the instance to mount, as an absolute path without `..`. Its contents are there again only ' +
        'for runs on the same instance, which makes it good for caches.',
      examples: ['/dstack-cache'],
      excludes: ['name'],
      since: '0.18.21',
    },
    optional: {
      type: 'boolean',
      description:
        'Lets the run also go to backends that cannot mount folders of an instance, such as `runpod` and ' +
        '`vastai`; there it does without.',
      default: false,
      excludes: ['name'],
      since: '0.18.40',
    },
  },
};

/** `volumes` of runs. */
export const volumes: Schema = {
  type: 'array',
  items: mountPoint,
  description:
    'Storage that outlives the run: network volumes made with `type: volume`, or folders of the instance. Nothing ' +
    "can be mounted at `/workflow` or below it where the project's files are placed there.",
  defaultDescription: 'nothing',
  examples: [['my-volume:/data'], [{ name: 'my-volume', path: '/data' }]],
  reference: '#_volumes',
};
