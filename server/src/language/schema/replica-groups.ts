import { container } from './container';
import { profileParams, spotPolicy } from './profile-params';
import { integerRange } from './ranges';
import { resources } from './resources';
import { commandsWith } from './run';
import { scaling } from './scaling';
import type { Schema } from './schema';

/** `ReplicaGroupRouterConfig` of core/models/routers.py. */
const router: Schema = {
  title: 'Router',
  type: ['object', 'null'],
  additionalProperties: false,
  description:
    'Makes this group the router that spreads the requests over the other groups, for instance to separate prefill ' +
    'from decode. One group can have it, with one replica.',
  defaultDescription: 'the group is not a router',
  examples: [{ type: 'smg' }],
  properties: {
    type: {
      type: 'string',
      shorthand: 'router-type',
      enum: ['smg', 'dynamo'],
      description: 'Which router the commands of the group start.',
      default: 'smg',
      // `sglang`, which is the same under its older name.
      formerly: { until: '0.22.4' },
      valueDescriptions: {
        smg: 'Shepherd Model Gateway; dstack gives it the addresses of the workers. `sglang` is its old name.',
        dynamo: 'NVIDIA Dynamo, whose workers find each other through etcd and NATS.',
      },
      valuesSince: { dynamo: '0.20.20', smg: '0.22.4' },
      olderValues: { smg: 'sglang' },
    },
  },
  since: '0.20.17',
};

/**
 * `ReplicaGroup` of core/models/configurations.py. Rules: `replicas` (or its old name `count`) must be there and
 * has an upper end; the group or the service has `commands` or `image`.
 */
export const replicaGroup: Schema = {
  title: 'Replica group',
  type: 'object',
  additionalProperties: false,
  description: 'Replicas of a service that have the same hardware and run the same commands.',
  properties: {
    name: {
      type: ['string', 'null'],
      shorthand: 'group-name',
      declares: 'group',
      description: 'What the group is called: up to 40 lowercase letters, digits and hyphens.',
      defaultDescription: 'the position of the group: `0`, `1` and so on',
      examples: ['prefill'],
      valueMeaning: 'The group of replicas is called {value}.',
    },
    replicas: {
      ...integerRange,
      closed: true,
      description:
        'How many replicas the group has: `2`, or a range such as `1..4` that `scaling` moves within. The range ' +
        'needs an upper end.',
      examples: [2, '1..4'],
      since: '0.21.3',
      olderName: 'count',
    },
    commands: {
      ...commandsWith('run.args', 'replica-address'),
      description: 'What the replicas of this group run.',
      defaultDescription: 'what the `image` runs by itself',
      examples: [['vllm serve $MODEL_ID --port 8000']],
    },
    resources: {
      ...resources,
      description:
        'The hardware of each replica of this group. The `resources` of the service do not carry over to it.',
    },
    scaling: {
      ...scaling,
      description:
        'When to add replicas to this group and remove them, within the range of its `replicas`.',
    },
    router,
    image: {
      ...container.image,
      description:
        'The Docker image of this group. Set it here or for the whole service, not both.',
      defaultDescription: 'the `image` of the service',
      since: '0.20.20',
    },
    python: {
      ...container.python,
      description:
        'The Python version of the default image for this group. Set it here or for the whole service, not both.',
      defaultDescription: 'the `python` of the service',
      since: '0.20.20',
    },
    nvcc: {
      type: ['boolean', 'null'],
      description:
        'Whether this group uses the default image with the CUDA compiler `nvcc`. Set it here or for the whole ' +
        'service, not both.',
      defaultDescription: 'as the service says',
      excludes: ['docker'],
      since: '0.20.20',
    },
    docker: {
      type: ['boolean', 'null'],
      description:
        'Whether the replicas of this group can use Docker themselves; they are then privileged. Set it here or for ' +
        'the whole service, not both.',
      defaultDescription: 'as the service says',
      excludes: ['image', 'python', 'nvcc'],
      since: '0.20.20',
    },
    privileged: {
      type: ['boolean', 'null'],
      description:
        'Whether the containers of this group run in privileged mode. Set it here or for the whole service, not both.',
      defaultDescription: 'as the service says',
      since: '0.20.20',
    },
    spot_policy: {
      ...spotPolicy,
      description:
        'Whether this group uses spot instances. Set it here or for the whole service, not both.',
      defaultDescription: 'as the service says',
      since: '0.20.24',
    },
    reservation: {
      ...profileParams.reservation,
      description:
        'The reservation at AWS or GCP that this group takes its instances from. Set it here or for the whole service, ' +
        'not both.',
      defaultDescription: 'the reservation of the service',
      since: '0.20.24',
    },
    count: {
      ...integerRange,
      closed: true,
      droppedBeside: 'replicas',
      description: 'The old name of `replicas`; without effect next to it.',
      examples: [1, '1..4'],
      deprecated: '0.21.3',
      replacement: { property: 'replicas' },
    },
  },
};
