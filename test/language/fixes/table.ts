import type { FixRow } from '../../support/check/fixes';
import { yaml } from '../../support/yaml';

const TASK = 'type: task\ncommands: [ls]\n';
const SERVICE = yaml`
  type: service
  port: 80
  commands: [ls]
`;
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
/** A row about the hosts of a fleet. */
const fleet = (before: string, after: string): FixRow => {
  const start = 'type: fleet\nssh_config:\n  user: me\n  identity_file: ~/.ssh/id\n  ';
  const file = (hosts: string) => start + hosts.replaceAll('\n', '\n  ').trimEnd() + '\n';
  return [file(before), 'host-address', file(after)];
};

/** What the first fix of a problem does, by subject. */
export const ROWS: Readonly<Record<string, readonly FixRow[]>> = {
  'what dstack accepts and no one intends': [
    task('resources:\n  gpu: H10O:80GB\n', 'unknown-gpu', 'resources:\n  gpu: H100:80GB\n'),
    task('resources:\n  gpu: A100 80GB\n', 'unknown-gpu', 'resources:\n  gpu: A100:80GB\n'),
    task('resources: {gpu: "A100x2"}\n', 'unknown-gpu', 'resources: {gpu: "A100:2"}\n'),
    task(
      'resources:\n  gpu: {name: [RTX-4090], count: 2}\n',
      'unknown-gpu',
      'resources:\n  gpu: {name: [RTX4090], count: 2}\n',
    ),
    // A fix may reveal them.
    task('resources:\n  gpus: H10O\n', 'unknown-key', 'resources:\n  gpu: H10O\n'),
    task('resources:\n  gpu: H100:80 # big\n', 'gpu-count', 'resources:\n  gpu: H100:80GB # big\n'),
    task('resources:\n  gpu: 4090\n', 'gpu-count', 'resources:\n  gpu: RTX4090\n'),
    task('regions: [us-esat-1]\n', 'unknown-region', 'regions: [us-east-1]\n'),
    task(
      'backends: [gcp]\nregions:\n  - us-east-1\n',
      'unknown-region',
      'backends: [gcp]\nregions:\n  - us-east1\n',
    ),
    task('image: https://ghcr.io/A/b:V\n', 'image-name', 'image: ghcr.io/a/b:V\n'),
    fleet(
      'hosts:\n  - me@a:22 # one\n',
      'hosts:\n  - hostname: a\n    user: me\n    port: 22 # one\n',
    ),
    fleet('hosts: ["a:22", b]\n', 'hosts: [{hostname: a, port: 22}, b]\n'),
    fleet(
      'hosts:\n  - hostname: a:22\n    blocks: 2\n',
      'hosts:\n  - hostname: a\n    port: 22\n    blocks: 2\n',
    ),
    fleet('hosts: [{hostname: ssh://a}]\n', 'hosts: [{hostname: a}]\n'),
  ],
  'what text from elsewhere brings along': [
    ['```yaml\ntype: task\ncommands: [ls]\n```\n', 'yaml-syntax', 'type: task\ncommands: [ls]\n'],
    ['type: task\ncommands: [ls]\n```', 'yaml-syntax', 'type: task\ncommands: [ls]\n'],
    [
      '// one\ntype: task\n// two\ncommands:\n  // three\n  - ls\n',
      'yaml-syntax',
      '# one\ntype: task\n# two\ncommands:\n  # three\n  - ls\n',
    ],
    task('resources:\n  memory: |\n    16GB\n', 'memory-size', 'resources:\n  memory: 16GB\n'),
  ],
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
      yaml`
        type: service
        ports: [80]
        commands: [ls]
      `,
      'unknown-key',
      yaml`
        type: service
        port: 80
        commands: [ls]
      `,
    ],
    [
      yaml`
        type: service
        port: 80
        container: a/b
      `,
      'unknown-key',
      yaml`
        type: service
        port: 80
        image: a/b
      `,
    ],
    [
      yaml`
        type: fleet
        name: x
        instances: 2
      `,
      'unknown-key',
      yaml`
        type: fleet
        name: x
        nodes: 2
      `,
    ],
  ],
  'properties in the wrong place': [
    task('gpu: A100\n', 'unknown-key', 'resources:\n  gpu: A100\n'),
    task(
      yaml`
        gpu: A100
        resources:
          cpu: 4
      `,
      'unknown-key',
      yaml`
        resources:
          cpu: 4
          gpu: A100
      `,
    ),
    task(
      yaml`
        resources:
          gpu: 1
          spot_policy: auto
      `,
      'unknown-key',
      yaml`
        resources:
          gpu: 1
        spot_policy: auto
      `,
    ),
    task(
      yaml`
        resources:
        gpu: 24GB
        disk: 100GB # big
        name: x
      `,
      'empty-value',
      yaml`
        resources:
          gpu: 24GB
          disk: 100GB # big
        name: x
      `,
    ),
    task('nothing: 1\nname: x\n', 'unknown-key', 'name: x\n'),
  ],
  values: [
    task('backends: [aws gcp]\n', 'unknown-value', 'backends: [aws, gcp]\n'),
    task(
      'backends:\n  -   aws, gcp # cheap\n  - azure\n',
      'unknown-value',
      'backends:\n  -   aws\n  - gcp # cheap\n  - azure\n',
    ),
    task('ports: 8000-8002\n', 'wrong-type', 'ports:\n  - 8000\n  - 8001\n  - 8002\n'),
    task('ports: 80 8080:80\n', 'wrong-type', 'ports:\n  - 80\n  - 8080:80\n'),
    task(
      'resources:\n  spot: true # cheap\n  gpu: A100\nname: x1\n',
      'unknown-key',
      'resources:\n  gpu: A100\nspot_policy: spot # cheap\nname: x1\n',
    ),
    task(
      'resources: {use_spot: false, gpu: A100}\n',
      'unknown-key',
      'resources: {gpu: A100}\nspot_policy: on-demand\n',
    ),
    task('spot_policy: spott\n', 'unknown-value', 'spot_policy: spot\n'),
    task('spot_policy: "Auto"\n', 'unknown-value', 'spot_policy: "auto"\n'),
    task('spot_policy: on_demand # cheap\n', 'unknown-value', 'spot_policy: on-demand # cheap\n'),
    ['type: tsk\ncommands: [ls]\n', 'unknown-type', 'type: task\ncommands: [ls]\n'],
    ['type: [task]\ncommands: [ls]\n', 'unknown-type', 'type: task\ncommands: [ls]\n'],
    task('priority: 200\n', 'out-of-range', 'priority: 100\n'),
    [
      yaml`
        type: fleet
        nodes: 1
        blocks: Auto
      `,
      'invalid-format',
      yaml`
        type: fleet
        nodes: 1
        blocks: auto
      `,
    ],
  ],
  'items that became a part of the one above': [
    [
      yaml`
        type: task
        commands:
          - cmd \
            - echo done
      `,
      'swallowed-item',
      yaml`
        type: task
        commands:
          - cmd \
          - echo done
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - a x
              --lr 1
            - b # b
          - c
      `,
      'swallowed-item',
      yaml`
        type: task
        commands:
          - a x
              --lr 1
          - b # b
          - c
      `,
    ],
    task(
      yaml`
        regions:
        - a
          - b
          - c
      `,
      'swallowed-item',
      yaml`
        regions:
        - a
        - b
        - c
      `,
    ),
    task(
      yaml`
        env:
          - A=1
             - B=2
      `,
      'swallowed-item',
      yaml`
        env:
          - A=1
          - B=2
      `,
    ),
  ],
  'lines that YAML joins': [
    [
      'type: task\ncommands:\n  - a\n    --b \\\n    c\n',
      'folded-lines',
      'type: task\ncommands:\n  - a\n    --b\n    c\n',
    ],
    [
      'type: task\ncommands:\n  - a \\\n    b \\   \n    c\n',
      'folded-lines',
      'type: task\ncommands:\n  - |\n    a \\\n      b \\\n      c\n',
    ],
    [
      'type: task\ncommands:\n  - a \\\n    --b \\\n    c\n  - d\n',
      'folded-lines',
      'type: task\ncommands:\n  - |\n    a \\\n      --b \\\n      c\n  - d\n',
    ],
    [
      "type: task\ncommands:\n- 'a ''x'' \\\n  --b'\n",
      'folded-lines',
      "type: task\ncommands:\n- |\n  a 'x' \\\n    --b\n",
    ],
    [
      'type: task\ncommands:\n  - for i in 1 2; do\n      echo $i\n    done\n  - d\n',
      'folded-lines',
      'type: task\ncommands:\n  - |\n    for i in 1 2; do\n      echo $i\n    done\n  - d\n',
    ],
    [
      'type: task\ncommands:\n- if [ -f a ]; then\n  a\n  fi\n',
      'folded-lines',
      'type: task\ncommands:\n- |\n  if [ -f a ]; then\n  a\n  fi\n',
    ],
    [
      'type: task\ncommands:\n  - python - <<EOF\n    if a\n      b\n    EOF\n',
      'folded-lines',
      'type: task\ncommands:\n  - |\n    python - <<EOF\n    if a\n      b\n    EOF\n',
    ],
    [
      `type: task\ncommands:\n  - 'for i in 1; do\n      echo "$i"\n    done'\n`,
      'folded-lines',
      `type: task\ncommands:\n  - |\n    for i in 1; do\n      echo "$i"\n    done\n`,
    ],
    [
      'type: task\ncommands:\n  - >\n    for i in 1; do\n    echo $i\n    done\n',
      'folded-lines',
      'type: task\ncommands:\n  - |\n    for i in 1; do\n    echo $i\n    done\n',
    ],
    [
      'type: task\ncommands:\n  - >-\n    a \\\n    b\n',
      'folded-lines',
      'type: task\ncommands:\n  - |-\n    a \\\n    b\n',
    ],
  ],
  'items on the line of their property': [
    ['type: task\ncommands:- ls\n', 'yaml-syntax', 'type: task\ncommands:\n  - ls\n'],
    [
      'type: task\ncommands:- ls\nname: x1\n',
      'yaml-syntax',
      'type: task\ncommands:\n  - ls\nname: x1\n',
    ],
  ],
  'what is missing': [
    ['commands: [ls]\n', 'missing-type', 'type: task\ncommands: [ls]\n'],
    ['tpye: task\ncommands: [ls]\n', 'missing-type', 'type: task\ncommands: [ls]\n'],
    [
      'type: service\ncommands: [ls]\n',
      'missing-key',
      yaml`
        type: service
        port: 8000
        commands: [ls]
      `,
    ],
    [
      'type: task\nname: x',
      'nothing-to-run',
      yaml`
        type: task
        name: x
        commands:
          - uv pip install -r requirements.txt
          - python train.py`,
    ],
    [
      'type: fleet\nname: x\n',
      'fleet-kind',
      yaml`
        type: fleet
        nodes: 2
        name: x
      `,
    ],
    service(
      'replicas: 0..2\n',
      'range-without-scaling',
      yaml`
        replicas: 0..2
        scaling:
          metric: rps
          target: 10
      `,
    ),
    task(
      'resources: {gpu: MI300X}\n',
      'image-required',
      'resources: {gpu: MI300X}\nimage: rocm/pytorch:latest\n',
    ),
    task(
      'resources: {gpu: gaudi2}\n',
      'image-required',
      'resources: {gpu: gaudi2}\nimage: vault.habana.ai/gaudi-docker/1.19.0/ubuntu22.04/habanalabs/pytorch-installer-2.5.1:latest\n',
    ),
    task(
      'resources: {gpu: "tenstorrent:1"}\n',
      'image-required',
      'resources: {gpu: "tenstorrent:1"}\nimage: dstackai/tt-smi:latest\n',
    ),
    task(
      'resources: {cpu: "arm:4"}\n',
      'image-required',
      'resources: {cpu: "arm:4"}\nimage: nvcr.io/nvidia/pytorch:25.05-py3\n',
    ),
  ],
  conflicts: [
    task('image: a\npython: "3.12"\n', 'conflicting-properties', 'image: a\n'),
    [
      yaml`
        type: fleet
        nodes: 1
        ssh_config: {user: a, identity_file: b, hosts: [c]}
      `,
      'conflicting-properties',
      'type: fleet\nssh_config: {user: a, identity_file: b, hosts: [c]}\n',
    ],
    service('scaling: {metric: rps, target: 1}\n', 'scaling-without-range', ''),
    [
      yaml`
        type: fleet
        nodes: 1
        env: [A=1]
      `,
      'unsupported-property',
      'type: fleet\nnodes: 1\n',
    ],
    task('name: a\nname: b\n', 'duplicate-key', 'name: b\n'),
    task(
      yaml`
        env:
          - A=1
          - B=1
          - A=2
      `,
      'duplicate-entry',
      yaml`
        env:
          - A=1
          - B=1
      `,
    ),
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
    task(
      yaml`
        build:
          - make
        name: y
      `,
      'removed-key',
      'name: y\n',
    ),
  ],
  'deprecated properties': [
    task('home_dir: /root\nname: y\n', 'deprecated-key', 'name: y\n'),
    [
      yaml`
        type: task
        setup:
          - a
          - |
            b
            c
        commands:
          - d
      `,
      'deprecated-key',
      yaml`
        type: task
        commands:
          - a
          - |
            b
            c
          - d
      `,
    ],
    ['type: dev-environment\nsetup: [a]\n', 'deprecated-key', 'type: dev-environment\ninit: [a]\n'],
  ],
  'commands with a colon': [
    [
      yaml`
        type: task
        commands:
          - echo "a: b" # c
      `,
      'command-is-mapping',
      yaml`
        type: task
        commands:
          - 'echo "a: b"' # c
      `,
    ],
    [
      yaml`
        type: task
        commands:
        - echo 'it: is'
      `,
      'command-is-mapping',
      yaml`
        type: task
        commands:
        - "echo 'it: is'"
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - ls
          - say it: x's "y"
      `,
      'command-is-mapping',
      yaml`
        type: task
        commands:
          - ls
          - 'say it: x''s "y"'
      `,
    ],
  ],
  shapes: [
    [
      'type: task\ncommands: ls\n',
      'wrong-type',
      yaml`
        type: task
        commands:
          - ls
      `,
    ],
    [
      yaml`
        type: task
        commands: |
          ls
          pwd
        name: x
      `,
      'wrong-type',
      yaml`
        type: task
        commands:
          - ls
          - pwd
        name: x
      `,
    ],
    task(
      'backends: aws, gcp\n',
      'wrong-type',
      yaml`
        backends:
          - aws
          - gcp
      `,
    ),
    task('name:\n  - train\n', 'wrong-type', 'name: train\n'),
    task('python: ["3.12"]\n', 'wrong-type', 'python: "3.12"\n'),
    task('resources: 24GB # one\n', 'wrong-type', 'resources:\n  gpu: 24GB # one\n'),
    task(
      yaml`
        resources:
          - gpu: 1
          - cpu: 2
      `,
      'wrong-type',
      yaml`
        resources:
          gpu: 1
          cpu: 2
      `,
    ),
    task(
      yaml`
        env:
          - A: 1
          - B
      `,
      'wrong-type',
      yaml`
        env:
          - A=1
          - B
      `,
    ),
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
      yaml`
        type: task
        commands: [ls]
        name:x
      `,
      'yaml-syntax',
      yaml`
        type: task
        commands: [ls]
        name: x
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - ls
         - pwd
      `,
      'yaml-syntax',
      yaml`
        type: task
        commands:
          - ls
          - pwd
      `,
    ],
    [
      yaml`
        type: task
        commands: [ls]
          name: x
      `,
      'yaml-syntax',
      yaml`
        type: task
        commands: [ls]
        name: x
      `,
    ],
    ['type: task\ncommands: [ls\n', 'yaml-syntax', 'type: task\ncommands: [ls]\n'],
    [
      yaml`
        type: task
        commands:
          - "ls
      `,
      'yaml-syntax',
      yaml`
        type: task
        commands:
          - "ls"
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - @run
      `,
      'yaml-syntax',
      yaml`
        type: task
        commands:
          - '@run'
      `,
    ],
    [
      'type: task\ncommands: [ls]\nresources:\n\tgpu: 1\n',
      'tab-indentation',
      yaml`
        type: task
        commands: [ls]
        resources:
          gpu: 1
      `,
    ],
    [
      yaml`
        type: task
        commands: &c [ls]
        name: x
        env: *d
      `,
      'unknown-alias',
      yaml`
        type: task
        commands: &c [ls]
        name: x
        env: *c
      `,
    ],
    task(
      yaml`
        env:
          - A=1
          - # a-b
            A=2
      `,
      'duplicate-entry',
      'env:\n  - A=1\n',
    ),
    task('name: !x y\n', 'yaml-tag', 'name: y\n'),
    task('name: !x y\nimage: !z a\n', 'yaml-tag', 'name: y\nimage: !z a\n'),
    task('ports:\n  - 80:22\n', 'read-as-number', 'ports:\n  - "80:22"\n'),
    task('env: {A: "a\\ud83d\\uDE00b"}\n', 'half-character', 'env: {A: "a😀b"}\n'),
  ],
};
