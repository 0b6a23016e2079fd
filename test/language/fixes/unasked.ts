/** What is fixed without asking: a text and what it becomes. Without the second, the text stays as it is. */
export type UnaskedRow = readonly [before: string, after?: string];

const TASK = 'type: task\ncommands: [x]\n';
const task = (before: string, after?: string): UnaskedRow =>
  after === undefined ? [TASK + before] : [TASK + before, TASK + after];
const stays = (...texts: readonly string[]): readonly UnaskedRow[] =>
  texts.map((text) => task(text));

export const UNASKED: Readonly<Record<string, readonly UnaskedRow[]>> = {
  'lines are not joined': [
    ['type: task\ncommands:\n  pip install -r requirements.txt\n  python train.py\n'],
    ['type: task\ncommands:\n  - a\n    - b\n'],
    ['type: task\ncommands:\n  -python train.py\n  -echo done\n'],
    ['type: task\ncommands: pip install\n  python train.py\n'],
    ['type: task\ncommands: "pip install\n  python train.py"\n'],
    ['type: task\ncommands: >\n  pip install\n  python train.py\n'],
    ['type: task\ncommands: |\n  pip install\n  python train.py\n'],
    ['type: dev-environment\nide: vscode\ninit:\n  pip install x\n  ls\n'],
    ...stays(
      'regions:\n  us-east-1\n  us-west-2\n',
      'backends:\n  aws\n  gcp\n',
      'volumes:\n  a:/a\n  b:/b\n',
    ),
    [
      'type: fleet\nname: on-prem\nssh_config:\n  user: u\n  identity_file: k\n  hosts:\n    10.0.0.1\n    10.0.0.2\n',
    ],
  ],
  'one text is one item where it can only be one': [
    ['type: task\ncommands: python train.py\n', 'type: task\ncommands:\n  - python train.py\n'],
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
  'variables keep their names': [
    task('env:\n  - A: 1\n', 'env:\n  - A=1\n'),
    task('env:\n  - GREETING=hello: world\n', "env:\n  - 'GREETING=hello: world'\n"),
    task('env:\n  - A: x # a\n  - B: y # b\n', 'env:\n  - A=x # a\n  - B=y # b\n'),
    ...stays(
      'env:\n  - name: HF_HOME\n    value: /cache\n',
      'env:\n  - name: HF_HOME\n',
      'env:\n  - key: A\n',
      'env:\n  - {name: A, value: b}\n',
      'env:\n  - A:\n',
      'env:\n  - A: x # first\n    # why B\n    B: y\n',
      'env:\n  - A: 1\n    B: 2\n',
    ),
  ],
  'ports keep their numbers': [
    ...stays(
      'ports:\n  - 8000\n    - 8080\n',
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
    ['type: task\nname: train_llama_3_70b_on_8_h100_gpus_with_fsdp_v2\ncommands: [x]\n'],
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
      'env: [A=1]\nenv:\n  - A=1\n',
      'env: [A=1]\nenv: [B=1]\n',
      'env: [A=1, A=2]\n',
    ),
  ],
  'misspelt properties and words': [
    ['type: task\ncomands: [ls] # all\n', 'type: task\ncommands: [ls] # all\n'],
    ['tpye: task\ncommands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    ['type: tsak\ncommands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    task('environment:\n  A: 1\n', 'env:\n  A: 1\n'),
    task('working-dir: /app\n', 'working_dir: /app\n'),
    task('resources: {gpus: 1}\n', 'resources: {gpu: 1}\n'),
    task('spot_policy: on_demand # cheap\n', 'spot_policy: on-demand # cheap\n'),
    task('backends: [gpc, asw]\n', 'backends: [gcp, aws]\n'),
    task('termination_idle_time: 5m\n', 'idle_duration: 5m\n'),
    ['type: service\nport: 80\ncommands: [x]\nmode: y\n'],
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
      'resources:\ngpu: 24GB\ndisk: 100GB # big\nname: xx\n',
      'resources:\n  gpu: 24GB\n  disk: 100GB # big\nname: xx\n',
    ),
    task('tags: {a: 1}\n', 'tags: {a: "1"}\n'),
    [
      'type: task\ncommands:\n  - echo a: b # c\n  - ls\n  - python x.py: "y"\n',
      "type: task\ncommands:\n  - 'echo a: b' # c\n  - ls\n  - 'python x.py: \"y\"'\n",
    ],
    ...stays(
      'resources:\n  gpu: 1\n  spot_policy: auto\n',
      'gpu: 1\n',
      'name: !x yy\n',
      'volumes:\n  - data: /data\n',
      'volumes:\n  - pth: /data\n',
    ),
    [
      'type: service\nport: 8000\ncommands: [y]\nreplicas:\n  - count: 1\n    commands:\n      - sleep 1\n',
    ],
    ['type: task\ncommands: [x]\nenv:\n  - A=1\n  B=2\n  - C=3\n'],
    ['type: task\ncomands: [x\n'],
  ],
};
