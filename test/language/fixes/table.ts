import type { FixRow } from '../../support/check/fixes';

const TASK = 'type: task\ncommands: [ls]\n';
const SERVICE = 'type: service\nport: 80\ncommands: [ls]\n';
/** A row about what follows a whole task. */
const task = (before: string, code: FixRow[1], after: string): FixRow => [
  TASK + before,
  code,
  TASK + after,
];
const service = (before: string, code: FixRow[1], after: string): FixRow => [
  SERVICE + before,
  code,
  SERVICE + after,
];

/** What the first fix of a problem does, by subject. */
export const ROWS: Readonly<Record<string, readonly FixRow[]>> = {
  'misspelt and foreign names': [
    ['type: task\ncomands: [ls] # all\n', 'unknown-key', 'type: task\ncommands: [ls] # all\n'],
    [
      'type: task\r\ncomands:\r\n  - ls\r\n',
      'unknown-key',
      'type: task\r\ncommands:\r\n  - ls\r\n',
    ],
    ['type: task\n"comands": [ls]\n', 'unknown-key', 'type: task\n"commands": [ls]\n'],
    task('environment:\n  A: 1\n', 'unknown-key', 'env:\n  A: 1\n'),
    task('port: 8000\n', 'unknown-key', 'ports: [8000]\n'),
    task('backend: aws\n', 'unknown-key', 'backends: [aws]\n'),
    task('region: us-east-1\n', 'unknown-key', 'regions: [us-east-1]\n'),
    task('volume: data:/data\n', 'unknown-key', 'volumes: [data:/data]\n'),
    task('workdir: /app\n', 'unknown-key', 'working_dir: /app\n'),
    task('resources: {gpus: 1}\n', 'unknown-key', 'resources: {gpu: 1}\n'),
    task('resources:\n  mem: 8GB\n', 'unknown-key', 'resources:\n  memory: 8GB\n'),
    task('resources:\n  cuda: A100\n', 'unknown-key', 'resources:\n  gpu: A100\n'),
    ['type: task\ncommand: ls -l\n', 'unknown-key', 'type: task\ncommands: [ls -l]\n'],
    [
      'type: service\nports: [80]\ncommands: [ls]\n',
      'unknown-key',
      'type: service\nport: 80\ncommands: [ls]\n',
    ],
    [
      'type: service\nport: 80\ncontainer: a/b\n',
      'unknown-key',
      'type: service\nport: 80\nimage: a/b\n',
    ],
    ['type: fleet\nname: x\ninstances: 2\n', 'unknown-key', 'type: fleet\nname: x\nnodes: 2\n'],
  ],
  'properties in the wrong place': [
    task('gpu: A100\n', 'unknown-key', 'resources:\n  gpu: A100\n'),
    task('gpu: A100\nresources:\n  cpu: 4\n', 'unknown-key', 'resources:\n  cpu: 4\n  gpu: A100\n'),
    task(
      'resources:\n  gpu: 1\n  spot_policy: auto\n',
      'unknown-key',
      'resources:\n  gpu: 1\nspot_policy: auto\n',
    ),
    task(
      'resources:\ngpu: 24GB\ndisk: 100GB # big\nname: x\n',
      'empty-value',
      'resources:\n  gpu: 24GB\n  disk: 100GB # big\nname: x\n',
    ),
    task('nothing: 1\nname: x\n', 'unknown-key', 'name: x\n'),
  ],
  values: [
    task('spot_policy: spott\n', 'unknown-value', 'spot_policy: spot\n'),
    task('spot_policy: "Auto"\n', 'unknown-value', 'spot_policy: "auto"\n'),
    task('spot_policy: on_demand # cheap\n', 'unknown-value', 'spot_policy: on-demand # cheap\n'),
    ['type: tsk\ncommands: [ls]\n', 'unknown-type', 'type: task\ncommands: [ls]\n'],
    ['type: [task]\ncommands: [ls]\n', 'unknown-type', 'type: task\ncommands: [ls]\n'],
    task('priority: 200\n', 'out-of-range', 'priority: 100\n'),
    [
      'type: fleet\nnodes: 1\nblocks: Auto\n',
      'invalid-format',
      'type: fleet\nnodes: 1\nblocks: auto\n',
    ],
  ],
  'items that became a part of the one above': [
    [
      'type: task\ncommands:\n  - cmd \\\n    - echo done\n',
      'swallowed-item',
      'type: task\ncommands:\n  - cmd \\\n  - echo done\n',
    ],
    [
      'type: task\ncommands:\n  - a x\n      --lr 1\n    - b # b\n  - c\n',
      'swallowed-item',
      'type: task\ncommands:\n  - a x\n      --lr 1\n  - b # b\n  - c\n',
    ],
    task('regions:\n- a\n  - b\n  - c\n', 'swallowed-item', 'regions:\n- a\n- b\n- c\n'),
    task('env:\n  - A=1\n     - B=2\n', 'swallowed-item', 'env:\n  - A=1\n  - B=2\n'),
  ],
  'what is missing': [
    ['commands: [ls]\n', 'missing-type', 'type: task\ncommands: [ls]\n'],
    ['tpye: task\ncommands: [ls]\n', 'missing-type', 'type: task\ncommands: [ls]\n'],
    [
      'type: service\ncommands: [ls]\n',
      'missing-key',
      'type: service\nport: 8000\ncommands: [ls]\n',
    ],
    [
      'type: task\nname: x',
      'nothing-to-run',
      'type: task\nname: x\ncommands:\n  - uv pip install -r requirements.txt\n  - python train.py',
    ],
    ['type: fleet\nname: x\n', 'fleet-kind', 'type: fleet\nnodes: 2\nname: x\n'],
    service(
      'replicas: 0..2\n',
      'range-without-scaling',
      'replicas: 0..2\nscaling:\n  metric: rps\n  target: 10\n',
    ),
    task(
      'resources: {gpu: MI300X}\n',
      'image-required',
      'resources: {gpu: MI300X}\nimage: lmsysorg/sglang:latest\n',
    ),
  ],
  conflicts: [
    task('image: a\npython: "3.12"\n', 'conflicting-properties', 'image: a\n'),
    [
      'type: fleet\nnodes: 1\nssh_config: {user: a, identity_file: b, hosts: [c]}\n',
      'conflicting-properties',
      'type: fleet\nssh_config: {user: a, identity_file: b, hosts: [c]}\n',
    ],
    service('scaling: {metric: rps, target: 1}\n', 'scaling-without-range', ''),
    ['type: fleet\nnodes: 1\nenv: [A=1]\n', 'unsupported-property', 'type: fleet\nnodes: 1\n'],
    task('name: a\nname: b\n', 'duplicate-key', 'name: b\n'),
    task('env:\n  - A=1\n  - B=1\n  - A=2\n', 'duplicate-entry', 'env:\n  - A=1\n  - B=1\n'),
    service(
      'replicas: 1..\nscaling: {metric: rps, target: 1}\n',
      'unbounded-replicas',
      'replicas: 1..2\nscaling: {metric: rps, target: 1}\n',
    ),
  ],
  'properties of former releases': [
    task('termination_idle_time: 5m\n', 'removed-key', 'idle_duration: 5m\n'),
    task('termination_policy: dont-destroy\n', 'removed-key', 'idle_duration: off\n'),
    task('termination_policy: destroy-after-idle\nname: x\n', 'removed-key', 'name: x\n'),
    task('pool_name: x\nname: y\n', 'removed-key', 'name: y\n'),
    task('build:\n  - make\nname: y\n', 'removed-key', 'name: y\n'),
  ],
  'commands with a colon': [
    [
      'type: task\ncommands:\n  - echo "a: b" # c\n',
      'command-is-mapping',
      'type: task\ncommands:\n  - \'echo "a: b"\' # c\n',
    ],
    [
      "type: task\ncommands:\n- echo 'it: is'\n",
      'command-is-mapping',
      'type: task\ncommands:\n- "echo \'it: is\'"\n',
    ],
    [
      'type: task\ncommands:\n  - ls\n  - say it: x\'s "y"\n',
      'command-is-mapping',
      "type: task\ncommands:\n  - ls\n  - 'say it: x''s \"y\"'\n",
    ],
  ],
  shapes: [
    ['type: task\ncommands: ls\n', 'wrong-type', 'type: task\ncommands:\n  - ls\n'],
    [
      'type: task\ncommands: |\n  ls\n  pwd\nname: x\n',
      'wrong-type',
      'type: task\ncommands:\n  - ls\n  - pwd\nname: x\n',
    ],
    task('backends: aws, gcp\n', 'wrong-type', 'backends:\n  - aws\n  - gcp\n'),
    task('name:\n  - train\n', 'wrong-type', 'name: train\n'),
    task('python: ["3.12"]\n', 'wrong-type', 'python: "3.12"\n'),
    task('resources: 24GB # one\n', 'wrong-type', 'resources:\n  gpu: 24GB # one\n'),
    task(
      'resources:\n  - gpu: 1\n  - cpu: 2\n',
      'wrong-type',
      'resources:\n    gpu: 1\n    cpu: 2\n',
    ),
    task('env:\n  - A: 1\n  - B\n', 'wrong-type', 'env:\n  - A=1\n  - B\n'),
    task('ports:\n  8080: 80\n', 'wrong-type', 'ports:\n  - 8080:80\n'),
    task('volumes:\n  - data: /data\n', 'unknown-key', 'volumes:\n  - data:/data\n'),
    task('tags: {a: 1}\n', 'tag-value', 'tags: {a: "1"}\n'),
  ],
  'short forms': [
    task('resources: {gpu: 24GBB}\n', 'gpu-shorthand', 'resources: {gpu: 24GB}\n'),
    task('resources:\n  disk: "80G"\n', 'memory-size', 'resources:\n  disk: "80GB"\n'),
    task('max_duration: 2hours\n', 'duration', 'max_duration: 2h\n'),
    task('max_duration: 1h30m\n', 'duration', 'max_duration: 90m\n'),
    task('resources:\n  cpu: 8..4\n', 'cpu-shorthand', 'resources:\n  cpu: 4..8\n'),
    task('ports: [8080/80]\n', 'port', 'ports: [8080:80]\n'),
    task('fleets: [main//gpu]\n', 'entity-reference', 'fleets: [main/gpu]\n'),
    task('working_dir: app\n', 'relative-working-dir', 'working_dir: /workflow/app\n'),
  ],
  YAML: [
    [
      'type: task\ncommands: [ls]\nname:x\n',
      'yaml-syntax',
      'type: task\ncommands: [ls]\nname: x\n',
    ],
    [
      'type: task\ncommands:\n  - ls\n - pwd\n',
      'yaml-syntax',
      'type: task\ncommands:\n  - ls\n  - pwd\n',
    ],
    [
      'type: task\ncommands: [ls]\n  name: x\n',
      'yaml-syntax',
      'type: task\ncommands: [ls]\nname: x\n',
    ],
    ['type: task\ncommands: [ls\n', 'yaml-syntax', 'type: task\ncommands: [ls]\n'],
    ['type: task\ncommands:\n  - "ls\n', 'yaml-syntax', 'type: task\ncommands:\n  - "ls"\n'],
    ['type: task\ncommands:\n  - @run\n', 'yaml-syntax', "type: task\ncommands:\n  - '@run'\n"],
    [
      'type: task\ncommands: [ls]\nresources:\n\tgpu: 1\n',
      'tab-indentation',
      'type: task\ncommands: [ls]\nresources:\n  gpu: 1\n',
    ],
    [
      'type: task\ncommands: &c [ls]\nname: x\nenv: *d\n',
      'unknown-alias',
      'type: task\ncommands: &c [ls]\nname: x\nenv: *c\n',
    ],
    task('env:\n  - A=1\n  - # a-b\n    A=2\n', 'duplicate-entry', 'env:\n  - A=1\n'),
    task('name: !x y\n', 'yaml-tag', 'name: y\n'),
    task('name: !x y\nimage: !z a\n', 'yaml-tag', 'name: y\nimage: !z a\n'),
    task('ports:\n  - 80:22\n', 'read-as-number', 'ports:\n  - "80:22"\n'),
    task('image: "a\\ud83d\\uDE00b"\n', 'half-character', 'image: "a😀b"\n'),
  ],
};
