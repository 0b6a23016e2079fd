import { leaving, meant, ofTask, together } from './row';
import { yaml } from '../../../support/yaml';

/** Properties in the wrong place, or without the space after their colon. */
export const PLACES = [
  ...ofTask('unknown-key', 'Add a space after the colon', [
    ['resources: {gpu:A100}\n', 'resources: {gpu: A100}\n'],
    ['resources: {gpu:A100:2, cpu: 4}\n', 'resources: {gpu: A100:2, cpu: 4}\n'],
    ['resources:\n  gpu: {count:2, name: A100}\n', 'resources:\n  gpu: {count: 2, name: A100}\n'],
    ['retry: {duration:2h, on_events: [error]}\n', 'retry: {duration: 2h, on_events: [error]}\n'],
  ]),
  ...meant('unknown-key', 'Add a space after the colon', [
    [
      yaml`
        type: service
        commands: [a]
        port: 80
        replicas: 0..1
        scaling: {metric: rps, target:1}
      `,
      yaml`
        type: service
        commands: [a]
        port: 80
        replicas: 0..1
        scaling: {metric: rps, target: 1}
      `,
    ],
  ]),
  ...leaving(
    ['wrong-type'],
    [
      ...ofTask('unknown-key', 'Move `max_price` out of `resources`', [
        ['resources:\n  gpu: 24GB\n  max_price: $2\n', 'resources:\n  gpu: 24GB\nmax_price: $2\n'],
      ]),
      ...ofTask('unknown-key', 'Move `spot_policy` out of `resources`', [
        [
          'resources:\n  spot_policy: on\n  gpu: 24GB\n',
          'resources:\n  gpu: 24GB\nspot_policy: on\n',
        ],
      ]),
    ],
  ),
  ...leaving(
    ['missing-key'],
    meant('unknown-key', 'Move `target` into `scaling`', [
      [
        yaml`
          type: service
          port: 80
          commands: [a]
          replicas: 0..2
          target: 5 # rps
        `,
        yaml`
          type: service
          port: 80
          commands: [a]
          replicas: 0..2
          scaling:
            target: 5 # rps
        `,
      ],
      [
        '{type: service, port: 80, commands: [a], replicas: 0..2, target: 5}\n',
        '{type: service, port: 80, commands: [a], replicas: 0..2, scaling: {target: 5}}\n',
      ],
    ]),
  ),
  ...together(
    1,
    meant('unknown-key', 'Move `target` into `scaling`', [
      [
        yaml`
          type: service
          port: 80
          commands: [a]
          replicas: 0..2
          target: 5
          scaling: {metric: rps} # s
        `,
        yaml`
          type: service
          port: 80
          commands: [a]
          replicas: 0..2
          scaling: {metric: rps, target: 5} # s
        `,
      ],
    ]),
  ),
  ...leaving(
    ['missing-key', 'missing-key'],
    meant('unknown-key', 'Move `scale_up_delay` into `scaling`', [
      [
        yaml`
          type: service
          port: 80
          commands: [a]
          replicas: 0..2
          scale_up_delay: 10m
        `,
        yaml`
          type: service
          port: 80
          commands: [a]
          replicas: 0..2
          scaling:
            scale_up_delay: 10m
        `,
      ],
    ]),
  ),
  ...leaving(
    ['missing-key'],
    together(
      1,
      meant('unknown-key', 'Move `user` into `ssh_config`', [
        [
          yaml`
            type: fleet
            user: ubuntu
            ssh_config:
              hosts: [10.0.0.1]
          `,
          yaml`
            type: fleet
            ssh_config:
              hosts: [10.0.0.1]
              user: ubuntu
          `,
        ],
      ]),
    ),
  ),
  ...leaving(
    ['missing-key'],
    meant('unknown-key', 'Move `hosts` into `ssh_config`', [
      [
        yaml`
          type: fleet
          hosts:
            - 10.0.0.1
          name: a-b
        `,
        yaml`
          type: fleet
          ssh_config:
            hosts:
              - 10.0.0.1
          name: a-b
        `,
      ],
    ]),
  ),
  ...leaving(
    ['missing-key'],
    ofTask('unknown-key', 'Move `min_gpu_utilization` into `utilization_policy`', [
      ['min_gpu_utilization: 10\n', 'utilization_policy:\n  min_gpu_utilization: 10\n'],
    ]),
  ),
  // A property that has no value yet.
  ...together(
    1,
    meant('unknown-key', 'Move `format` into `model`', [
      [
        yaml`
          type: service
          port: 80
          commands: [a]
          format: tgi
          model:
            name: foo
        `,
        yaml`
          type: service
          port: 80
          commands: [a]
          model:
            name: foo
            format: tgi
        `,
      ],
    ]),
  ),
  ...leaving(
    ['missing-key'],
    meant('unknown-key', 'Move `format` into `model`', [
      [
        yaml`
          type: service
          port: 80
          commands: [a]
          format: tgi
          # the model
          model: # here
          env: [A=1]
        `,
        yaml`
          type: service
          port: 80
          commands: [a]
          # the model
          model: # here
            format: tgi
          env: [A=1]
        `,
      ],
    ]),
  ),
  // The only place is deeper, beside what holds it, or in a list.
  ...ofTask('unknown-key', 'Move `count` into `gpu`', [
    [
      yaml`
        resources:
          cpu: 4
          gpu:
            name: A100
          count: 2
      `,
      yaml`
        resources:
          cpu: 4
          gpu:
            name: A100
            count: 2
      `,
    ],
  ]),
  ...ofTask('unknown-key', 'Move `duration` into `retry`', [
    [
      yaml`
        resources:
          cpu: 4
          duration: 1h # at most
      `,
      yaml`
        resources:
          cpu: 4
        retry:
          duration: 1h # at most
      `,
    ],
  ]),
  ...ofTask('unknown-key', 'Move `vendor` into `gpu`', [
    [
      'vendor: nvidia\n',
      yaml`
        resources:
          gpu:
            vendor: nvidia
      `,
    ],
    [
      'resources: {gpu: {count: 2}}\nvendor: nvidia\n',
      'resources: {gpu: {count: 2, vendor: nvidia}}\n',
    ],
  ]),
  ...meant('unknown-key', 'Move `rps` into `rate_limits`', [
    [
      yaml`
        type: service
        port: 80
        commands: [a]
        rps: 5 # five
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        rate_limits:
          - rps: 5 # five
      `,
    ],
  ]),
  ...together(
    1,
    meant('unknown-key', 'Move `rps` into `rate_limits`', [
      [
        yaml`
          type: service
          port: 80
          commands: [a]
          rps: 5
          rate_limits:
          - prefix: /x
        `,
        yaml`
          type: service
          port: 80
          commands: [a]
          rate_limits:
          - prefix: /x
            rps: 5
        `,
      ],
    ]),
  ),
  ...leaving(
    ['gpu-shorthand'],
    together(
      2,
      ofTask('empty-value', 'Indent what belongs to `resources`', [
        [
          yaml`
            resources:
            gpu: 24GBB
            memory: 24GB
          `,
          yaml`
            resources:
              gpu: 24GBB
              memory: 24GB
          `,
        ],
      ]),
    ),
  ),
  ...leaving(
    ['missing-key'],
    together(
      1,
      meant('unknown-key', 'Indent what belongs to `ssh_config`', [
        [
          yaml`
            type: fleet
            ssh_config:
            user: x
            hosts:
              - 10.0.0.1
          `,
          yaml`
            type: fleet
            ssh_config:
              user: x
              hosts:
                - 10.0.0.1
          `,
        ],
      ]),
    ),
  ),
  ...meant('unknown-key', 'Add the colon', [
    ['profiles:\n  - {name foo, fleets: [a-b]}\n', 'profiles:\n  - {name: foo, fleets: [a-b]}\n'],
    [
      yaml`
        type: task
        commands: [ls]
        resources: {gpu A100, cpu: 4}
      `,
      yaml`
        type: task
        commands: [ls]
        resources: {gpu: A100, cpu: 4}
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Add a space after the colon', [
    ['resources:\n  gpu:A100\n', 'resources:\n  gpu: A100\n'],
  ]),
  ...ofTask('wrong-type', 'Add the spaces after the colons', [
    [
      yaml`
        resources:
          gpu:A100
          cpu:4 # four
      `,
      yaml`
        resources:
          gpu: A100
          cpu: 4 # four
      `,
    ],
  ]),
  ...ofTask('unknown-key', 'Move `gpu` into `resources`', [
    ['gpu: A100 # one\n', 'resources:\n  gpu: A100 # one\n'],
    [
      yaml`
        gpu: A100 # one
        resources:
          cpu: 4
      `,
      yaml`
        resources:
          cpu: 4
          gpu: A100 # one
      `,
    ],
    [
      yaml`
        resources:
          cpu: 4
        gpu:
          name: A100 # x
          count: 2
      `,
      yaml`
        resources:
          cpu: 4
          gpu:
            name: A100 # x
            count: 2
      `,
    ],
    ['gpu: A100 # one\nresources: {cpu: 4} # r\n', '# one\nresources: {cpu: 4, gpu: A100} # r\n'],
  ]),
  ...leaving(
    ['memory-size'],
    ofTask('unknown-key', 'Move `memory` into `resources`', [
      ['memory: 64GBB\n', 'resources:\n  memory: 64GBB\n'],
      [
        yaml`
          resources:
            cpu: 4
          memory: 64BG
        `,
        yaml`
          resources:
            cpu: 4
            memory: 64BG
        `,
      ],
    ]),
  ),
  ...leaving(
    ['gpu-shorthand'],
    ofTask('unknown-key', 'Move `gpu` into `resources`', [
      ['gpu: 24GBB\n', 'resources:\n  gpu: 24GBB\n'],
      ['gpu: A100:80G\n', 'resources:\n  gpu: A100:80G\n'],
    ]),
  ),
  ...leaving(
    ['unknown-key'],
    ofTask('unknown-key', 'Move `gpu` into `resources`', [
      ['gpu: {nam: A100}\n', 'resources:\n  gpu: {nam: A100}\n'],
    ]),
  ),
  ...leaving(
    ['unknown-value'],
    ofTask('unknown-key', 'Move `spot_policy` out of `resources`', [
      [
        yaml`
          resources:
            cpu: 4
            spot_policy: sopt
        `,
        yaml`
          resources:
            cpu: 4
          spot_policy: sopt
        `,
      ],
    ]),
  ),
  ...ofTask('unknown-key', 'Move `cpu` into `resources`', [['cpu: 4\n', 'resources:\n  cpu: 4\n']]),
  ...ofTask('unknown-key', 'Move `memory` into `resources`', [
    [
      yaml`
        resources:
          cpu: 4
        memory: 8GB..
        name: mine
      `,
      yaml`
        resources:
          cpu: 4
          memory: 8GB..
        name: mine
      `,
    ],
  ]),
  ...ofTask('unknown-key', 'Move `disk` into `resources`', [
    [
      'disk:\n  size: 100GB\n',
      yaml`
        resources:
          disk:
            size: 100GB
      `,
    ],
  ]),
  ...ofTask('unknown-key', 'Move `memroy` into `resources` as `memory`', [
    [
      yaml`
        resources:
          gpu: 1
        memroy: 3GB
      `,
      yaml`
        resources:
          gpu: 1
          memory: 3GB
      `,
    ],
    ['memroy: 3GB # m\n', 'resources:\n  memory: 3GB # m\n'],
  ]),
  ...ofTask('unknown-key', 'Move `shm_size` into `resources`', [
    ['shm_size: 8GB\n', 'resources:\n  shm_size: 8GB\n'],
  ]),
  ...ofTask('unknown-key', 'Move `gpus` into `resources` as `gpu`', [
    ['gpus: 1\n', 'resources:\n  gpu: 1\n'],
    [
      yaml`
        gpus: 1
        resources:
          cpu: 4
      `,
      yaml`
        resources:
          cpu: 4
          gpu: 1
      `,
    ],
  ]),
  ...meant('unknown-key', 'Move `gpu` into `resources`', [
    [
      yaml`
        type: dev-environment
        ide: vscode
        gpu: 24GB
      `,
      yaml`
        type: dev-environment
        ide: vscode
        resources:
          gpu: 24GB
      `,
    ],
    [
      yaml`
        type: fleet
        gpu: 24GB
        nodes: 2
      `,
      yaml`
        type: fleet
        resources:
          gpu: 24GB
        nodes: 2
      `,
    ],
    [
      yaml`
        type: service
        port: 80
        groups:
          - replicas: 1
            commands: [a]
            gpu: 1
      `,
      yaml`
        type: service
        port: 80
        groups:
          - replicas: 1
            commands: [a]
            resources:
              gpu: 1
      `,
    ],
  ]),
  ...together(
    1,
    ofTask('empty-value', 'Indent what belongs to `resources`', [
      [
        yaml`
          resources: # r
          # the gpu
          gpu: A100 # one

          # mine
          name: mine
        `,
        yaml`
          resources: # r
            # the gpu
            gpu: A100 # one

          # mine
          name: mine
        `,
      ],
    ]),
  ),
  ...together(
    2,
    ofTask('empty-value', 'Indent what belongs to `resources`', [
      [
        yaml`
          resources:
          gpu: A100
          cpu: 4
        `,
        yaml`
          resources:
            gpu: A100
            cpu: 4
        `,
      ],
      [
        yaml`
          resources: # mine
          gpu: A100 # one
          cpu: 4
          name: mine
        `,
        yaml`
          resources: # mine
            gpu: A100 # one
            cpu: 4
          name: mine
        `,
      ],
    ]),
  ),
  ...together(
    1,
    meant('unknown-key', 'Indent what belongs to `scaling`', [
      [
        yaml`
          type: service
          commands: [a]
          port: 80
          replicas: 0..1
          scaling:
          metric: rps
          target: 1
        `,
        yaml`
          type: service
          commands: [a]
          port: 80
          replicas: 0..1
          scaling:
            metric: rps
            target: 1
        `,
      ],
    ]),
  ),
];
