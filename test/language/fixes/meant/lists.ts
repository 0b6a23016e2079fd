import { meant, ofTask, together } from './row';
import { yaml } from '../../../support/yaml';

const EACH_LINE = 'Make each line a list item';

/** Lists without dashes, or without the space after them. */
export const LISTS = [
  ...meant('wrong-type', 'Convert to a list, with each name as `name`', [
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
  ...meant('unknown-key', 'Convert to a list, with each name as `name`', [
    [
      yaml`
        type: service
        port: 80
        image: x
        replicas:
          aa: # first
            count: 1
            commands: [x]
      `,
      yaml`
        type: service
        port: 80
        image: x
        replicas:
          - name: aa # first
            count: 1
            commands: [x]
      `,
    ],
  ]),
  ...meant('wrong-type', 'Convert to a list with an item each', [
    [
      yaml`
        type: fleet
        ssh_config:
          identity_file: k
          user: u
          hosts:
            hostname: 10.0.0.5
            port: 22
            # two
            hostname: 10.0.0.6 # six
      `,
      yaml`
        type: fleet
        ssh_config:
          identity_file: k
          user: u
          hosts:
            - hostname: 10.0.0.5
              port: 22
              # two
            - hostname: 10.0.0.6 # six
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Write `NAME: value`', [
    [
      yaml`
        tags:
          - key: team # t
            value: ml
          - key: cost
            value: "12"
      `,
      yaml`
        tags:
          team: ml # t
          cost: "12"
      `,
    ],
    [
      yaml`
        tags:
          - team=ml # a
          # bob
          - owner: bob
      `,
      yaml`
        tags:
          team: ml # a
          # bob
          owner: bob
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Remove the dashes', [
    [
      yaml`
        tags:
          - team: ml
            a: b
          - owner: bob
      `,
      yaml`
        tags:
          team: ml
          a: b
          owner: bob
      `,
    ],
    [
      yaml`
        image: x
        registry_auth:
        - username: me
        - password: abc # p
      `,
      yaml`
        image: x
        registry_auth:
          username: me
          password: abc # p
      `,
    ],
  ]),
  // A shell reads several lines as one command.
  ...meant('wrong-type', EACH_LINE, [
    [
      yaml`
        type: task
        commands:
          if [ -d data ]; then
            echo yes
          fi
          python x.py
      `,
      yaml`
        type: task
        commands:
          - |
            if [ -d data ]; then
              echo yes
            fi
          - python x.py
      `,
    ],
    [
      yaml`
        type: task
        commands:
          run() {
            python x
          }
          run
      `,
      yaml`
        type: task
        commands:
          - |
            run() {
              python x
            }
          - run
      `,
    ],
  ]),
  ...meant('yaml-syntax', EACH_LINE, [
    [
      yaml`
        type: task
        commands:
          for f in *.mp4; do
          ffmpeg -i $f # c
          done
          echo done
          cat > a.txt <<EOF
          x: 1
          EOF
          ls
      `,
      yaml`
        type: task
        commands:
          - |
            for f in *.mp4; do
            ffmpeg -i $f # c
            done
          - echo done
          - |
            cat > a.txt <<EOF
            x: 1
            EOF
          - ls
      `,
    ],
    [
      yaml`
        type: task
        commands:
        pip install x # x
        # two
        python y.py
        name: foo
      `,
      yaml`
        type: task
        commands:
        - pip install x # x
        # two
        - python y.py
        name: foo
      `,
    ],
    [
      yaml`
        type: service
        port: 80
        image: x
        replicas:
          - name: one
            count: 1
            commands:
            pip install x
            python y
      `,
      yaml`
        type: service
        port: 80
        image: x
        replicas:
          - name: one
            count: 1
            commands:
            - pip install x
            - python y
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', EACH_LINE, [
    ['env:\nA=1 # one\nB=2\n', 'env:\n- A=1 # one\n- B=2\n'],
    ['regions:\nus-east-1\neu-west-1\n', 'regions:\n- us-east-1\n- eu-west-1\n'],
  ]),
  ...together(
    2,
    meant('empty-value', 'Make an item of what belongs to `profiles`', [
      [
        yaml`
          profiles:
          # night
          name: a
          spot_policy: spot # s
        `,
        yaml`
          profiles:
            # night
            - name: a
              spot_policy: spot # s
        `,
      ],
    ]),
  ),
  ...meant('wrong-type', 'Add a space after the dash', [
    [
      yaml`
        type: service
        port: 80
        commands: [x]
        probes:
          -type: http
          url: /ready
      `,
      yaml`
        type: service
        port: 80
        commands: [x]
        probes:
          - type: http
            url: /ready
      `,
    ],
  ]),
  ...together(
    1,
    meant('unknown-key', 'Add a space after each dash', [
      [
        yaml`
          type: service
          port: 80
          image: x
          replicas:
            -name: one
            count: 1 # c
            -name: two
            count: 2
        `,
        yaml`
          type: service
          port: 80
          image: x
          replicas:
            - name: one
              count: 1 # c
            - name: two
              count: 2
        `,
      ],
    ]),
  ),
  ...meant('yaml-syntax', 'Add a space after each dash', [
    [
      yaml`
        type: fleet
        ssh_config:
          user: u
          identity_file: k
          hosts:
            -hostname: 10.0.0.1
             port: 22
            -hostname: 10.0.0.2
      `,
      yaml`
        type: fleet
        ssh_config:
          user: u
          identity_file: k
          hosts:
            - hostname: 10.0.0.1
              port: 22
            - hostname: 10.0.0.2
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Add a space after the dash', [
    [
      yaml`
        type: service
        port: 80
        replicas:
          -count: 1
           commands:
             - a
      `,
      yaml`
        type: service
        port: 80
        replicas:
          - count: 1
            commands:
              - a
      `,
    ],
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
  ...ofTask('wrong-type', 'Convert to a list with an item each', [
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
  ...meant('wrong-type', 'Convert to a list with an item each', [
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
  ...meant('wrong-type', 'Add a space after each dash', [
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
  ...meant('wrong-type', 'Add a space after the dash', [
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
  ...meant('yaml-syntax', 'Add a space after the dash', [
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
  ...ofTask('wrong-type', 'Add a space after each dash', [
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
  ...ofTask('wrong-type', 'Add a space after the dash', [
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
  ...ofTask('yaml-syntax', 'Add a space after the dash', [
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
  ...meant('yaml-syntax', 'Add a space after each dash', [
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
  // Bullets of other lists.
  ...meant('wrong-type', 'Make each line a list item', [
    [
      'type: task\ncommands:\n  1. pip install x\n  2. python y # c\n',
      'type: task\ncommands:\n  - pip install x\n  - python y # c\n',
    ],
    ['type: task\ncommands:\n  + ls\n  + pwd\n', 'type: task\ncommands:\n  - ls\n  - pwd\n'],
    [
      'type: task\ncommands:\n  1) cat <<EOF\n     x\n     EOF\n  2) ls\n',
      'type: task\ncommands:\n  - |\n    cat <<EOF\n    x\n    EOF\n  - ls\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Make each line a list item', [
    [
      'type: task\ncommands:\n  * pip install x\n  * python y\n',
      'type: task\ncommands:\n  - pip install x\n  - python y\n',
    ],
    [
      'type: task\nenv:\n  * A=1\n  * B=2\ncommands: [ls]\n',
      'type: task\nenv:\n  - A=1\n  - B=2\ncommands: [ls]\n',
    ],
  ]),
  ...meant('wrong-type', 'Make each line a list item', [
    [
      'type: task\ncommands:\n  -- pip install x\n  -- python y\n',
      'type: task\ncommands:\n  - pip install x\n  - python y\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Make the line a list item', [
    [
      'type: task\ncommands:\n  - pip install x\n  -- python y\n',
      'type: task\ncommands:\n  - pip install x\n  - python y\n',
    ],
  ]),
  ...meant('wrong-type', 'Make the line a list item', [
    ['type: task\ncommands:\n  --- ls\n', 'type: task\ncommands:\n  - ls\n'],
  ]),
];
