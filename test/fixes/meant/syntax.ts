import { leaving, meant, ofTask } from './row';

/** What YAML cannot read. */
export const SYNTAX = [
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
