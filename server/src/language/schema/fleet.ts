import { configurationType } from './configuration-type';
import { idleDuration } from './durations';
import { env } from './env';
import { profileParams } from './profile-params';
import { removedFromFleets } from './removed';
import { optionalResources } from './resources';
import type { Schema } from './schema';
import { blocks, sshConfig } from './ssh-config';

/** `FleetNodesSpec` of core/models/fleets.py. Rule: `min` <= `target` <= `max`. */
const nodes: Schema = {
  title: 'Fleet nodes',
  type: ['object', 'null'],
  shorthand: 'fleet-nodes',
  additionalProperties: false,
  description:
    'How many instances a backend fleet has: `2`, or a range such as `0..4`. From 0 on, the fleet is only a template at ' +
    'first: instances come with the runs that need them.',
  examples: [2, '0..4', '1..', { min: 0, target: 2, max: 4 }],
  excludes: ['ssh_config'],
  emptySince: '0.19.27',
  checkedSince: '0.19.27',
  properties: {
    // Null means the default here: the model fills it in before it checks.
    min: {
      type: ['integer', 'null'],
      minimum: 0,
      checkedSince: '0.19.27',
      description: 'Instances that the fleet always keeps, even while they are idle.',
      default: 0,
      examples: [0],
    },
    target: {
      type: ['integer', 'null'],
      description:
        'Instances to create when the fleet is applied. Those above `min` go once they were idle for `idle_duration`.',
      defaultDescription: 'the value of `min`',
      examples: [2],
      since: '0.19.27',
    },
    max: {
      type: ['integer', 'null'],
      description: 'The most instances that the fleet may have.',
      defaultDescription: 'no limit',
      examples: [4],
    },
  },
};

/** A property that existing hosts cannot have. */
const ofBackends = (schema: Schema): Schema => ({ ...schema, excludes: ['ssh_config'] });

/**
 * Mirrors `FleetConfiguration` of core/models/fleets.py. Rules: `nodes` or `ssh_config` is set, never both; `env` is
 * for SSH fleets, what comes from the profile for backend fleets.
 */
export const fleet = configurationType('fleet', {
  title: 'Fleet',
  description:
    'A fleet: the instances that runs use. A backend fleet (`nodes`) is created in clouds or clusters, an SSH fleet ' +
    '(`ssh_config`) is made of machines that you already have.',
  example: { name: 'my-fleet', nodes: '0..2', resources: { gpu: '24GB' } },
  first: [
    'name',
    'nodes',
    'placement',
    'resources',
    'ssh_config',
    'spot_policy',
    'idle_duration',
    'backends',
    'regions',
    'instance_types',
    'availability_zones',
    'blocks',
    'env',
    'max_price',
    'retry',
  ],
  properties: {
    name: {
      type: ['string', 'null'],
      shorthand: 'resource-name',
      declares: 'fleet',
      description:
        'The name of the fleet, by which runs refer to it. 2 to 41 lowercase letters, digits and hyphens, beginning ' +
        'with a letter.',
      defaultDescription: 'a random name',
      examples: ['my-fleet'],
      valueMeaning: 'Runs refer to the fleet by this name: `fleets: [{value}]`.',
    },
    nodes,
    placement: {
      type: ['string', 'null'],
      enum: ['any', 'cluster', null],
      description: 'How the instances lie to each other. Distributed tasks need a cluster.',
      default: 'any',
      valueDescriptions: {
        any: 'Wherever there is room.',
        cluster: 'Connected with each other, by a fast network where the cloud has one.',
      },
    },
    resources: ofBackends({
      ...optionalResources,
      description:
        'The hardware that each instance must have. Sizes and counts are exact (`24GB`) or ranges (`24GB..`, ' +
        '`24GB..80GB`, `..80GB`).',
      defaultDescription: 'any hardware',
      formerly: {
        until: '0.20.17',
        default: { cpu: '2..', memory: '8GB..', disk: '100GB..' },
        when: '!ssh_config',
      },
    }),
    ssh_config: sshConfig,
    spot_policy: ofBackends({
      ...profileParams.spot_policy,
      description:
        'Whether the fleet consists of spot instances, which are cheaper but can be taken away at any time, or of ' +
        'on-demand instances. Runs have a `spot_policy` of their own that must fit.',
    }),
    idle_duration: ofBackends({
      ...idleDuration,
      description:
        'How long an instance that no run uses is kept. Only instances above the minimum of `nodes` are ever ' +
        'terminated, so it has no effect on a fixed number of nodes.',
      default: '3d',
      valueDescriptions: { off: 'Idle instances are kept forever.' },
      examples: ['1h', '0s', 'off'],
      since: '0.18.34',
    }),
    backends: ofBackends(profileParams.backends),
    regions: ofBackends(profileParams.regions),
    availability_zones: ofBackends(profileParams.availability_zones),
    instance_types: ofBackends(profileParams.instance_types),
    reservation: ofBackends(profileParams.reservation),
    max_price: ofBackends(profileParams.max_price),
    blocks: {
      ...blocks,
      type: ['integer', 'string'],
      description:
        'Splits each instance into this many equal parts, so several runs can share it. The numbers of GPUs and of ' +
        'CPU cores must be divisible by it.',
      default: 1,
      since: '0.18.41',
    },
    env: {
      ...env,
      description:
        'Environment variables for everything that runs on an SSH fleet, such as proxy settings, as a list of ' +
        '`NAME=value` or as a mapping. A backend fleet cannot have them.',
      defaultDescription: 'no variables',
      examples: [['HTTP_PROXY=http://proxy.example.com:80']],
      excludes: ['nodes'],
    },
    retry: ofBackends({
      ...profileParams.retry,
      description:
        'Whether dstack tries again when an instance of the fleet cannot be had. `true` retries whatever happened; a ' +
        'mapping says for which events and for how long.',
    }),
    tags: ofBackends(profileParams.tags),
    backend_options: ofBackends(profileParams.backend_options),
    ...removedFromFleets,
  },
});
