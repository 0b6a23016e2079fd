import { configurationType } from './configuration-type';
import { ports } from './ports';
import { profileParams } from './profile-params';
import { resources } from './resources';
import { commandsWith, run } from './run';
import type { Schema } from './schema';

/** `NodeGroup` of core/models/configurations.py. */
const nodeGroup: Schema = {
  title: 'Node group',
  type: 'object',
  additionalProperties: false,
  description: 'Nodes of a distributed task that have the same hardware and run the same commands.',
  properties: {
    name: {
      type: ['string', 'null'],
      shorthand: 'group-name',
      declares: 'group',
      description: 'What the group is called: up to 40 lowercase letters, digits and hyphens.',
      defaultDescription: 'the position of the group: `0`, `1` and so on',
      examples: ['workers'],
      valueMeaning: 'The group of nodes is called {value}.',
    },
    nodes: {
      type: 'integer',
      minimum: 1,
      description: 'How many nodes the group has.',
      default: 1,
      examples: [2],
    },
    commands: {
      ...commandsWith('run.args', 'node-address'),
      description:
        'What the nodes of this group run. `${{ groups[0].nodes[0].IP_ADDRESS }}` is the address of the first node ' +
        'of the first group, and so on.',
      defaultDescription: 'what the `image` of the task runs by itself',
      examples: [['ray start --head --port=6379 --block']],
    },
    resources: {
      ...resources,
      description:
        'The hardware of each node of this group. The `resources` of the task do not carry over to it.',
    },
    ports: {
      ...ports,
      description: 'Ports of the nodes of this group that you can reach on `localhost`.',
    },
  },
};

/** Mirrors `TaskConfiguration` of core/models/configurations.py. Rule: `commands`, `image` or `groups` is set. */
export const task = configurationType('task', {
  title: 'Task',
  description:
    'A task: commands that run on one machine or on a cluster until they are done, such as training, fine-tuning ' +
    'or a batch job. A web app for your own use works too, through `ports`.',
  example: { commands: ['python train.py'], resources: { gpu: '24GB' } },
  first: [
    'name',
    'image',
    'python',
    'env',
    'commands',
    'ports',
    'resources',
    'nodes',
    'spot_policy',
    'volumes',
    'repos',
    'files',
    'max_duration',
    'retry',
    'nvcc',
    'docker',
    'privileged',
    'working_dir',
    'startup_order',
    'stop_criteria',
    'groups',
  ],
  properties: {
    ...run,
    ...profileParams,
    max_duration: {
      ...profileParams.max_duration,
      formerly: { until: '0.18.43', default: '72h' },
    },
    commands: {
      ...commandsWith('run.args', 'node-address'),
      description:
        'The shell commands of the task, one after the other; the first that fails ends it. Every node of a ' +
        'distributed task runs them.',
      defaultDescription: 'what the `image` runs by itself',
      examples: [['uv pip install -r requirements.txt', 'python train.py']],
      excludes: ['groups'],
    },
    ports: { ...ports, excludes: ['groups'] },
    entrypoint: { ...run.entrypoint, excludes: ['groups'] },
    nodes: {
      type: ['integer', 'null'],
      minimum: 1,
      description:
        'Runs the task on this many nodes at the same time. More than one needs a fleet with `placement: cluster`; ' +
        'variables such as `DSTACK_NODE_RANK` and `DSTACK_MASTER_NODE_IP` identify the nodes.',
      default: 1,
      examples: [2],
      excludes: ['groups'],
      formsSince: { null: '0.21.2' },
    },
    groups: {
      type: ['array', 'null'],
      minItems: 1,
      items: nodeGroup,
      description:
        'Splits the nodes of a distributed task into groups with hardware and commands of their own, for instance ' +
        'a head without a GPU and workers with GPUs. The first node of the first group is the master.',
      defaultDescription: 'all nodes are alike',
      examples: [
        [
          { name: 'head', commands: ['ray start --head --block'], resources: { cpu: 4 } },
          { name: 'workers', nodes: 2, commands: ['./work.sh'], resources: { gpu: 'H100:8' } },
        ],
      ],
      excludes: ['nodes', 'commands', 'ports', 'entrypoint'],
      since: '0.21.2',
    },
  },
});
