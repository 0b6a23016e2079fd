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
      'env:\n  - HF_HOME=/cache\n    # home\n  - B=1\n',
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
];
