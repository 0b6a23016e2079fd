import { leaving, meant, ofTask } from './row';
import { yaml } from '../../../support/yaml';

/** Single values. */
export const VALUES = [
  ...ofTask('wrong-type', 'Change to `A100,H100`', [
    ['resources:\n  gpu: [A100, H100]\n', 'resources:\n  gpu: A100,H100\n'],
    [
      yaml`
        resources:
          gpu:
            - A100
            - H100
          cpu: 4
      `,
      yaml`
        resources:
          gpu: A100,H100
          cpu: 4
      `,
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
      yaml`
        resources:
          gpu:
            - A100 # a
            - H100
      `,
      yaml`
        resources:
          gpu:
            name:
              - A100 # a
              - H100
      `,
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
      yaml`
        profiles:
          - name: one
            max_price: 0.25
      `,
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
    [
      yaml`
        type: fleet
        nodes: 1
        blocks: ato
      `,
      yaml`
        type: fleet
        nodes: 1
        blocks: auto
      `,
    ],
    [
      yaml`
        type: fleet
        nodes: 1
        blocks: Auto # b
      `,
      yaml`
        type: fleet
        nodes: 1
        blocks: auto # b
      `,
    ],
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
      yaml`
        profiles:
          - name: one
            max_duration: 2 hours
      `,
      yaml`
        profiles:
          - name: one
            max_duration: 2h
      `,
    ],
    [
      yaml`
        type: fleet
        nodes: 1
        idle_duration: 2 hours
      `,
      yaml`
        type: fleet
        nodes: 1
        idle_duration: 2h
      `,
    ],
  ]),
  ...meant('range', 'Change to `1..4`', [
    [
      yaml`
        type: service
        port: 80
        commands: [a]
        replicas: 4..1 # few
        scaling: {metric: rps, target: 1}
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        replicas: 1..4 # few
        scaling: {metric: rps, target: 1}
      `,
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
        yaml`
          type: service
          port: 80
          commands: [a]
          replicas: 4..1
        `,
        yaml`
          type: service
          port: 80
          commands: [a]
          replicas: 1..4
        `,
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
      yaml`
        type: volume
        name: off
        backend: aws
        region: us-east-1
        size: 100GB
      `,
      yaml`
        type: volume
        name: "off"
        backend: aws
        region: us-east-1
        size: 100GB
      `,
    ],
    [
      yaml`
        type: fleet
        name: no
        nodes: 1
      `,
      yaml`
        type: fleet
        name: "no"
        nodes: 1
      `,
    ],
  ]),
  // A value that is right where it is written is corrected where an alias uses it.
  ...ofTask('unknown-value', 'Change to `spot`', [
    ['name: &n spott\nspot_policy: *n\n', 'name: &n spott\nspot_policy: spot\n'],
  ]),
  ...ofTask('memory-size', 'Change to `24GB`', [
    [
      'env: {A: &x 24GBB}\nresources: {memory: *x}\n',
      'env: {A: &x 24GBB}\nresources: {memory: 24GB}\n',
    ],
    // One that is wrong in both places is corrected where it is written.
    [
      'resources:\n  memory: &m 24GBB\n  shm_size: *m\n',
      'resources:\n  memory: &m 24GB\n  shm_size: *m\n',
    ],
  ]),
  ...ofTask('unknown-value', 'Change to `error`', [
    [
      'env: {A: &x eror}\nretry: {on_events: [*x]}\n',
      'env: {A: &x eror}\nretry: {on_events: [error]}\n',
    ],
  ]),
  ...meant('unknown-value', 'Change to `aws`', [
    [
      'type: volume\nname: my-volume\nbackend: AWS\nregion: eu-west-1\nsize: 100GB\n',
      'type: volume\nname: my-volume\nbackend: aws\nregion: eu-west-1\nsize: 100GB\n',
    ],
    // What it hid is reported then.
    [
      'type: volume\nname: v\nbackend: Aws\nregion: eu-west-1\nsize: 100GB\n',
      'type: volume\nname: v\nbackend: aws\nregion: eu-west-1\nsize: 100GB\n',
    ],
  ]),
  ...ofTask('gpu-shorthand', 'Change to `A100:80GB:2`', [
    ['resources:\n  gpu: A100:80:2\n', 'resources:\n  gpu: A100:80GB:2\n'],
    ['resources: {gpu: A100:2:80}\n', 'resources: {gpu: A100:80GB:2}\n'],
    ['resources:\n  gpu: "A100:80:2"\n', 'resources:\n  gpu: "A100:80GB:2"\n'],
  ]),
  ...ofTask('gpu-shorthand', 'Change to `T4:16GB:4`', [
    ['resources:\n  gpu: T4:16:4\n', 'resources:\n  gpu: T4:16GB:4\n'],
  ]),
  ...leaving(
    ['image-required'],
    ofTask('gpu-shorthand', 'Change to `MI300X:192GB:8`', [
      ['resources:\n  gpu: MI300X:192:8\n', 'resources:\n  gpu: MI300X:192GB:8\n'],
    ]),
  ),
];
