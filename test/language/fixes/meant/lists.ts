import { meant, ofTask } from './row';

const EACH_LINE = 'Make each line a list item';

/** Lists without dashes, or without the space after them. */
export const LISTS = [
  ...meant('wrong-type', 'Write a list, with each name as `name`', [
    [
      `
profiles:
  large: # l
    spot_policy: spot
    backends: [aws]

  # the small one
  small:
    max_price: 1
`,
      `
profiles:
  - name: large # l
    spot_policy: spot
    backends: [aws]

  # the small one
  - name: small
    max_price: 1
`,
    ],
    [
      'profiles:\n    one:\n        default: true\n',
      'profiles:\n    -   name: one\n        default: true\n',
    ],
    ['profiles:\n  one:\n', 'profiles:\n  - name: one\n'],
  ]),
  ...meant('wrong-type', EACH_LINE, [
    [
      `
type: task
commands:
  pip install -r requirements.txt
  python train.py
`,
      `
type: task
commands:
  - pip install -r requirements.txt
  - python train.py
`,
    ],
    [
      `
type: fleet
name: lab
ssh_config:
  user: u
  identity_file: k
  hosts:
    10.0.0.1
    10.0.0.2
`,
      `
type: fleet
name: lab
ssh_config:
  user: u
  identity_file: k
  hosts:
    - 10.0.0.1
    - 10.0.0.2
`,
    ],
    [
      `
type: dev-environment
ide: vscode
init:
    pip install a
    pip install b # needed
name: mine
`,
      `
type: dev-environment
ide: vscode
init:
    - pip install a
    - pip install b # needed
name: mine
`,
    ],
    [
      `
type: service
port: 80
groups:
  - name: one
    replicas: 1
    commands:
      a
      b
`,
      `
type: service
port: 80
groups:
  - name: one
    replicas: 1
    commands:
      - a
      - b
`,
    ],
    [
      `
type: task
commands: pip install x
  python train.py
`,
      `
type: task
commands:
  - pip install x
  - python train.py
`,
    ],
    // An option, or a line after a backslash, is a part of the command above.
    [
      `
type: task
commands:
  pip install x
  python train.py
    --lr 1
  python test.py
  --all
`,
      `
type: task
commands:
  - pip install x
  - python train.py
      --lr 1
  - python test.py
    --all
`,
    ],
    [
      `
type: task
commands:
  python train.py \\
    --lr 1
  ls
`,
      `
type: task
commands:
  - |
    python train.py \\
      --lr 1
  - ls
`,
    ],
    [
      `
type: task
commands:
  cd x &&
  ls
  pwd
`,
      `
type: task
commands:
  - cd x &&
    ls
  - pwd
`,
    ],
    [
      `
profiles:
  - name: one
    regions:
      us-east-1
      us-west-2
`,
      `
profiles:
  - name: one
    regions:
      - us-east-1
      - us-west-2
`,
    ],
  ]),
  ...ofTask('wrong-type', EACH_LINE, [
    ['env:\n  A=1\n  B=2 3\n', 'env:\n  - A=1\n  - B=2 3\n'],
    ['ports:\n  8000\n  8001\n', 'ports:\n  - 8000\n  - 8001\n'],
    ['ports:\n  8080:80\n  2222:22\n', "ports:\n  - 8080:80\n  - '2222:22'\n"],
    ['files:\n  a.py\n  b.py:/app/b.py\n', 'files:\n  - a.py\n  - b.py:/app/b.py\n'],
    ['volumes:\n  data:/data\n  /a:/b\n', 'volumes:\n  - data:/data\n  - /a:/b\n'],
    ['backends:\n  aws\n  gcp\n', 'backends:\n  - aws\n  - gcp\n'],
  ]),
  ...ofTask('wrong-type', 'Write a list with an item each', [
    ['regions:\n  us-east-1,\n  eu-west-1\n', 'regions:\n  - us-east-1\n  - eu-west-1\n'],
    ['backends: aws, gcp\n', 'backends:\n  - aws\n  - gcp\n'],
    ['env: A=1 B=2\n', 'env:\n  - A=1\n  - B=2\n'],
  ]),
  ...meant('wrong-type', 'Write a list with an item each', [
    [
      'type: task\ncommands: |\n  # all\n  pip install x\n  python y.py\n',
      'type: task\ncommands:\n  # all\n  - pip install x\n  - python y.py\n',
    ],
  ]),
  ...meant('wrong-type', 'Make the text one list item', [
    [
      'type: task\ncommands: |\n  for i in a; do\n    b\n  done\nname: mine\n',
      'type: task\ncommands:\n  - |\n    for i in a; do\n      b\n    done\nname: mine\n',
    ],
    [
      'type: task\ncommands: >\n  python x\n  --lr 1\n',
      'type: task\ncommands:\n  - >\n    python x\n    --lr 1\n',
    ],
  ]),
  ...meant('wrong-type', 'Add the space after each dash', [
    [
      'type: task\ncommands:\n  -python train.py\n  -echo done\n',
      'type: task\ncommands:\n  - python train.py\n  - echo done\n',
    ],
  ]),
  ...meant('wrong-type', 'Add the space after the dash', [
    [
      'type: task\ncommands:\n  -|\n    for i in a; do\n      b $i\n\n    done\n',
      'type: task\ncommands:\n  - |\n    for i in a; do\n      b $i\n\n    done\n',
    ],
    [
      'type: task\ncommands:\n  ->-\n    python x\n    --lr 1\n',
      'type: task\ncommands:\n  - >-\n    python x\n    --lr 1\n',
    ],
    [
      'type: task\ncommands:\n  -|\n    cat <<E\n    - a\n    E\nname: mine\n',
      'type: task\ncommands:\n  - |\n    cat <<E\n    - a\n    E\nname: mine\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Add the space after the dash', [
    [
      'type: task\ncommands:\n-|\n  python x \\\n    --lr 1\n',
      'type: task\ncommands:\n- |\n  python x \\\n    --lr 1\n',
    ],
    [
      'type: task\ncommands:\n  - a\n  -|\n    python x\n    ls\n',
      'type: task\ncommands:\n  - a\n  - |\n    python x\n    ls\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Add the space after each dash', [
    ['env:\n  -A=1\n  -B\n', 'env:\n  - A=1\n  - B\n'],
    ['files:\n  -a.py\n  -b.py\n', 'files:\n  - a.py\n  - b.py\n'],
    ['regions:\n  -us-east-1\n  -eu-west-1\n', 'regions:\n  - us-east-1\n  - eu-west-1\n'],
  ]),
  ...ofTask('wrong-type', 'Add the space after the dash', [
    ['files:\n  -a.py\n  - b.py\n', 'files:\n  - a.py\n  - b.py\n'],
    ['regions:\n  -us-east-1\n', 'regions:\n  - us-east-1\n'],
  ]),
  ...ofTask('yaml-syntax', 'Add the space after the dash', [
    ['files:\n  - a.py\n  -b.py # b\n', 'files:\n  - a.py\n  - b.py # b\n'],
    ['env:\n  - A=1\n  -B=2\n  - C=3\n', 'env:\n  - A=1\n  - B=2\n  - C=3\n'],
  ]),
  ...ofTask('yaml-syntax', 'Make the line a list item', [
    ['env:\n  - A=1\n  B=2\n  - C=3\n', 'env:\n  - A=1\n  - B=2\n  - C=3\n'],
    ['env:\n- A=1\nB=2\n- C=3\n', 'env:\n- A=1\n- B=2\n- C=3\n'],
    ['ports:\n  - 80\n  8080\n', 'ports:\n  - 80\n  - 8080\n'],
    ['volumes:\n  - a:/a\n  b-c:/b # c\n', 'volumes:\n  - a:/a\n  - b-c:/b # c\n'],
    [
      'regions:\n  - us-east-1\n  us-west-2\nname: mine\n',
      'regions:\n  - us-east-1\n  - us-west-2\nname: mine\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Add the space after each dash', [
    [
      'type: task\ncommands:\n-python train.py\n-echo done\n',
      'type: task\ncommands:\n- python train.py\n- echo done\n',
    ],
  ]),
  ...meant('yaml-syntax', EACH_LINE, [
    [
      `
type: task
commands:
  # install
  pip install x
  # run
  python y: z
`,
      `
type: task
commands:
  # install
  - pip install x
  # run
  - 'python y: z'
`,
    ],
    [
      'type: task\ncommands: ls\n  pwd: a\nname: mine\n',
      "type: task\ncommands:\n  - ls\n  - 'pwd: a'\nname: mine\n",
    ],
  ]),
];
