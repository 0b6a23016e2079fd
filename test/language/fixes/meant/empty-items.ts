import { meant, ofTask } from './row';
import { yaml } from '../../../support/yaml';

/** Lists with an item that has no value. */
export const EMPTY_ITEMS = [
  ...meant('empty-value', 'Remove the empty item', [
    [
      yaml`
        type: task
        commands:
          -
          - python train.py # all
      `,
      yaml`
        type: task
        commands:
          - python train.py # all
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - # all
          - python train.py
      `,
      yaml`
        type: task
        commands:
          # all
          - python train.py
      `,
    ],
    [
      yaml`
        type: fleet
        name: mine
        ssh_config:
          user: me
          identity_file: ~/.ssh/id
          hosts:
            - 10.0.0.1
            -
      `,
      yaml`
        type: fleet
        name: mine
        ssh_config:
          user: me
          identity_file: ~/.ssh/id
          hosts:
            - 10.0.0.1
      `,
    ],
    [
      yaml`
        type: service
        port: 80
        replicas:
          -
          - name: a
            count: 1
            commands: [ls]
      `,
      yaml`
        type: service
        port: 80
        replicas:
          - name: a
            count: 1
            commands: [ls]
      `,
    ],
    [
      yaml`
        profiles:
          -
          - name: a
      `,
      yaml`
        profiles:
          - name: a
      `,
    ],
  ]),
  ...ofTask('empty-value', 'Remove the empty item', [
    ['schedule:\n  cron:\n    -\n    - 0 5 * * *\n', 'schedule:\n  cron:\n    - 0 5 * * *\n'],
    [
      'resources:\n  gpu:\n    name:\n    - A100\n    -\n',
      'resources:\n  gpu:\n    name:\n    - A100\n',
    ],
    ...[
      ['backends', 'gcp'],
      ['env', 'A=1'],
      ['files', 'a'],
      ['fleets', 'mine'],
      ['ports', '8000'],
      ['regions', 'us-east-1'],
      ['volumes', 'data:/data'],
    ].map(
      ([key = '', item = '']) => [`${key}:\n  -\n  - ${item}\n`, `${key}:\n  - ${item}\n`] as const,
    ),
    [
      'retry:\n  on_events:\n    - error\n    -\n\n    - interruption\n',
      'retry:\n  on_events:\n    - error\n\n    - interruption\n',
    ],
  ]),
];
