import { leaving, meant, ofTask } from './row';
import { yaml } from '../../../support/yaml';

/** What YAML cannot read. */
export const SYNTAX = [
  ...ofTask('yaml-syntax', 'Indent the line by 2 less', [
    // It does not become a part of the item above.
    [
      yaml`
        env:
          - A=1
          # two
            - B=2
      `,
      yaml`
        env:
          - A=1
          # two
          - B=2
      `,
    ],
    [
      yaml`
        ports:
          - 80
          # two
            - 81
      `,
      yaml`
        ports:
          - 80
          # two
          - 81
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Indent the line by 1 less', [
    [
      yaml`
        type: dev-environment
        init:
          - ls
         ide: vscode
      `,
      yaml`
        type: dev-environment
        init:
          - ls
        ide: vscode
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Add the colon', [
    ['type task\ncommands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    [
      yaml`
        type: task
        name foo-bar
        commands: [ls]
      `,
      yaml`
        type: task
        name: foo-bar
        commands: [ls]
      `,
    ],
    [
      yaml`
        type: task
        commands: [ls]
        resources:
          gpu:
            name A100
            count: 2
      `,
      yaml`
        type: task
        commands: [ls]
        resources:
          gpu:
            name: A100
            count: 2
      `,
    ],
    [
      yaml`
        type: fleet
        ssh_config:
          user: u
          hosts:
            - hostname 10.0.0.1
              user: x
              identity_file: k
      `,
      yaml`
        type: fleet
        ssh_config:
          user: u
          hosts:
            - hostname: 10.0.0.1
              user: x
              identity_file: k
      `,
    ],
    [
      yaml`
        type: fleet
        ssh_config:
          identity_file: k
          hosts:
            - hostname 10.0.0.1
              # by name

              user: x
      `,
      yaml`
        type: fleet
        ssh_config:
          identity_file: k
          hosts:
            - hostname: 10.0.0.1
              # by name

              user: x
      `,
    ],
    [
      yaml`
        profiles:
          - name foo
            fleets: [a-b]
      `,
      yaml`
        profiles:
          - name: foo
            fleets: [a-b]
      `,
    ],
    [
      yaml`
        profiles:
          - name: a
            fleets: [a-b]
          - name b
            fleets:
              - a-b
      `,
      yaml`
        profiles:
          - name: a
            fleets: [a-b]
          - name: b
            fleets:
              - a-b
      `,
    ],
    [
      yaml`
        type: service
        port: 80
        commands: [a]
        probes:
          - type http # ours
            url: /x
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        probes:
          - type: http # ours
            url: /x
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Add the colons', [
    [
      yaml`
        type: fleet
        ssh_config:
          identity_file: k
          hosts:
            - hostname 10.0.0.1
              port 22
              user: x
      `,
      yaml`
        type: fleet
        ssh_config:
          identity_file: k
          hosts:
            - hostname: 10.0.0.1
              port: 22
              user: x
      `,
    ],
  ]),
  // What a command goes on with is no property.
  ...meant('yaml-syntax', 'Indent the line by 4 less', [
    [
      yaml`
        type: task
        commands:
          - python train.py
            ports: [80]
      `,
      yaml`
        type: task
        commands:
          - python train.py
        ports: [80]
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Put `spot_policy` on a line of its own', [
    [
      'resources:\n  gpu: 24GB  spot_policy: auto\n',
      yaml`
        resources:
          gpu: 24GB
        spot_policy: auto
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Put `shm_size` on a line of its own', [
    [
      'resources:\n  gpu: 24GB shm_size: 24GB # shared\n',
      yaml`
        resources:
          gpu: 24GB
          shm_size: 24GB # shared
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Put `env` on a line of its own', [
    [
      yaml`
        resources:
          gpu:
            count: 2  env:
            - A=1
        name: a-b
      `,
      yaml`
        resources:
          gpu:
            count: 2
        env:
            - A=1
        name: a-b
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Put each property on a line of its own', [
    [
      'nodes: 2 name: foo-bar image: x\n',
      yaml`
        nodes: 2
        name: foo-bar
        image: x
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Put `commands` on a line of its own', [
    ['type: task commands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    [
      'type: task commands:\n  - ls\n',
      yaml`
        type: task
        commands:
          - ls
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Put `url` on a line of its own', [
    [
      yaml`
        type: service
        port: 80
        commands: [a]
        probes:
          - type: http url: /x
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        probes:
          - type: http
            url: /x
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Add a space after the dash', [
    [
      yaml`
        type: fleet
        ssh_config:
          user: a
          identity_file: b
          hosts:
            - 1.2.3.4
            -1.2.3.5
      `,
      yaml`
        type: fleet
        ssh_config:
          user: a
          identity_file: b
          hosts:
            - 1.2.3.4
            - 1.2.3.5
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Move the comment above', [
    [
      yaml`
        type: task
        commands:
          - python y.py # run
            --lr 1
      `,
      yaml`
        type: task
        commands:
          # run
          - python y.py
            --lr 1
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - ls
          - python y.py
            # the rate
            --lr 1
          - ls
      `,
      yaml`
        type: task
        commands:
          - ls
          # the rate
          - python y.py
            --lr 1
          - ls
      `,
    ],
    [
      yaml`
        type: dev-environment
        ide: vscode
        init:
        - a # run
          b
        - c
      `,
      yaml`
        type: dev-environment
        ide: vscode
        init:
        # run
        - a
          b
        - c
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Move the comment above', [
    [
      yaml`
        env:
          - A=1 # one
            2
      `,
      yaml`
        env:
          # one
          - A=1
            2
      `,
    ],
    [
      'entrypoint: python x # run\n  --lr 1\n',
      yaml`
        # run
        entrypoint: python x
          --lr 1
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Add the missing `"`', [
    [
      yaml`
        type: task
        commands: [ls, "a b]
        name: foo
      `,
      yaml`
        type: task
        commands: [ls, "a b"]
        name: foo
      `,
    ],
    [
      yaml`
        type: task
        commands: [ls, "a b] # x
        name: foo
      `,
      yaml`
        type: task
        commands: [ls, "a b"] # x
        name: foo
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Add the missing `]`', [
    [
      yaml`
        type: task
        commands: [ls, pwd # x
        name: foo
      `,
      yaml`
        type: task
        commands: [ls, pwd] # x
        name: foo
      `,
    ],
  ]),
  ...leaving(
    ['unknown-key', 'unknown-key'],
    meant('yaml-syntax', 'Add the colon', [
      [
        yaml`
          type task
          name: foo
          commands: [a]
          spotpolicy: spot
          resource:
            gpu: 1
        `,
        yaml`
          type: task
          name: foo
          commands: [a]
          spotpolicy: spot
          resource:
            gpu: 1
        `,
      ],
    ]),
  ),
  ...meant('yaml-syntax', 'Add a space after the colon', [
    [
      yaml`
        type: fleet
        ssh_config:
          user: u
          identity_file: k
          hosts:
            - hostname:10.0.0.1
              port: 22
      `,
      yaml`
        type: fleet
        ssh_config:
          user: u
          identity_file: k
          hosts:
            - hostname: 10.0.0.1
              port: 22
      `,
    ],
  ]),
  ...meant('yaml-syntax', 'Put it in quotes', [
    ['type: task\ncommands: [%env, ls, "@x"]\n', `type: task\ncommands: ['%env', ls, "@x"]\n`],
    ['type: task\ncommands: [ls, @x, %y]\n', "type: task\ncommands: [ls, '@x', '%y']\n"],
    ['type: task\ncommands:\n  - `date` # now\n', "type: task\ncommands:\n  - '`date`' # now\n"],
    [
      yaml`
        type: task
        commands:
          - @run x
          - ls
      `,
      yaml`
        type: task
        commands:
          - '@run x'
          - ls
      `,
    ],
  ]),
  ...leaving(
    ['yaml-syntax'],
    meant('yaml-syntax', 'Put it in quotes', [
      [
        yaml`
          type: task
          commands:
            - %env
            - %cd
        `,
        yaml`
          type: task
          commands:
            - '%env'
            - %cd
        `,
      ],
      [
        yaml`
          type: task
          commands:
            - @a
            - ls
          name: b: c
        `,
        yaml`
          type: task
          commands:
            - '@a'
            - ls
          name: b: c
        `,
      ],
    ]),
  ),

  ...meant('yaml-tag', 'Put it in quotes', [
    [
      yaml`
        type: task
        commands:
          - !ls
      `,
      yaml`
        type: task
        commands:
          - '!ls'
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - a
          - !pip install x # x
      `,
      yaml`
        type: task
        commands:
          - a
          - '!pip install x' # x
      `,
    ],
    [
      yaml`
        type: dev-environment
        ide: vscode
        init:
        - !ls
      `,
      yaml`
        type: dev-environment
        ide: vscode
        init:
        - '!ls'
      `,
    ],
  ]),
  ...meant('unknown-alias', 'Put it in quotes', [
    [
      yaml`
        type: task
        commands:
          - *x
      `,
      yaml`
        type: task
        commands:
          - "*x"
      `,
    ],
  ]),
  ...ofTask('yaml-syntax', 'Change `=` to a colon', [
    ['max_price = 2\n', 'max_price: 2\n'],
    ['resources:\n  gpu = A100:2\n  memory: 64GB\n', 'resources:\n  gpu: A100:2\n  memory: 64GB\n'],
  ]),
  ...meant('yaml-syntax', 'Change `=` to a colon', [
    ['type = task\ncommands: [ls]\n', 'type: task\ncommands: [ls]\n'],
    ['type: task\nname=train\ncommands: [ls]\n', 'type: task\nname: train\ncommands: [ls]\n'],
    [
      'type: task\ncommands:\n  - ls\nmax_price=2\n',
      'type: task\ncommands:\n  - ls\nmax_price: 2\n',
    ],
  ]),
  ...ofTask('unknown-key', 'Change `=` to a colon', [
    ['resources: {gpu=A100, memory: 64GB}\n', 'resources: {gpu: A100, memory: 64GB}\n'],
    ['resources: {memory: 64GB, cpu = 4}\n', 'resources: {memory: 64GB, cpu: 4}\n'],
  ]),
  ...ofTask('empty-value', 'Change `=` to a colon', [
    ['env: {A=1, B: 2}\n', 'env: {A: 1, B: 2}\n'],
  ]),
  ...ofTask('yaml-syntax', 'Put it in quotes', [
    ['env:\n  A: 1\n  MSG: hello: world\n', "env:\n  A: 1\n  MSG: 'hello: world'\n"],
    ['env:\n  MSG: hello: world\n', "env:\n  MSG: 'hello: world'\n"],
  ]),
  ...ofTask('yaml-syntax', "Write `'GREETING=hello: world'`", [
    ['env:\n  - A=1\n  - GREETING: hello: world\n', "env:\n  - A=1\n  - 'GREETING=hello: world'\n"],
    ['env:\n- GREETING: hello: world\n', "env:\n- 'GREETING=hello: world'\n"],
  ]),
  ...ofTask('yaml-syntax', 'Add the missing `,`', [
    ['env: {A: 1 B: 2}\n', 'env: {A: 1, B: 2}\n'],
    ['env: ["A=1" "B=2"]\n', 'env: ["A=1", "B=2"]\n'],
    ['env: {\n  A: 1\n  B: 2\n}\n', 'env: {\n  A: 1,\n  B: 2\n}\n'],
    ['resources: {gpu: A100:80GB memory: 8GB}\n', 'resources: {gpu: A100:80GB, memory: 8GB}\n'],
    [
      'registry_auth: {username: "a" password: b}\nimage: a\n',
      'registry_auth: {username: "a", password: b}\nimage: a\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Write the command as a block, after `|`', [
    [
      yaml`
        type: task
        commands:
          - cat <<EOF > a.yml
            key: value
            other: 2
            EOF
          - python a.py
      `,
      yaml`
        type: task
        commands:
          - |
            cat <<EOF > a.yml
            key: value
            other: 2
            EOF
          - python a.py
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - echo hi
          - cat > conf.yml <<"EOF"
              # a comment
              a: 1

              b:
                c: 2
            EOF
      `,
      yaml`
        type: task
        commands:
          - echo hi
          - |
            cat > conf.yml <<"EOF"
              # a comment
              a: 1

              b:
                c: 2
            EOF
      `,
    ],
    [
      'type: task\ncommands:\n- for i in 1 2; do\n    echo "a: $i"\n    echo b: $i\n  done\n- python a.py\n',
      'type: task\ncommands:\n- |\n  for i in 1 2; do\n    echo "a: $i"\n    echo b: $i\n  done\n- python a.py\n',
    ],
    [
      'type: task\ncommands:\n  - cat <<E > a\n      k: 1\n      E\n',
      'type: task\ncommands:\n  - |\n    cat <<E > a\n    k: 1\n    E\n',
    ],
  ]),
  // What comes after a block does not become a part of it.
  ...meant('yaml-syntax', 'Put it in quotes', [
    [
      'type: task\ncommands:\n  - |\n    a\n  - [ -f a ] && ls\n',
      "type: task\ncommands:\n  - |\n    a\n  - '[ -f a ] && ls'\n",
    ],
    [
      'type: task\ncommands:\n  - |\n    a\n  - echo x: y: z\n  - ls\n',
      "type: task\ncommands:\n  - |\n    a\n  - 'echo x: y: z'\n  - ls\n",
    ],
    [
      'type: task\ncommands:\n  - |\n    a\n  - `date`\n',
      "type: task\ncommands:\n  - |\n    a\n  - '`date`'\n",
    ],
  ]),
  ...meant('yaml-syntax', 'Add the missing `]`', [
    [
      'type: task\ncommands:\n  - |\n    a\nports: [80\n',
      'type: task\ncommands:\n  - |\n    a\nports: [80]\n',
    ],
  ]),
  ...meant('yaml-syntax', 'Write the command as a block, after `|`', [
    [
      'type: task\ncommands:\n  - cat <<EOF > a.yml\n    a: b # note\n    EOF\n',
      'type: task\ncommands:\n  - |\n    cat <<EOF > a.yml\n    a: b # note\n    EOF\n',
    ],
    [
      'type: task\ncommands:\n  - for i in 1; do # loop\n    echo a: b # inner\n    done\n',
      'type: task\ncommands:\n  - |\n    for i in 1; do # loop\n    echo a: b # inner\n    done\n',
    ],
    [
      'type: task\ncommands:\n  - cat <<EOF > a.json\n    {\n      "a": 1,\n      "b": 2\n    }\n    EOF\n  - ls\n',
      'type: task\ncommands:\n  - |\n    cat <<EOF > a.json\n    {\n      "a": 1,\n      "b": 2\n    }\n    EOF\n  - ls\n',
    ],
    [
      'type: task\ncommands:\n  - for i in a; do\n      for j in b; do\n        echo a: $i\n      done\n    done\n',
      'type: task\ncommands:\n  - |\n    for i in a; do\n      for j in b; do\n        echo a: $i\n      done\n    done\n',
    ],
  ]),
  ...ofTask('yaml-syntax', 'Add the 2 missing commas', [
    ['env: {A: 1 B: 2 C: 3}\n', 'env: {A: 1, B: 2, C: 3}\n'],
    ['env: ["A=1" "B=2" "C=3"]\n', 'env: ["A=1", "B=2", "C=3"]\n'],
    [
      'volumes: [{name: abc path: /b},\n  {name: cde path: /d}]\n',
      'volumes: [{name: abc, path: /b},\n  {name: cde, path: /d}]\n',
    ],
  ]),
  ...ofTask('yaml-syntax', 'Add the 3 missing commas', [
    [
      'resources: {gpu: {name: A100 count: 2 memory: 80GB} cpu: 4}\n',
      'resources: {gpu: {name: A100, count: 2, memory: 80GB}, cpu: 4}\n',
    ],
  ]),
  ...ofTask('yaml-syntax', 'Add the missing `,`', [
    ['env: {A: 1,\n  B: 2\n  C: 3}\n', 'env: {A: 1,\n  B: 2,\n  C: 3}\n'],
  ]),
];
