import { leaving, meant, ofTask } from './row';

/** What YAML cannot read. */
export const SYNTAX = [
  ...ofTask('yaml-syntax', 'Indent the line by 2 less', [
    // It does not become a part of the item above.
    ['env:\n  - A=1\n  # two\n    - B=2\n', 'env:\n  - A=1\n  # two\n  - B=2\n'],
    ['ports:\n  - 80\n  # two\n    - 81\n', 'ports:\n  - 80\n  # two\n  - 81\n'],
  ]),
  ...meant('yaml-syntax', 'Indent the line by 1 less', [
    [
      'type: dev-environment\ninit:\n  - ls\n ide: vscode\n',
      'type: dev-environment\ninit:\n  - ls\nide: vscode\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Add the colon', [
    ['type task\ncommands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    ['type: task\nname foo-bar\ncommands: [ls]\n', 'type: task\nname: foo-bar\ncommands: [ls]\n'],
    [
      'type: task\ncommands: [ls]\nresources:\n  gpu:\n    name A100\n    count: 2\n',
      'type: task\ncommands: [ls]\nresources:\n  gpu:\n    name: A100\n    count: 2\n',
    ],
    [
      'type: fleet\nssh_config:\n  user: u\n  hosts:\n    - hostname 10.0.0.1\n      user: x\n      identity_file: k\n',
      'type: fleet\nssh_config:\n  user: u\n  hosts:\n    - hostname: 10.0.0.1\n      user: x\n      identity_file: k\n',
    ],
    [
      'type: fleet\nssh_config:\n  identity_file: k\n  hosts:\n    - hostname 10.0.0.1\n      # by name\n\n      user: x\n',
      'type: fleet\nssh_config:\n  identity_file: k\n  hosts:\n    - hostname: 10.0.0.1\n      # by name\n\n      user: x\n',
    ],
    [
      'profiles:\n  - name foo\n    fleets: [a-b]\n',
      'profiles:\n  - name: foo\n    fleets: [a-b]\n',
    ],
    [
      'profiles:\n  - name: a\n    fleets: [a-b]\n  - name b\n    fleets:\n      - a-b\n',
      'profiles:\n  - name: a\n    fleets: [a-b]\n  - name: b\n    fleets:\n      - a-b\n',
    ],
    [
      'type: service\nport: 80\ncommands: [a]\nprobes:\n  - type http # ours\n    url: /x\n',
      'type: service\nport: 80\ncommands: [a]\nprobes:\n  - type: http # ours\n    url: /x\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Add the colons', [
    [
      'type: fleet\nssh_config:\n  identity_file: k\n  hosts:\n    - hostname 10.0.0.1\n      port 22\n      user: x\n',
      'type: fleet\nssh_config:\n  identity_file: k\n  hosts:\n    - hostname: 10.0.0.1\n      port: 22\n      user: x\n',
    ],
  ]),
  // What a command goes on with is no property.
  ...meant('yaml-syntax', 'Indent the line by 4 less', [
    [
      'type: task\ncommands:\n  - python train.py\n    ports: [80]\n',
      'type: task\ncommands:\n  - python train.py\nports: [80]\n',
    ],
  ]),
  ...ofTask('yaml-syntax', 'Put `spot_policy` on a line of its own', [
    [
      'resources:\n  gpu: 24GB  spot_policy: auto\n',
      'resources:\n  gpu: 24GB\nspot_policy: auto\n',
    ],
  ]),
  ...ofTask('yaml-syntax', 'Put `shm_size` on a line of its own', [
    [
      'resources:\n  gpu: 24GB shm_size: 24GB # shared\n',
      'resources:\n  gpu: 24GB\n  shm_size: 24GB # shared\n',
    ],
  ]),
  ...ofTask('yaml-syntax', 'Put `env` on a line of its own', [
    [
      'resources:\n  gpu:\n    count: 2  env:\n    - A=1\nname: a-b\n',
      'resources:\n  gpu:\n    count: 2\nenv:\n    - A=1\nname: a-b\n',
    ],
  ]),
  ...ofTask('yaml-syntax', 'Put each property on a line of its own', [
    ['nodes: 2 name: foo-bar image: x\n', 'nodes: 2\nname: foo-bar\nimage: x\n'],
  ]),
  ...meant('yaml-syntax', 'Put `commands` on a line of its own', [
    ['type: task commands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    ['type: task commands:\n  - ls\n', 'type: task\ncommands:\n  - ls\n'],
  ]),
  ...meant('yaml-syntax', 'Put `url` on a line of its own', [
    [
      'type: service\nport: 80\ncommands: [a]\nprobes:\n  - type: http url: /x\n',
      'type: service\nport: 80\ncommands: [a]\nprobes:\n  - type: http\n    url: /x\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Add the space after the dash', [
    [
      'type: fleet\nssh_config:\n  user: a\n  identity_file: b\n  hosts:\n    - 1.2.3.4\n    -1.2.3.5\n',
      'type: fleet\nssh_config:\n  user: a\n  identity_file: b\n  hosts:\n    - 1.2.3.4\n    - 1.2.3.5\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Move the comment above', [
    [
      'type: task\ncommands:\n  - python y.py # run\n    --lr 1\n',
      'type: task\ncommands:\n  # run\n  - python y.py\n    --lr 1\n',
    ],
    [
      'type: task\ncommands:\n  - ls\n  - python y.py\n    # the rate\n    --lr 1\n  - ls\n',
      'type: task\ncommands:\n  - ls\n  # the rate\n  - python y.py\n    --lr 1\n  - ls\n',
    ],
    [
      'type: dev-environment\nide: vscode\ninit:\n- a # run\n  b\n- c\n',
      'type: dev-environment\nide: vscode\ninit:\n# run\n- a\n  b\n- c\n',
    ],
  ]),
  ...ofTask('yaml-syntax', 'Move the comment above', [
    ['env:\n  - A=1 # one\n    2\n', 'env:\n  # one\n  - A=1\n    2\n'],
    ['entrypoint: python x # run\n  --lr 1\n', '# run\nentrypoint: python x\n  --lr 1\n'],
  ]),
  ...meant('yaml-syntax', 'Put it in quotes', [
    ['type: task\ncommands: [%env, ls, "@x"]\n', `type: task\ncommands: ['%env', ls, "@x"]\n`],
    ['type: task\ncommands: [ls, @x, %y]\n', "type: task\ncommands: [ls, '@x', '%y']\n"],
    ['type: task\ncommands:\n  - `date` # now\n', "type: task\ncommands:\n  - '`date`' # now\n"],
    [
      'type: task\ncommands:\n  - @run x\n  - ls\n',
      "type: task\ncommands:\n  - '@run x'\n  - ls\n",
    ],
  ]),
  ...leaving(
    ['yaml-syntax'],
    meant('yaml-syntax', 'Put it in quotes', [
      [
        'type: task\ncommands:\n  - %env\n  - %cd\n',
        "type: task\ncommands:\n  - '%env'\n  - %cd\n",
      ],
      [
        'type: task\ncommands:\n  - @a\n  - ls\nname: b: c\n',
        "type: task\ncommands:\n  - '@a'\n  - ls\nname: b: c\n",
      ],
    ]),
  ),

  ...meant('yaml-tag', 'Put it in quotes', [
    ['type: task\ncommands:\n  - !ls\n', "type: task\ncommands:\n  - '!ls'\n"],
    [
      'type: task\ncommands:\n  - a\n  - !pip install x # x\n',
      "type: task\ncommands:\n  - a\n  - '!pip install x' # x\n",
    ],
    [
      'type: dev-environment\nide: vscode\ninit:\n- !ls\n',
      "type: dev-environment\nide: vscode\ninit:\n- '!ls'\n",
    ],
  ]),
  ...meant('unknown-alias', 'Put it in quotes', [
    ['type: task\ncommands:\n  - *x\n', 'type: task\ncommands:\n  - "*x"\n'],
  ]),
];
