import { leaving, meant, ofTask, together } from './row';

/** Properties in the wrong place, or without the space after their colon. */
export const PLACES = [
  ...ofTask('unknown-key', 'Add the space after the colon', [
    ['resources: {gpu:A100}\n', 'resources: {gpu: A100}\n'],
    ['resources: {gpu:A100:2, cpu: 4}\n', 'resources: {gpu: A100:2, cpu: 4}\n'],
    ['resources:\n  gpu: {count:2, name: A100}\n', 'resources:\n  gpu: {count: 2, name: A100}\n'],
    ['retry: {duration:2h, on_events: [error]}\n', 'retry: {duration: 2h, on_events: [error]}\n'],
  ]),
  ...meant('unknown-key', 'Add the space after the colon', [
    [
      'type: service\ncommands: [a]\nport: 80\nreplicas: 0..1\nscaling: {metric: rps, target:1}\n',
      'type: service\ncommands: [a]\nport: 80\nreplicas: 0..1\nscaling: {metric: rps, target: 1}\n',
    ],
  ]),
  ...leaving(
    ['missing-key'],
    meant('unknown-key', 'Move `target` into `scaling`', [
      [
        'type: service\nport: 80\ncommands: [a]\nreplicas: 0..2\ntarget: 5 # rps\n',
        'type: service\nport: 80\ncommands: [a]\nreplicas: 0..2\nscaling:\n  target: 5 # rps\n',
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
        'type: service\nport: 80\ncommands: [a]\nreplicas: 0..2\ntarget: 5\nscaling: {metric: rps} # s\n',
        'type: service\nport: 80\ncommands: [a]\nreplicas: 0..2\nscaling: {metric: rps, target: 5} # s\n',
      ],
    ]),
  ),
  ...leaving(
    ['missing-key', 'missing-key'],
    meant('unknown-key', 'Move `scale_up_delay` into `scaling`', [
      [
        'type: service\nport: 80\ncommands: [a]\nreplicas: 0..2\nscale_up_delay: 10m\n',
        'type: service\nport: 80\ncommands: [a]\nreplicas: 0..2\nscaling:\n  scale_up_delay: 10m\n',
      ],
    ]),
  ),
  ...leaving(
    ['missing-key'],
    together(
      1,
      meant('unknown-key', 'Move `user` into `ssh_config`', [
        [
          'type: fleet\nuser: ubuntu\nssh_config:\n  hosts: [10.0.0.1]\n',
          'type: fleet\nssh_config:\n  hosts: [10.0.0.1]\n  user: ubuntu\n',
        ],
      ]),
    ),
  ),
  ...leaving(
    ['missing-key'],
    meant('unknown-key', 'Move `hosts` into `ssh_config`', [
      [
        'type: fleet\nhosts:\n  - 10.0.0.1\nname: a-b\n',
        'type: fleet\nssh_config:\n  hosts:\n    - 10.0.0.1\nname: a-b\n',
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
        'type: service\nport: 80\ncommands: [a]\nformat: tgi\nmodel:\n  name: foo\n',
        'type: service\nport: 80\ncommands: [a]\nmodel:\n  name: foo\n  format: tgi\n',
      ],
    ]),
  ),
  ...leaving(
    ['missing-key'],
    meant('unknown-key', 'Move `format` into `model`', [
      [
        'type: service\nport: 80\ncommands: [a]\nformat: tgi\n# the model\nmodel: # here\nenv: [A=1]\n',
        'type: service\nport: 80\ncommands: [a]\n# the model\nmodel: # here\n  format: tgi\nenv: [A=1]\n',
      ],
    ]),
  ),
  // The only place is deeper, beside what holds it, or in a list.
  ...ofTask('unknown-key', 'Move `count` into `gpu`', [
    [
      'resources:\n  cpu: 4\n  gpu:\n    name: A100\n  count: 2\n',
      'resources:\n  cpu: 4\n  gpu:\n    name: A100\n    count: 2\n',
    ],
  ]),
  ...ofTask('unknown-key', 'Move `duration` into `retry`', [
    [
      'resources:\n  cpu: 4\n  duration: 1h # at most\n',
      'resources:\n  cpu: 4\nretry:\n  duration: 1h # at most\n',
    ],
  ]),
  ...ofTask('unknown-key', 'Move `vendor` into `gpu`', [
    ['vendor: nvidia\n', 'resources:\n  gpu:\n    vendor: nvidia\n'],
    [
      'resources: {gpu: {count: 2}}\nvendor: nvidia\n',
      'resources: {gpu: {count: 2, vendor: nvidia}}\n',
    ],
  ]),
  ...meant('unknown-key', 'Move `rps` into `rate_limits`', [
    [
      'type: service\nport: 80\ncommands: [a]\nrps: 5 # five\n',
      'type: service\nport: 80\ncommands: [a]\nrate_limits:\n  - rps: 5 # five\n',
    ],
  ]),
  ...together(
    1,
    meant('unknown-key', 'Move `rps` into `rate_limits`', [
      [
        'type: service\nport: 80\ncommands: [a]\nrps: 5\nrate_limits:\n- prefix: /x\n',
        'type: service\nport: 80\ncommands: [a]\nrate_limits:\n- prefix: /x\n  rps: 5\n',
      ],
    ]),
  ),
  ...leaving(
    ['gpu-shorthand'],
    together(
      2,
      ofTask('empty-value', 'Indent what belongs to `resources`', [
        ['resources:\ngpu: 24GBB\nmemory: 24GB\n', 'resources:\n  gpu: 24GBB\n  memory: 24GB\n'],
      ]),
    ),
  ),
  ...leaving(
    ['missing-key'],
    together(
      1,
      meant('unknown-key', 'Indent what belongs to `ssh_config`', [
        [
          'type: fleet\nssh_config:\nuser: x\nhosts:\n  - 10.0.0.1\n',
          'type: fleet\nssh_config:\n  user: x\n  hosts:\n    - 10.0.0.1\n',
        ],
      ]),
    ),
  ),
  ...meant('unknown-key', 'Add the colon', [
    ['profiles:\n  - {name foo, fleets: [a-b]}\n', 'profiles:\n  - {name: foo, fleets: [a-b]}\n'],
    [
      'type: task\ncommands: [ls]\nresources: {gpu A100, cpu: 4}\n',
      'type: task\ncommands: [ls]\nresources: {gpu: A100, cpu: 4}\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Add the space after the colon', [
    ['resources:\n  gpu:A100\n', 'resources:\n  gpu: A100\n'],
  ]),
  ...ofTask('wrong-type', 'Add the spaces after the colons', [
    ['resources:\n  gpu:A100\n  cpu:4 # four\n', 'resources:\n  gpu: A100\n  cpu: 4 # four\n'],
  ]),
  ...ofTask('unknown-key', 'Move `gpu` into `resources`', [
    ['gpu: A100 # one\n', 'resources:\n  gpu: A100 # one\n'],
    ['gpu: A100 # one\nresources:\n  cpu: 4\n', 'resources:\n  cpu: 4\n  gpu: A100 # one\n'],
    [
      'resources:\n  cpu: 4\ngpu:\n  name: A100 # x\n  count: 2\n',
      'resources:\n  cpu: 4\n  gpu:\n    name: A100 # x\n    count: 2\n',
    ],
    ['gpu: A100 # one\nresources: {cpu: 4} # r\n', '# one\nresources: {cpu: 4, gpu: A100} # r\n'],
  ]),
  ...leaving(
    ['memory-size'],
    ofTask('unknown-key', 'Move `memory` into `resources`', [
      ['memory: 64GBB\n', 'resources:\n  memory: 64GBB\n'],
      ['resources:\n  cpu: 4\nmemory: 64BG\n', 'resources:\n  cpu: 4\n  memory: 64BG\n'],
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
      ['resources:\n  cpu: 4\n  spot_policy: sopt\n', 'resources:\n  cpu: 4\nspot_policy: sopt\n'],
    ]),
  ),
  ...ofTask('unknown-key', 'Move `cpu` into `resources`', [['cpu: 4\n', 'resources:\n  cpu: 4\n']]),
  ...ofTask('unknown-key', 'Move `memory` into `resources`', [
    [
      'resources:\n  cpu: 4\nmemory: 8GB..\nname: mine\n',
      'resources:\n  cpu: 4\n  memory: 8GB..\nname: mine\n',
    ],
  ]),
  ...ofTask('unknown-key', 'Move `disk` into `resources`', [
    ['disk:\n  size: 100GB\n', 'resources:\n  disk:\n    size: 100GB\n'],
  ]),
  ...ofTask('unknown-key', 'Move `memroy` into `resources` as `memory`', [
    ['resources:\n  gpu: 1\nmemroy: 3GB\n', 'resources:\n  gpu: 1\n  memory: 3GB\n'],
    ['memroy: 3GB # m\n', 'resources:\n  memory: 3GB # m\n'],
  ]),
  ...ofTask('unknown-key', 'Move `shm_size` into `resources`', [
    ['shm_size: 8GB\n', 'resources:\n  shm_size: 8GB\n'],
  ]),
  ...ofTask('unknown-key', 'Move `gpus` into `resources` as `gpu`', [
    ['gpus: 1\n', 'resources:\n  gpu: 1\n'],
    ['gpus: 1\nresources:\n  cpu: 4\n', 'resources:\n  cpu: 4\n  gpu: 1\n'],
  ]),
  ...meant('unknown-key', 'Move `gpu` into `resources`', [
    [
      'type: dev-environment\nide: vscode\ngpu: 24GB\n',
      'type: dev-environment\nide: vscode\nresources:\n  gpu: 24GB\n',
    ],
    ['type: fleet\ngpu: 24GB\nnodes: 2\n', 'type: fleet\nresources:\n  gpu: 24GB\nnodes: 2\n'],
    [
      'type: service\nport: 80\ngroups:\n  - replicas: 1\n    commands: [a]\n    gpu: 1\n',
      'type: service\nport: 80\ngroups:\n  - replicas: 1\n    commands: [a]\n    resources:\n      gpu: 1\n',
    ],
  ]),
  ...together(
    2,
    ofTask('empty-value', 'Indent what belongs to `resources`', [
      ['resources:\ngpu: A100\ncpu: 4\n', 'resources:\n  gpu: A100\n  cpu: 4\n'],
      [
        'resources: # mine\ngpu: A100 # one\ncpu: 4\nname: mine\n',
        'resources: # mine\n  gpu: A100 # one\n  cpu: 4\nname: mine\n',
      ],
    ]),
  ),
  ...together(
    1,
    meant('unknown-key', 'Indent what belongs to `scaling`', [
      [
        'type: service\ncommands: [a]\nport: 80\nreplicas: 0..1\nscaling:\nmetric: rps\ntarget: 1\n',
        'type: service\ncommands: [a]\nport: 80\nreplicas: 0..1\nscaling:\n  metric: rps\n  target: 1\n',
      ],
    ]),
  ),
];
