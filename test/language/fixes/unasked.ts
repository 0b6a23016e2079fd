import { yaml } from '../../support/yaml';

/** What is fixed without asking: a text and what it becomes. Without the second, the text stays as it is. */
export type UnaskedRow = readonly [before: string, after?: string];

const TASK = 'type: task\ncommands: [x]\n';
const task = (before: string, after?: string): UnaskedRow =>
  after === undefined ? [TASK + before] : [TASK + before, TASK + after];
const stays = (...texts: readonly string[]): readonly UnaskedRow[] =>
  texts.map((text) => task(text));

export const UNASKED: Readonly<Record<string, readonly UnaskedRow[]>> = {
  'lines are not joined': [
    [
      yaml`
        type: task
        commands:
          pip install -r requirements.txt
          python train.py
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - a
            - b
      `,
    ],
    [
      yaml`
        type: task
        commands:
          -python train.py
          -echo done
      `,
    ],
    [
      yaml`
        type: task
        commands: pip install
          python train.py
      `,
    ],
    [
      yaml`
        type: task
        commands: "pip install
          python train.py"
      `,
    ],
    [
      yaml`
        type: task
        commands: >
          pip install
          python train.py
      `,
    ],
    [
      yaml`
        type: task
        commands: |
          pip install
          python train.py
      `,
    ],
    [
      yaml`
        type: dev-environment
        ide: vscode
        init:
          pip install x
          ls
      `,
    ],
    ...stays(
      yaml`
        regions:
          us-east-1
          us-west-2
      `,
      yaml`
        backends:
          aws
          gcp
      `,
      yaml`
        volumes:
          a:/a
          b:/b
      `,
    ),
    [
      yaml`
        type: fleet
        name: on-prem
        ssh_config:
          user: u
          identity_file: k
          hosts:
            10.0.0.1
            10.0.0.2
      `,
    ],
  ],
  'one text is one item where it can only be one': [
    [
      'type: task\ncommands: python train.py\n',
      yaml`
        type: task
        commands:
          - python train.py
      `,
    ],
    task('regions: us-east-1\n', 'regions:\n  - us-east-1\n'),
    task('volumes: data:/data\n', 'volumes:\n  - data:/data\n'),
    ['type: task\ncommands: git clone x, mkdir -p y\n'],
    ...stays(
      'regions: us-east-1 us-west-2\n',
      'regions: us-east-1, us-west-2\n',
      'ports: 8000, 8080\n',
      'env: A=1 B=2\n',
      'env: A=hello world\n',
    ),
    task('name: [a-b]\n', 'name: a-b\n'),
    task('name:\n  - a-b # c\n', 'name: a-b # c\n'),
    task('python: ["3.12"]\n', 'python: "3.12"\n'),
  ],
  'names of other forms are no keys, and repeated properties no item of their own': [
    ...stays(
      yaml`
        tags:
          - key: team
            value: ml
      `,
      'tags: [{name: team, value: ml}]\n',
      'tags:\n  - team=ml\n',
    ),
    [
      yaml`
        type: fleet
        ssh_config:
          identity_file: k
          user: u
          hosts:
            hostname: 10.0.0.5
            hostname: 10.0.0.6
      `,
    ],
  ],
  'variables keep their names': [
    task('env:\n  - A: 1\n', 'env:\n  - A=1\n'),
    task('env:\n  - GREETING=hello: world\n', "env:\n  - 'GREETING=hello: world'\n"),
    task(
      yaml`
        env:
          - A: x # a
          - B: y # b
      `,
      yaml`
        env:
          - A=x # a
          - B=y # b
      `,
    ),
    ...stays(
      yaml`
        env:
          - name: HF_HOME
            value: /cache
      `,
      'env:\n  - name: HF_HOME\n',
      'env:\n  - key: A\n',
      'env:\n  - {name: A, value: b}\n',
      'env:\n  - A:\n',
      yaml`
        env:
          - A: x # first
            # why B
            B: y
      `,
      yaml`
        env:
          - A: 1
            B: 2
      `,
    ),
  ],
  'ports keep their numbers': [
    ...stays(
      yaml`
        ports:
          - 8000
            - 8080
      `,
      'ports:\n  - 8000 8080\n',
      'ports: [8000 8080]\n',
      'ports:\n  - 8000-8010\n',
      'ports:\n  - 8000..8010\n',
      'ports:\n  - 8000/tcp\n',
      'ports:\n  - 99999\n',
    ),
    task('ports:\n  - 80:22\n', 'ports:\n  - "80:22"\n'),
  ],
  'names and paths stay': [
    [
      yaml`
        type: task
        name: train_llama_3_70b_on_8_h100_gpus_with_fsdp_v2
        commands: [x]
      `,
    ],
    ...stays(
      'name: My-Task\n',
      'name: my task\n',
      'name: my_task\n',
      'name: 5G\n',
      'fleets: [main//gpu]\n',
      'working_dir: $HOME/x\n',
      'working_dir: app\n',
      'working_dir: ./app\n',
      'working_dir: ../app\n',
      'volumes: ["data:app"]\n',
    ),
  ],
  'numbers stay, units may be spelled in another way': [
    task('resources: {memory: 80G}\n', 'resources: {memory: 80GB}\n'),
    task('max_duration: 2hours\n', 'max_duration: 2h\n'),
    task('max_duration: 30 minutes\n', 'max_duration: 30m\n'),
    task('max_duration: 2 hours\n', 'max_duration: 2h\n'),
    ...stays(
      'resources: {gpu: 80GBB}\n',
      'resources: {memory: 16X}\n',
      'resources: {cpu: 8..4}\n',
      'resources: {cpu: 4-8}\n',
      'max_duration: 5M\n',
      'max_duration: 1h30m\n',
      'max_duration: 2x\n',
      'python: 3.12.1\n',
      'priority: 200\n',
      'max_price: $2\n',
    ),
  ],
  'of two properties of the same name one goes only where both say the same': [
    task('name: aa\nname: aa\n', 'name: aa\n'),
    task('name: aa # 1\nname: aa\n', 'name: aa # 1\n'),
    ...stays(
      'name: aa\nname: bb\n',
      'name: aa # 1\nname: aa # 2\n',
      yaml`
        env: [A=1]
        env:
          - A=1
      `,
      'env: [A=1]\nenv: [B=1]\n',
      'env: [A=1, A=2]\n',
    ),
  ],
  'misspelt properties and words': [
    ['type: task\ncomands: [ls] # all\n', 'type: task\ncommands: [ls] # all\n'],
    ['tpye: task\ncommands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    ['type: tsak\ncommands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    task('environment:\n  A: 1\n', 'env:\n  A: 1\n'),
    [
      yaml`
        type: service
        port: 80
        replicas:
          - &a
            name: aa
            count: 1
            commands: [x]
          - <<: *a
            name: bb
            cuont: 2
      `,
      yaml`
        type: service
        port: 80
        replicas:
          - &a
            name: aa
            count: 1
            commands: [x]
          - <<: *a
            name: bb
            count: 2
      `,
    ],
    task('working-dir: /app\n', 'working_dir: /app\n'),
    task('resources: {gpus: 1}\n', 'resources: {gpu: 1}\n'),
    task('spot_policy: on_demand # cheap\n', 'spot_policy: on-demand # cheap\n'),
    task('backends: [gpc, asw]\n', 'backends: [gcp, aws]\n'),
    task('termination_idle_time: 5m\n', 'idle_duration: 5m\n'),
    [
      yaml`
        type: service
        port: 80
        commands: [x]
        mode: y
      `,
    ],
    ...stays(
      'resources: {xpu: 1}\n',
      'resources: {gpu_memory: 8GB}\n',
      'timeout: 1h\n',
      'workdir: /app\n',
      'nothing: 1\n',
      'spot_policy: on\n',
      'termination_policy: dont-destroy\n',
    ),
  ],
  'indentation, quotes and commands': [
    task(
      yaml`
        resources:
        gpu: 24GB
        disk: 100GB # big
        name: xx
      `,
      yaml`
        resources:
          gpu: 24GB
          disk: 100GB # big
        name: xx
      `,
    ),
    task('tags: {a: 1}\n', 'tags: {a: "1"}\n'),
    [
      yaml`
        type: task
        commands:
          - echo a: b # c
          - ls
          - python x.py: "y"
      `,
      yaml`
        type: task
        commands:
          - 'echo a: b' # c
          - ls
          - 'python x.py: "y"'
      `,
    ],
    ...stays(
      yaml`
        resources:
          gpu: 1
          spot_policy: auto
      `,
      'gpu: 1\n',
      'name: !x yy\n',
      'volumes:\n  - data: /data\n',
      'volumes:\n  - pth: /data\n',
    ),
    [
      yaml`
        type: service
        port: 8000
        commands: [y]
        replicas:
          - count: 1
            commands:
              - sleep 1
      `,
    ],
    [
      yaml`
        type: task
        commands: [x]
        env:
          - A=1
          B=2
          - C=3
      `,
    ],
    ['type: task\ncomands: [x\n'],
  ],
  'what YAML reads as nothing': stays(
    'env:\n  - N: null\n',
    'env:\n  - N: ~\n',
    'env:\n  - N:\n',
    'env:\n  A: "1"\n  B:\n',
  ),
  bullets: [['type: task\ncommands: 1. ls\n'], ['type: task\ncommands:\n  1. ls\n  2. pwd\n']],
};
