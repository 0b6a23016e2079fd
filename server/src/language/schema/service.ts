import { configurationType } from './configuration-type';
import { gatewayReference } from './gateway-reference';
import { portMapping } from './ports';
import { probes } from './probes';
import { profileParams } from './profile-params';
import { integerRange } from './ranges';
import { rateLimits } from './rate-limits';
import { removedFromServices } from './removed';
import { replicaGroup } from './replica-groups';
import { commandsWith, run } from './run';
import { scaling } from './scaling';
import { serviceModel } from './service-model';

/** Mirrors `ServiceConfiguration` of core/models/configurations.py. Rule: `commands`, `image` or `groups` is set. */
export const service = configurationType('service', {
  title: 'Service',
  description:
    'A service: a model or web app that runs until you stop it and answers requests at an endpoint, with one or more ' +
    'replicas.',
  example: {
    image: 'vllm/vllm-openai:latest',
    commands: ['vllm serve Qwen/Qwen3-8B'],
    port: 8000,
    model: 'Qwen/Qwen3-8B',
    resources: { gpu: '24GB' },
  },
  required: ['port'],
  first: [
    'name',
    'image',
    'python',
    'env',
    'commands',
    'port',
    'model',
    'resources',
    'spot_policy',
    'volumes',
    'replicas',
    'scaling',
    'auth',
    'probes',
    'gateway',
    'registry_auth',
    'privileged',
    'repos',
    'files',
    'working_dir',
    'docker',
    'nvcc',
    'groups',
    'https',
    'rate_limits',
    'strip_prefix',
  ],
  properties: {
    ...run,
    ...profileParams,
    commands: {
      ...commandsWith('run.args'),
      description: 'The shell commands that start the service; every replica runs them.',
      defaultDescription: 'what the `image` runs by itself',
      examples: [['vllm serve $MODEL_ID --port 8000']],
      excludes: ['groups'],
    },
    // Only `container_port` counts; the model happens to be a mapping of ports.
    port: {
      ...portMapping,
      shorthand: 'service-port',
      description: 'The port that the service listens on in its container.',
      examples: [8000],
    },
    model: serviceModel,
    // A list is the old form of `groups`. Rules: never together with `groups`; a range needs an upper end.
    replicas: {
      ...integerRange,
      closed: true,
      type: ['object', 'array', 'null'],
      minItems: 1,
      items: replicaGroup,
      description:
        'How many copies of the service run: `2`, or a range such as `1..4` that `scaling` moves within; `0..2` lets it ' +
        'stop when there are no requests. A list of groups here is the old form of `groups`.',
      default: 1,
      examples: [2, '1..4'],
      excludes: ['groups'],
      formsSince: { list: '0.20.7', null: '0.20.7' },
    },
    scaling: { ...scaling, excludes: ['groups'] },
    groups: {
      type: ['array', 'null'],
      minItems: 1,
      items: replicaGroup,
      description:
        'Splits the replicas into groups with hardware, commands and scaling of their own, for instance to separate ' +
        'prefill from decode.',
      defaultDescription: 'all replicas are alike',
      examples: [
        [
          {
            replicas: '1..4',
            scaling: { metric: 'rps', target: 5 },
            commands: ['./serve.sh'],
            resources: { gpu: '24GB' },
          },
        ],
      ],
      since: '0.21.3',
      olderName: 'replicas',
      excludes: ['replicas', 'scaling', 'commands'],
    },
    gateway: { ...gatewayReference, since: '0.18.23' },
    auth: {
      type: 'boolean',
      description:
        'Whether requests need a token of a dstack user (`Authorization: Bearer ...`). With `false`, anyone who can ' +
        'reach the endpoint may use it.',
      default: true,
    },
    https: {
      type: ['boolean', 'string', 'null'],
      enum: [true, false, 'auto', null],
      description: 'Whether the gateway publishes the service over HTTPS.',
      default: true,
      valueDescriptions: {
        true: 'HTTPS; the gateway must have a certificate.',
        false: 'Plain HTTP.',
        auto: 'HTTPS if the gateway has a certificate, else HTTP.',
      },
      valuesSince: { auto: '0.20.12' },
    },
    strip_prefix: {
      type: 'boolean',
      description:
        'Without a gateway, the address begins with `/proxy/services/PROJECT/RUN/`. This says whether that part is cut ' +
        'off before the service gets to see it.',
      default: true,
      since: '0.18.40',
    },
    rate_limits: rateLimits,
    probes,
    ...removedFromServices,
  },
});
