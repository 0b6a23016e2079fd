import { backendOptions } from './backend-options';
import { backends } from './backends';
import { idleDuration, offDuration } from './durations';
import { fleets, instances } from './instances';
import { removedFromProfileParams } from './removed';
import { retry } from './retry';
import { schedule } from './schedule';
import type { Schema } from './schema';
import { tags } from './tags';
import { utilizationPolicy } from './utilization-policy';

export const spotPolicy: Schema = {
  type: ['string', 'null'],
  enum: ['spot', 'on-demand', 'auto', null],
  valueDescriptions: {
    spot: 'Spot instances only: cheap, and the cloud may take them back while you use them.',
    'on-demand': 'On-demand instances only: they stay until the run ends.',
    auto: 'Whichever fits best and is available, spot or on-demand.',
  },
};

/**
 * What runs, presets and profiles share: where a run may be placed, what it may cost and how long it may last. Mirrors
 * `ProfileParams` of core/models/profiles.py.
 */
export const profileParams = {
  spot_policy: {
    ...spotPolicy,
    notable: true,
    description:
      'Whether to use spot instances, which are cheaper but can be taken away at any time, or on-demand ' +
      'instances, which is the default of dstack.',
    default: 'on-demand',
  },
  fleets,
  backends,
  max_duration: {
    ...offDuration,
    description:
      'Stops the run after this time. Only the time in which it runs counts, not the wait for an instance and ' +
      'for the image.',
    default: 'off',
    valueDescriptions: { off: 'The run may take as long as it wants.' },
    examples: ['2h', '1d', 'off'],
  },
  retry,
  idle_duration: {
    ...idleDuration,
    notable: true,
    description:
      'How long an instance waits for the next run before it is terminated. On an instance of an existing fleet, ' +
      "the fleet's setting decides; for a new instance, the shorter of the two. Containers that clouds rent out " +
      'directly, without a virtual machine, end with the run anyway.',
    default: '5m',
    valueDescriptions: { off: 'The instance is kept until you terminate it.' },
    examples: ['30m', '0s', 'off'],
    since: '0.18.34',
  },
  max_price: {
    type: ['number', 'null'],
    exclusiveMinimum: 0,
    description: 'The maximum price of one instance, in US dollars per hour.',
    valueMeaning: 'Only instances that cost at most {value} US dollars per hour are used.',
    defaultDescription: 'no limit',
    examples: [2.5],
  },
  creation_policy: {
    type: ['string', 'null'],
    enum: ['reuse', 'reuse-or-create', null],
    description:
      'Whether the run may add instances to a fleet or has to take one that is already there.',
    default: 'reuse-or-create',
    valueDescriptions: {
      reuse: 'Only instances that exist and are idle; without one, the run does not start.',
      'reuse-or-create': 'An idle instance if there is one, else a new one.',
    },
  },
  regions: {
    type: ['array', 'null'],
    items: {
      type: 'string',
      catalogue: 'regions',
      configured: 'region',
      description: 'A region, by the name that its cloud gives it.',
      examples: ['eu-west-1'],
    },
    description: 'The regions that may be used, by the names that the clouds give them.',
    defaultDescription: 'all regions that the backends are configured with',
    examples: [['eu-west-1', 'us-east4']],
  },
  availability_zones: {
    type: ['array', 'null'],
    items: {
      type: 'string',
      catalogue: 'availability-zones',
      description: 'An availability zone, by the name that its cloud gives it.',
      examples: ['eu-west-1a'],
    },
    description:
      'The availability zones that may be used. Worth setting to stay near a volume or a reservation.',
    defaultDescription: 'all zones',
    examples: [['eu-west-1a', 'us-east4-c']],
    since: '0.18.41',
  },
  instance_types: {
    type: ['array', 'null'],
    items: {
      type: 'string',
      catalogue: 'instance-types',
      description: 'An instance type, by the name that its cloud gives it.',
      examples: ['p4d.24xlarge'],
    },
    description:
      'The instance types that may be used, by the names that the clouds give them. Usually `resources` is the ' +
      'better way, since it fits every cloud.',
    defaultDescription: 'all types that have the `resources`',
    examples: [['p4d.24xlarge', 'a2-highgpu-8g']],
  },
  reservation: {
    type: ['string', 'null'],
    description:
      'Takes the instances from capacity that you have reserved: the ID of an AWS capacity reservation or ' +
      'capacity block, or the name of a GCP reservation. No other backend has this.',
    defaultDescription: 'no reservation',
    examples: ['cr-0123456789abcdef0'],
    since: '0.18.30',
  },
  instances,
  utilization_policy: utilizationPolicy,
  schedule,
  startup_order: {
    type: ['string', 'null'],
    enum: ['any', 'master-first', 'workers-first', null],
    description:
      'In which order the nodes of a distributed task start their commands. The master is the first node.',
    default: 'any',
    valueDescriptions: {
      any: 'Each node starts as soon as it is ready.',
      'master-first': 'The workers start once the master runs.',
      'workers-first': 'The master starts once all workers run, as MPI launchers need it.',
    },
    since: '0.19.12',
  },
  stop_criteria: {
    type: ['string', 'null'],
    enum: ['all-done', 'master-done', null],
    description: 'When a distributed task counts as finished.',
    default: 'all-done',
    valueDescriptions: {
      'all-done': 'When the commands of every node have ended.',
      'master-done': 'When the commands of the master have ended; the workers are then stopped.',
    },
    since: '0.19.12',
  },
  stop_duration: {
    ...offDuration,
    description:
      'How long a run that is being stopped may take to shut down. Afterwards it is ended by force, and its ' +
      'volumes are detached by force, which can lose data.',
    default: '5m',
    valueDescriptions: { off: 'The run may take as long as it wants to shut down.' },
    examples: ['10m', 'off'],
    since: '0.18.38',
  },
  tags,
  backend_options: backendOptions,
  ...removedFromProfileParams,
} satisfies Record<string, Schema>;
