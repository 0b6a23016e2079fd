import { meant, ofTask } from './row';

/** Variables in other forms. */
export const VARIABLES = [
  ...ofTask('wrong-type', 'Write `HF_HOME=/cache`', [
    ['env:\n  - name: HF_HOME\n    value: /cache\n', 'env:\n  - HF_HOME=/cache\n'],
    ['env:\n  - HF_HOME: /cache\n', 'env:\n  - HF_HOME=/cache\n'],
    [
      'env:\n  - name: HF_HOME # home\n    value: /cache\n  - B=1\n',
      'env:\n  - HF_HOME=/cache # home\n  - B=1\n',
    ],
    [
      'env:\n  - name: HF_HOME\n    value: /cache # home\n  - B=1\n',
      'env:\n  - HF_HOME=/cache # home\n  - B=1\n',
    ],
    ['env:\n  - value: /cache\n    name: HF_HOME\n', 'env:\n  - HF_HOME=/cache\n'],
    ['env: [{name: HF_HOME, value: /cache}]\n', 'env: [HF_HOME=/cache]\n'],
    ['env:\n- key: HF_HOME\n  value: "/cache"\n', 'env:\n- HF_HOME=/cache\n'],
  ]),
  ...ofTask('wrong-type', 'Write `A=b: c`', [
    ['env:\n  - name: A\n    value: "b: c"\n', 'env:\n  - "A=b: c"\n'],
  ]),
  ...ofTask('wrong-type', 'Write `HF_TOKEN`', [
    ['env:\n  - name: HF_TOKEN\n', 'env:\n  - HF_TOKEN\n'],
    ['env:\n  - HF_TOKEN:\n', 'env:\n  - HF_TOKEN\n'],
  ]),
  ...ofTask('wrong-type', 'Write `NAME=value`', [
    [
      'env:\n  - A: 1 # a\n    B: x y # b\n    C: 2\n  - D=4\n',
      'env:\n  - A=1 # a\n  - B=x y # b\n  - C=2\n  - D=4\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Put it in quotes', [
    ['env:\n  - GREETING=hello: world\n', "env:\n  - 'GREETING=hello: world'\n"],
    ['env:\n  - A=1\n  - B=it: is # c\n', "env:\n  - A=1\n  - 'B=it: is' # c\n"],
    [`env:\n  - A="x": y's\n`, `env:\n  - 'A="x": y''s'\n`],
    ['env:\n  DEBUG: true\n', 'env:\n  DEBUG: "true"\n'],
    ['env:\n  DEBUG: yes # on\n  B: 1\n', 'env:\n  DEBUG: "yes" # on\n  B: 1\n'],
    ['env: {DAY: 2024-01-01}\n', 'env: {DAY: "2024-01-01"}\n'],
    ["env:\n  A: 'x'\n  B: off\n", "env:\n  A: 'x'\n  B: 'off'\n"],
  ]),
  ...meant('wrong-type', 'Put it in quotes', [
    [
      'type: dev-environment\nide: vscode\nenv:\n    A: on\n',
      'type: dev-environment\nide: vscode\nenv:\n    A: "on"\n',
    ],
    [
      'type: fleet\nssh_config: {user: u, identity_file: k, hosts: [h]}\nenv:\n  A: no\n',
      'type: fleet\nssh_config: {user: u, identity_file: k, hosts: [h]}\nenv:\n  A: "no"\n',
    ],
  ]),

  ...ofTask('wrong-type', 'Write `- HF_TOKEN`', [
    ['env:\n  HF_TOKEN:\n  - A=1\n', 'env:\n  - HF_TOKEN\n  - A=1\n'],
    ['env:\n  HF_TOKEN: # mine\n  - A=1\n', 'env:\n  - HF_TOKEN # mine\n  - A=1\n'],
  ]),
  ...ofTask('unknown-key', 'Write `- HF_TOKEN`', [
    ['env:\n- A=1\nHF_TOKEN:\n- B=2\n', 'env:\n- A=1\n- HF_TOKEN\n- B=2\n'],
    ['env:\n- A=1\nHF_TOKEN:\n', 'env:\n- A=1\n- HF_TOKEN\n'],
  ]),
  ...ofTask('yaml-syntax', 'Make 3 lines list items', [
    [
      `env:\n  - A=1\n  B: "x y"\n  C: 'it''s' # c\n  D: z\n`,
      `env:\n  - A=1\n  - B=x y\n  - C=it's # c\n  - D=z\n`,
    ],
  ]),

  ...ofTask('env-entry', 'Change to `FOO=bar`', [
    ['env:\n  - FOO bar\n', 'env:\n  - FOO=bar\n'],
    ['env:\n  - A=1\n  - FOO   bar # x\n', 'env:\n  - A=1\n  - FOO=bar # x\n'],
    ['env: [FOO bar, B]\n', 'env: [FOO=bar, B]\n'],
    ['env:\n  - "FOO bar"\n', 'env:\n  - "FOO=bar"\n'],
    ['env:\n  - export FOO=bar\n', 'env:\n  - FOO=bar\n'],
    ['env:\n  - FOO = bar\n', 'env:\n  - FOO=bar\n'],
  ]),
  ...ofTask('env-entry', 'Change to `FOO=a b`', [['env:\n  - FOO a b\n', 'env:\n  - FOO=a b\n']]),
  ...ofTask('env-entry', 'Put it in quotes', [['env: [A=1, on]\n', 'env: [A=1, "on"]\n']]),
  ...ofTask('empty-value', 'Write a list, which reads `A` from your shell', [
    ['env: {A:}\n', 'env: [A]\n'],
    ['env: {A: , B: x y}\n', 'env: [A, B=x y]\n'],
    ['env:\n  A:\n', 'env:\n  - A\n'],
    [
      'env:\n  A: # from the shell\n  B: 1.0 # one\n  # C\n  C: "x: y"\nname: mine\n',
      'env:\n  - A # from the shell\n  - B=1.0 # one\n  # C\n  - "C=x: y"\nname: mine\n',
    ],
    ['env:\n  A: null\n  B: 0x10\n', 'env:\n  - A\n  - B=16\n'],
    ['env:\n  A: ~\n', 'env:\n  - A\n'],
  ]),
  ...ofTask('empty-value', 'Add the space after the colon', [
    ['env: {A:1, B: 2}\n', 'env: {A: 1, B: 2}\n'],
    ['env: {B: 2, A:x y}\n', 'env: {B: 2, A: x y}\n'],
  ]),
  ...ofTask('wrong-type', 'Add the space after the colon', [['env:\n  A:1\n', 'env:\n  A: 1\n']]),
  ...ofTask('wrong-type', 'Add the spaces after the colons', [
    ['env:\n  A:1\n  B:2 # two\n', 'env:\n  A: 1\n  B: 2 # two\n'],
  ]),
];
