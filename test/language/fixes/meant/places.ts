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
