import { meant, ofTask } from './row';
import { yaml } from '../../../support/yaml';

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
      yaml`
        profiles:
            one:
                default: true
      `,
      yaml`
        profiles:
            -   name: one
                default: true
      `,
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
    [
      yaml`
        env:
          A=1
          B=2 3
      `,
      yaml`
        env:
          - A=1
          - B=2 3
      `,
    ],
    [
      yaml`
        ports:
          8000
          8001
      `,
      yaml`
        ports:
          - 8000
          - 8001
      `,
    ],
    [
      yaml`
        ports:
          8080:80
          2222:22
      `,
      yaml`
        ports:
          - 8080:80
          - '2222:22'
      `,
    ],
    [
      yaml`
        files:
          a.py
          b.py:/app/b.py
      `,
      yaml`
        files:
          - a.py
          - b.py:/app/b.py
      `,
    ],
    [
      yaml`
        volumes:
          data:/data
          /a:/b
      `,
      yaml`
        volumes:
          - data:/data
          - /a:/b
      `,
    ],
    [
      yaml`
        backends:
          aws
          gcp
      `,
      yaml`
        backends:
          - aws
          - gcp
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Write a list with an item each', [
    [
      yaml`
        regions:
          us-east-1,
          eu-west-1
      `,
      yaml`
        regions:
          - us-east-1
          - eu-west-1
      `,
    ],
    [
      'backends: aws, gcp\n',
      yaml`
        backends:
          - aws
          - gcp
      `,
    ],
    [
      'env: A=1 B=2\n',
      yaml`
        env:
          - A=1
          - B=2
      `,
    ],
  ]),
  ...meant('wrong-type', 'Write a list with an item each', [
    [
      yaml`
        type: task
        commands: |
          # all
          pip install x
          python y.py
      `,
      yaml`
        type: task
        commands:
          # all
          - pip install x
          - python y.py
      `,
    ],
  ]),
  ...meant('wrong-type', 'Make the text one list item', [
    [
      yaml`
        type: task
        commands: |
          for i in a; do
            b
          done
        name: mine
      `,
      yaml`
        type: task
        commands:
          - |
            for i in a; do
              b
            done
        name: mine
      `,
    ],
    [
      yaml`
        type: task
        commands: >
          python x
          --lr 1
      `,
      yaml`
        type: task
        commands:
          - >
            python x
            --lr 1
      `,
    ],
  ]),
  ...meant('wrong-type', 'Add the space after each dash', [
    [
      yaml`
        type: task
        commands:
          -python train.py
          -echo done
      `,
      yaml`
        type: task
        commands:
          - python train.py
          - echo done
      `,
    ],
  ]),
  ...meant('wrong-type', 'Add the space after the dash', [
    [
      yaml`
        type: task
        commands:
          -|
            for i in a; do
              b $i

            done
      `,
      yaml`
        type: task
        commands:
          - |
            for i in a; do
              b $i

            done
      `,
    ],
    [
      yaml`
        type: task
        commands:
          ->-
            python x
            --lr 1
      `,
      yaml`
        type: task
        commands:
          - >-
            python x
            --lr 1
      `,
    ],
    [
      yaml`
        type: task
        commands:
          -|
            cat <<E
            - a
            E
        name: mine
      `,
      yaml`
        type: task
        commands:
          - |
            cat <<E
            - a
            E
        name: mine
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Add the space after the dash', [
    [
      yaml`
        type: task
        commands:
        -|
          python x \
            --lr 1
      `,
      yaml`
        type: task
        commands:
        - |
          python x \
            --lr 1
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - a
          -|
            python x
            ls
      `,
      yaml`
        type: task
        commands:
          - a
          - |
            python x
            ls
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Add the space after each dash', [
    [
      yaml`
        env:
          -A=1
          -B
      `,
      yaml`
        env:
          - A=1
          - B
      `,
    ],
    [
      yaml`
        files:
          -a.py
          -b.py
      `,
      yaml`
        files:
          - a.py
          - b.py
      `,
    ],
    [
      yaml`
        regions:
          -us-east-1
          -eu-west-1
      `,
      yaml`
        regions:
          - us-east-1
          - eu-west-1
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Add the space after the dash', [
    [
      yaml`
        files:
          -a.py
          - b.py
      `,
      yaml`
        files:
          - a.py
          - b.py
      `,
    ],
    ['regions:\n  -us-east-1\n', 'regions:\n  - us-east-1\n'],
  ]),
  ...ofTask('yaml-syntax', 'Add the space after the dash', [
    [
      yaml`
        files:
          - a.py
          -b.py # b
      `,
      yaml`
        files:
          - a.py
          - b.py # b
      `,
    ],
    [
      yaml`
        env:
          - A=1
          -B=2
          - C=3
      `,
      yaml`
        env:
          - A=1
          - B=2
          - C=3
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Make the line a list item', [
    [
      yaml`
        env:
          - A=1
          B=2
          - C=3
      `,
      yaml`
        env:
          - A=1
          - B=2
          - C=3
      `,
    ],
    [
      yaml`
        env:
        - A=1
        B=2
        - C=3
      `,
      yaml`
        env:
        - A=1
        - B=2
        - C=3
      `,
    ],
    [
      yaml`
        ports:
          - 80
          8080
      `,
      yaml`
        ports:
          - 80
          - 8080
      `,
    ],
    [
      yaml`
        volumes:
          - a:/a
          b-c:/b # c
      `,
      yaml`
        volumes:
          - a:/a
          - b-c:/b # c
      `,
    ],
    [
      yaml`
        regions:
          - us-east-1
          us-west-2
        name: mine
      `,
      yaml`
        regions:
          - us-east-1
          - us-west-2
        name: mine
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Add the space after each dash', [
    [
      yaml`
        type: task
        commands:
        -python train.py
        -echo done
      `,
      yaml`
        type: task
        commands:
        - python train.py
        - echo done
      `,
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
      yaml`
        type: task
        commands: ls
          pwd: a
        name: mine
      `,
      yaml`
        type: task
        commands:
          - ls
          - 'pwd: a'
        name: mine
      `,
    ],
  ]),
];
