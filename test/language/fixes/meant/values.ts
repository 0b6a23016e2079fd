import { leaving, meant, ofTask } from './row';

/** Single values. */
export const VALUES = [
  ...ofTask('wrong-type', 'Change to `A100,H100`', [
    ['resources:\n  gpu: [A100, H100]\n', 'resources:\n  gpu: A100,H100\n'],
    [
      'resources:\n  gpu:\n    - A100\n    - H100\n  cpu: 4\n',
      'resources:\n  gpu: A100,H100\n  cpu: 4\n',
    ],
    ['resources: {gpu: [A100, H100], cpu: 4}\n', 'resources: {gpu: "A100,H100", cpu: 4}\n'],
  ]),
  ...ofTask('wrong-type', 'Change to `A100,H100:80GB:2`', [
    [
      'resources:\n  gpu: ["A100:80GB:2", "H100:80GB:2"] # two\n',
      'resources:\n  gpu: A100,H100:80GB:2 # two\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Write the names in `name`', [
    [
      'resources:\n  gpu:\n    - A100 # a\n    - H100\n',
      'resources:\n  gpu:\n    name:\n      - A100 # a\n      - H100\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Change to `2`', [
    ['max_price: $2\n', 'max_price: 2\n'],
    ['max_price: 2$ # at most\n', 'max_price: 2 # at most\n'],
    ['max_price: 2 USD\n', 'max_price: 2\n'],
    ['max_price: "$2/h"\n', 'max_price: 2\n'],
  ]),
  ...ofTask('wrong-type', 'Change to `2.5`', [['max_price: 2,5\n', 'max_price: 2.5\n']]),
  ...meant('wrong-type', 'Change to `0.25`', [
    [
      'profiles:\n  - name: one\n    max_price: €0.25\n',
      'profiles:\n  - name: one\n    max_price: 0.25\n',
    ],
  ]),

  ...ofTask('memory-size', 'Change to `24GB`', [
    ['resources:\n  disk: 24GBB\n', 'resources:\n  disk: 24GB\n'],
    ['resources: {memory: 24G}\n', 'resources: {memory: 24GB}\n'],
    ["resources:\n  shm_size: '24GiB' # x\n", "resources:\n  shm_size: '24GB' # x\n"],
  ]),
  ...ofTask('memory-size', 'Change to `16GB..32GB`', [
    ['resources:\n  memory: 16G..32G # m\n', 'resources:\n  memory: 16GB..32GB # m\n'],
    ['resources:\n  memory: 16GiB..32Gi\n', 'resources:\n  memory: 16GB..32GB\n'],
    ['resources:\n  disk: "16G..32G"\n', 'resources:\n  disk: "16GB..32GB"\n'],
  ]),
  ...ofTask('gpu-shorthand', 'Change to `A100:40GB..80GB:2`', [
    ['resources:\n  gpu: A100:40G..80G:2\n', 'resources:\n  gpu: A100:40GB..80GB:2\n'],
  ]),
  ...meant('invalid-format', 'Change to `auto`', [
    ['type: fleet\nnodes: 1\nblocks: ato\n', 'type: fleet\nnodes: 1\nblocks: auto\n'],
    ['type: fleet\nnodes: 1\nblocks: Auto # b\n', 'type: fleet\nnodes: 1\nblocks: auto # b\n'],
  ]),
  ...ofTask('gpu-shorthand', 'Change to `A100:80GB:2`', [
    ['resources:\n  gpu: A100:80G:2\n', 'resources:\n  gpu: A100:80GB:2\n'],
  ]),
  ...ofTask('duration', 'Change to `2h`', [
    ['max_duration: 2 hours\n', 'max_duration: 2h\n'],
    ['max_duration: 2hrs # long\n', 'max_duration: 2h # long\n'],
    ["idle_duration: '2 hour'\n", "idle_duration: '2h'\n"],
    ['max_duration: 2H\n', 'max_duration: 2h\n'],
  ]),
  ...meant('duration', 'Change to `2h`', [
    [
      'profiles:\n  - name: one\n    max_duration: 2 hours\n',
      'profiles:\n  - name: one\n    max_duration: 2h\n',
    ],
    [
      'type: fleet\nnodes: 1\nidle_duration: 2 hours\n',
      'type: fleet\nnodes: 1\nidle_duration: 2h\n',
    ],
  ]),
  ...meant('range', 'Change to `1..4`', [
    [
      'type: service\nport: 80\ncommands: [a]\nreplicas: 4..1 # few\nscaling: {metric: rps, target: 1}\n',
      'type: service\nport: 80\ncommands: [a]\nreplicas: 1..4 # few\nscaling: {metric: rps, target: 1}\n',
    ],
    ['type: fleet\nnodes: 4..1\n', 'type: fleet\nnodes: 1..4\n'],
    ['type: fleet\nnodes: "4 .. 1"\n', 'type: fleet\nnodes: "1..4"\n'],
  ]),
  ...ofTask('range', 'Change to `16GB..64GB`', [
    ['resources:\n  memory: 64GB..16GB\n', 'resources:\n  memory: 16GB..64GB\n'],
  ]),
  ...leaving(
    ['range-without-scaling'],
    meant('range', 'Change to `1..4`', [
      [
        'type: service\nport: 80\ncommands: [a]\nreplicas: 4..1\n',
        'type: service\nport: 80\ncommands: [a]\nreplicas: 1..4\n',
      ],
    ]),
  ),
  ...ofTask('resource-name', 'Put it in quotes', [
    ['name: yes\n', 'name: "yes"\n'],
    ['name: on # it is\n', 'name: "on" # it is\n'],
    ["shell: 'bash'\nname: true\n", "shell: 'bash'\nname: 'true'\n"],
  ]),
  ...ofTask('resource-name', 'Change to `"no"`', [['name: No\n', 'name: "no"\n']]),
  ...ofTask('resource-name', "Change to `'true'`", [
    ["shell: 'bash'\nname: TRUE\n", "shell: 'bash'\nname: 'true'\n"],
  ]),
  ...meant('resource-name', 'Put it in quotes', [
    [
      'type: volume\nname: off\nbackend: aws\nregion: us-east-1\nsize: 100GB\n',
      'type: volume\nname: "off"\nbackend: aws\nregion: us-east-1\nsize: 100GB\n',
    ],
    ['type: fleet\nname: no\nnodes: 1\n', 'type: fleet\nname: "no"\nnodes: 1\n'],
  ]),
];
