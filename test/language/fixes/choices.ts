import type { ProblemCode } from '../../../server/src/language/problem/codes';
import { yaml } from '../../support/yaml';

/** What only the author can decide: a text, its first problem of a code, and the titles of what is offered. */
export type Choice = readonly [text: string, code: ProblemCode, titles: readonly string[]];

const TASK = 'type: task\ncommands: [ls]\n';
const task = (text: string, code: ProblemCode, ...titles: readonly string[]): Choice => [
  TASK + text,
  code,
  titles,
];
const service = (text: string, code: ProblemCode, ...titles: readonly string[]): Choice => [
  `type: service\nport: 80\ncommands: [ls]\n${text}`,
  code,
  titles,
];

const GATEWAY = 'type: gateway\nname: my-gateway\nregion: west\n';
const gateway = (text: string, code: ProblemCode, ...titles: readonly string[]): Choice => [
  GATEWAY + text,
  code,
  titles,
];

export const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  'a value that is missing': [
    [
      'type: task\ncommands:\n  -\n',
      'empty-value',
      ['Write `commands: ["uv pip install -r requirements.txt","python train.py"]`'],
    ],
    task('backends:\n  -\n', 'empty-value', 'Write `backends: ["aws","gcp"]`', 'Remove `backends`'),
    task(
      'schedule:\n  cron:\n',
      'empty-value',
      'Write `cron: 0 8 * * mon-fri`',
      'Remove `schedule`',
    ),
    task(
      yaml`
        resources:
          gpu:
            name:
              -
      `,
      'empty-value',
      'Write `name: H100`',
      'Remove `resources`',
    ),
    task('regions: [null, us-east-1]\n', 'wrong-type', 'Remove the empty item'),
    ['type: task\ncommands: [ls, ~]\n', 'wrong-type', ['Remove the empty item']],
  ],
  'what dstack does not know': [
    ...['healthcheck: {path: /}', 'retries: 3', 'restart: always', 'idle: 5m', 'domain: a.b'].map(
      (line) => service(`${line}\n`, 'unknown-key', `Remove \`${line.replace(/:.*/, '')}\``),
    ),
    service('headers: {A: b}\n', 'unknown-key', 'Remove `headers`'),
    service('autoscaling:\n  target: 3\n', 'unknown-key', 'Remove `autoscaling`'),
    task('before_script: [pip install x]\n', 'unknown-key', 'Remove `before_script`'),
    ['version: "3"\ntype: task\ncommands: [ls]\n', 'unknown-key', ['Remove `version`']],
    task('schedule: {timezone: UTC}\n', 'unknown-key', 'Remove `schedule`'),
  ],
  'what dstack does not know any more': [
    task('retry_policy: {retry: true, limit: 1h}\n', 'removed-key', 'Remove `retry_policy`'),
    task('pool_name: mine\n', 'removed-key', 'Remove `pool_name`'),
    task('instance_name: mine\n', 'removed-key', 'Remove `instance_name`'),
    task('build: [pip install x]\n', 'removed-key', 'Remove `build`'),
    service('router: {type: sglang}\n', 'removed-key', 'Remove `router`'),
  ],
  'two names for one property': [
    ...(
      [
        ['comands', 'command', 'commands'],
        ['cmd', 'args', 'commands'],
      ] as const
    ).map(([one, other, name]): Choice => [
      `type: task\n${one}: [a]\n${other}: [b]\n`,
      'unknown-key',
      [`Change to \`${name}\``, `Remove \`${one}\``],
    ]),
    ...(
      [
        ['environment', 'envs', 'env'],
        ['env_vars', 'variables', 'env'],
        ['workdir', 'working_directory', 'working_dir'],
        ['backend', 'clouds', 'backends'],
      ] as const
    ).map(([one, other, name]) =>
      task(
        `${one}: [aws]\n${other}: [gcp]\n`.replace(/[[\]]/g, name === 'working_dir' ? '' : '$&'),
        'unknown-key',
        `Change to \`${name}\``,
        `Remove \`${one}\``,
      ),
    ),
    task(
      'idle_timeout: 1h\ntermination_idle_time: 2h\n',
      'unknown-key',
      'Change to `idle_duration`',
      'Remove `idle_timeout`',
    ),
    task('gpu: A100\ngpus: 2\n', 'unknown-key', 'Move `gpu` into `resources`', 'Remove `gpu`'),
    // The right name is there as well.
    task('comands: [a]\n', 'unknown-key', 'Remove `comands`'),
    task('env: [A=1]\nenvironment: [B=1]\n', 'unknown-key', 'Remove `environment`'),
    task('resources: {gpu: A100, gpus: 2}\n', 'unknown-key', 'Remove `gpus`'),
  ],
  'one end of a range': [
    service('min_replicas: 1\n', 'unknown-key', 'Change to `replicas`', 'Remove `min_replicas`'),
    service(
      'min_replicas: 4\nmax_replicas: 1\n',
      'unknown-key',
      'Change to `replicas`',
      'Remove `min_replicas`',
    ),
  ],
  'limits that the requests do not repeat': [
    task(
      yaml`
        resources:
          limits:
            cpu: 4
          requests:
            cpu: 4 # mine
      `,
      'unknown-key',
      'Remove `limits`',
    ),
    task(
      yaml`
        resources:
          requests:
            cpu: 4
          limits:
            cpu: 8
      `,
      'unknown-key',
      'Remove `requests`',
    ),
    task(
      yaml`
        resources:
          limits:
            nvidia.com/gpu: 1
            amd.com/gpu: 1
      `,
      'unknown-key',
      'Remove `resources`',
    ),
  ],
  'what other properties exclude': [
    service(
      'replicas: 3\nscaling: {metric: rps, target: 10}\n',
      'scaling-without-range',
      'Remove `scaling`',
    ),
  ],
  'properties of former releases that contradict each other': [
    task(
      'termination_policy: dont-destroy\nidle_duration: 1h\n',
      'removed-key',
      'Change both to `idle_duration: off`',
      'Remove `termination_policy`',
    ),
    task(
      'termination_idle_time: 1h\ntermination_policy: dont-destoy\n',
      'removed-key',
      'Change to `idle_duration`',
      'Remove `termination_idle_time`',
    ),
    task('termination_policy: dont-destoy\n', 'removed-key', 'Remove `termination_policy`'),
    task(
      'termination_policy: destroy-after-idle\nidle_duration: 1h\n',
      'removed-key',
      'Remove `termination_policy`',
    ),
    task(
      'termination_idle_time: 1h\nidle_duration: 2h\n',
      'removed-key',
      'Remove `termination_idle_time`',
    ),
    [
      yaml`
        profiles:
          - &base
            name: base
            idle_duration: 1h
          - <<: *base
            name: other
            termination_policy: dont-destroy
      `,
      'removed-key',
      ['Change to `idle_duration: off`', 'Remove `termination_policy`'],
    ],
  ],
  'who can reach what': [
    gateway('backend: azure\npublic_ip: false\n', 'gateway-backend', 'Remove `public_ip`'),
    gateway(
      'backend: kubernetes\npublic_ip: false\ncertificate: null\n',
      'gateway-backend',
      'Remove `public_ip`',
    ),
    gateway(
      'backend: azure\nload_balancer: {type: alb}\ncertificate: null\n',
      'gateway-backend',
      'Remove `load_balancer`',
    ),
    gateway('backend: aws\nreplicas: 2\n', 'certificate', 'Write `certificate: null`'),
    gateway('backend: aws\npublic_ip: false\n', 'certificate', 'Write `certificate: null`'),
    gateway(
      'backend: gcp\ncertificate:\n  type: acm\n  arn: arn:aws:acm:eu-west-1:1:certificate/x\n',
      'certificate',
      'Write `certificate: null`',
    ),
  ],
  'values that only the author knows': [
    ['type: task\ncommands: [ls]\nresources: {gpu: MI300X}\n', 'image-required', ['Add `image`']],
    ['type: service\ncommands: [ls]\n', 'missing-key', ['Add `port`']],
    ['type: task\n', 'nothing-to-run', ['Add `commands`']],
    ['type: fleet\nssh_config: {user: a, identity_file: b}\n', 'missing-key', ['Add `hosts`']],
    gateway('backend: aws\ncertificate: {type: acm}\n', 'missing-key', 'Add `arn`'),
    [
      'type: service\nport: 80\ncommands: [ls]\nreplicas: 0..2\n',
      'range-without-scaling',
      ['Add `scaling`'],
    ],
  ],
  'a variable without a value beside others that cannot be in a list': [
    task('env:\n  B:\n  C: |\n    a\n    b\n', 'empty-value', 'Write `B: ""`', 'Remove `B`'),
  ],
  'a bullet beside lines without one': [
    [
      'type: task\ncommands:\n  1. pip install x\n  python y\n',
      'wrong-type',
      ['Make each line a list item'],
    ],
  ],
  'dashes that may be those of an option': [
    [
      'type: task\ncommands:\n  --ls\n',
      'wrong-type',
      ['Make the line a list item', 'Convert to a list'],
    ],
  ],
  'a comma that may end a text of several words': [
    task('env: {MSG: hello dear x: y}\n', 'yaml-syntax', 'Add the missing `,`'),
  ],
  'a policy that a flag does not tell': [
    task(
      'on_demand: false\n',
      'unknown-key',
      'Change to `spot_policy: spot`',
      'Remove `on_demand`',
    ),
  ],
};
