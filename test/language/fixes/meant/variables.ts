import { meant, ofTask } from './row';
import { yaml } from '../../../support/yaml';

/** Variables in other forms. */
export const VARIABLES = [
  ...ofTask('wrong-type', 'Write `HF_HOME=/cache`', [
    [
      yaml`
        env:
          - name: HF_HOME
            value: /cache
      `,
      'env:\n  - HF_HOME=/cache\n',
    ],
    ['env:\n  - HF_HOME: /cache\n', 'env:\n  - HF_HOME=/cache\n'],
    [
      yaml`
        env:
          - name: HF_HOME # home
            value: /cache
          - B=1
      `,
      yaml`
        env:
          - HF_HOME=/cache # home
          - B=1
      `,
    ],
    [
      yaml`
        env:
          - name: HF_HOME
            value: /cache # home
          - B=1
      `,
      yaml`
        env:
          - HF_HOME=/cache # home
          - B=1
      `,
    ],
    [
      yaml`
        env:
          - value: /cache
            name: HF_HOME
      `,
      'env:\n  - HF_HOME=/cache\n',
    ],
    ['env: [{name: HF_HOME, value: /cache}]\n', 'env: [HF_HOME=/cache]\n'],
    [
      yaml`
        env:
        - key: HF_HOME
          value: "/cache"
      `,
      'env:\n- HF_HOME=/cache\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Write `A=b: c`', [
    [
      yaml`
        env:
          - name: A
            value: "b: c"
      `,
      'env:\n  - "A=b: c"\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Write `HF_TOKEN`', [
    ['env:\n  - name: HF_TOKEN\n', 'env:\n  - HF_TOKEN\n'],
    ['env:\n  - HF_TOKEN:\n', 'env:\n  - HF_TOKEN\n'],
  ]),
  ...ofTask('wrong-type', 'Write `NAME=value`', [
    [
      yaml`
        env:
          - A: 1 # a
            B: x y # b
            C: 2
          - D=4
      `,
      yaml`
        env:
          - A=1 # a
          - B=x y # b
          - C=2
          - D=4
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Put it in quotes', [
    ['env:\n  - GREETING=hello: world\n', "env:\n  - 'GREETING=hello: world'\n"],
    [
      yaml`
        env:
          - A=1
          - B=it: is # c
      `,
      yaml`
        env:
          - A=1
          - 'B=it: is' # c
      `,
    ],
    [`env:\n  - A="x": y's\n`, `env:\n  - 'A="x": y''s'\n`],
    ['env:\n  DEBUG: true\n', 'env:\n  DEBUG: "true"\n'],
    [
      yaml`
        env:
          DEBUG: yes # on
          B: 1
      `,
      yaml`
        env:
          DEBUG: "yes" # on
          B: 1
      `,
    ],
    ['env: {DAY: 2024-01-01}\n', 'env: {DAY: "2024-01-01"}\n'],
    [
      yaml`
        env:
          A: 'x'
          B: off
      `,
      yaml`
        env:
          A: 'x'
          B: 'off'
      `,
    ],
  ]),
  ...meant('wrong-type', 'Put it in quotes', [
    [
      yaml`
        type: dev-environment
        ide: vscode
        env:
            A: on
      `,
      yaml`
        type: dev-environment
        ide: vscode
        env:
            A: "on"
      `,
    ],
    [
      yaml`
        type: fleet
        ssh_config: {user: u, identity_file: k, hosts: [h]}
        env:
          A: no
      `,
      yaml`
        type: fleet
        ssh_config: {user: u, identity_file: k, hosts: [h]}
        env:
          A: "no"
      `,
    ],
  ]),

  ...ofTask('wrong-type', 'Write `- HF_TOKEN`', [
    [
      yaml`
        env:
          HF_TOKEN:
          - A=1
      `,
      yaml`
        env:
          - HF_TOKEN
          - A=1
      `,
    ],
    [
      yaml`
        env:
          HF_TOKEN: # mine
          - A=1
      `,
      yaml`
        env:
          - HF_TOKEN # mine
          - A=1
      `,
    ],
  ]),
  ...ofTask('unknown-key', 'Write `- HF_TOKEN`', [
    [
      yaml`
        env:
        - A=1
        HF_TOKEN:
        - B=2
      `,
      yaml`
        env:
        - A=1
        - HF_TOKEN
        - B=2
      `,
    ],
    [
      yaml`
        env:
        - A=1
        HF_TOKEN:
      `,
      yaml`
        env:
        - A=1
        - HF_TOKEN
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Make 3 lines list items', [
    [
      yaml`
        env:
          - A=1
          B: "x y"
          C: 'it''s' # c
          D: z
      `,
      yaml`
        env:
          - A=1
          - B=x y
          - C=it's # c
          - D=z
      `,
    ],
  ]),

  ...ofTask('env-entry', 'Change to `FOO=bar`', [
    ['env:\n  - FOO bar\n', 'env:\n  - FOO=bar\n'],
    [
      yaml`
        env:
          - A=1
          - FOO   bar # x
      `,
      yaml`
        env:
          - A=1
          - FOO=bar # x
      `,
    ],
    ['env: [FOO bar, B]\n', 'env: [FOO=bar, B]\n'],
    ['env:\n  - "FOO bar"\n', 'env:\n  - "FOO=bar"\n'],
    ['env:\n  - export FOO=bar\n', 'env:\n  - FOO=bar\n'],
    ['env:\n  - FOO = bar\n', 'env:\n  - FOO=bar\n'],
  ]),
  ...ofTask('env-entry', 'Change to `FOO=a b`', [['env:\n  - FOO a b\n', 'env:\n  - FOO=a b\n']]),
  ...ofTask('env-entry', 'Put it in quotes', [['env: [A=1, on]\n', 'env: [A=1, "on"]\n']]),
  ...ofTask('empty-value', 'Convert to a list, which reads `A` from your shell', [
    ['env: {A:}\n', 'env: [A]\n'],
    ['env: {A: , B: x y}\n', 'env: [A, B=x y]\n'],
    ['env:\n  A:\n', 'env:\n  - A\n'],
    [
      yaml`
        env:
          A: # from the shell
          B: 1.0 # one
          # C
          C: "x: y"
        name: mine
      `,
      yaml`
        env:
          - A # from the shell
          - B=1.0 # one
          # C
          - "C=x: y"
        name: mine
      `,
    ],
    [
      yaml`
        env:
          A: null
          B: 0x10
      `,
      yaml`
        env:
          - A
          - B=0x10
      `,
    ],
    ['env:\n  A: ~\n', 'env:\n  - A\n'],
  ]),
  ...ofTask('empty-value', 'Add a space after the colon', [
    ['env: {A:1, B: 2}\n', 'env: {A: 1, B: 2}\n'],
    ['env: {B: 2, A:x y}\n', 'env: {B: 2, A: x y}\n'],
  ]),
  ...ofTask('wrong-type', 'Add a space after the colon', [['env:\n  A:1\n', 'env:\n  A: 1\n']]),
  ...ofTask('wrong-type', 'Add the spaces after the colons', [
    [
      yaml`
        env:
          A:1
          B:2 # two
      `,
      yaml`
        env:
          A: 1
          B: 2 # two
      `,
    ],
  ]),
  // What YAML reads as nothing is read from the shell.
  ...ofTask('wrong-type', 'Write `N`', [
    ['env:\n  - N: null\n', 'env:\n  - N\n'],
    ['env:\n  - N: ~\n', 'env:\n  - N\n'],
    ['env:\n  - N:\n', 'env:\n  - N\n'],
  ]),
  // Values stay as they are written.
  ...ofTask('empty-value', 'Convert to a list, which reads `B` from your shell', [
    [
      'env:\n  A: 0777\n  V: 1.10\n  T: 12:30:45\n  B:\n',
      'env:\n  - A=0777\n  - V=1.10\n  - T=12:30:45\n  - B\n',
    ],
  ]),
];
