import type { Table } from '../../../../support/check/rules';

export const interpolation: Table = {
  commands: {
    accepted: [
      'type: task\ncommands: ["train ${{ run.args }}", "${{run.args}}", "echo $HOME ${X} $$ $", "a }} b"]\n',
      'type: task\ncommands: ["echo $${{ anything }}"]\n',
      'type: task\nnodes: 2\ncommands: ["ping ${{ groups[0].nodes[1].IP_ADDRESS }}"]\n',
      'type: service\nport: 80\ncommands: ["ping ${{ groups[0].replicas[0].IP_ADDRESS }}"]\n',
      'type: task\ngroups: [{commands: [a]}, {nodes: 3, commands: ["${{ groups[1].nodes[2].IP_ADDRESS }}"]}]\n',
    ],
    refused: [
      `
type: task
commands:
  - train \${{ run.arg }}
#             ^^^^^^^ unknown-reference: \`run.arg\` is not replaced here.
`,
      `
type: task
commands:
  - train \${{ env.MODEL }} \${{ RANK }}
#         ^^^^^^^^^^^^^^^^ unknown-reference: \`env.MODEL\` is not replaced in \`commands\`: the shell has the variable as \`$MODEL\`
#                          ^^^^^^^^^^^ expression: \`RANK\` is not replaced in \`commands\`
`,
      `
type: task
commands:
  - train \${{ run.args
#         ^^^ expression: This \`\${{\` is not closed
`,
      `
type: task
commands:
  - 'a \${{ }} \${{ secrets.my-token }}'
#      ^^^^^^ expression
#                 ^^^^^^^^^^^^^^^^ expression: \`secrets.my-token\` is not a name in an expression
`,
      // In a block of several lines as well.
      `
type: task
commands:
  - |
    echo start
    train \${{ env.MODEL }}
#         ^^^^^^^^^^^^^^^^ unknown-reference
`,
      // A dollar sign before it takes the protection of \`$$\` away.
      `
type: task
commands:
  - echo $HOME $\${{ x }}
#                   ^ expression
`,
      `
type: service
port: 80
groups:
  - replicas: 1
    commands: ['\${{ dstack.job_num }}']
#                   ^^^^^^^^^^^^^^ unknown-reference
`,
    ],
  },
  'references to groups': {
    accepted: [
      'type: service\nport: 80\ngroups: [{replicas: 2, commands: ["${{ groups[0].replicas[1].IP_ADDRESS }}"]}]\n',
      'type: dev-environment\ninit: ["${{ x }}"]\n',
    ],
    refused: [
      `
type: task
nodes: 2
commands:
  - ping \${{ groups[0].nodes[2].IP_ADDRESS }}
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-reference: \`groups[0]\` has 2 nodes for sure, counted from 0: \`nodes[2]\`
`,
      `
type: task
commands:
  - ping \${{ groups[1].nodes[0].IP_ADDRESS }}
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-reference: There is one group, counted from 0: \`groups[1]\`
`,
      `
type: task
commands:
  - ping \${{ groups[0].replicas[0].IP_ADDRESS }}
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-reference: The groups of a task have \`nodes\`, not \`replicas\`
`,
      `
type: task
commands:
  - ping \${{ groups[0].IP_ADDRESS }}
#            ^^^^^^^^^^^^^^^^^^^^ expression
`,
      // The server sees what the command line has made of \`$$\`.
      `
type: task
commands:
  - ping $\${{ groups[0].ip }}
#             ^^^^^^^^^^^^ expression: \`groups[0].ip\` is not the address
`,
      `
type: service
port: 80
groups:
  - replicas: 0..2
    scaling: {metric: rps, target: 1}
    commands: ['\${{ groups[0].replicas[0].IP_ADDRESS }}']
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-reference: \`groups[0]\` scales to zero
`,
      `
type: dev-environment
init:
  - ping \${{ groups[0].node[0].IP_ADDRESS }}
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expression
`,
    ],
  },
  env: {
    accepted: [
      'type: task\ncommands: [a]\nenv: ["A=${{ secrets.token }}", "B=$X ${Y}", "C"]\n',
      'type: task\ncommands: [a]\nenv: {A: "${{ secrets.token }}", B: {key: X}}\n',
    ],
    refused: [
      `
type: task
commands: [a]
env:
  - MASTER=\${{ groups[0].nodes[0].IP_ADDRESS }}
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ group-reference: \`groups[0].nodes[0].IP_ADDRESS\` can only be used in \`commands\`
`,
      `
type: dev-environment
env:
  A: 'x \${{ groups }}'
#           ^^^^^^ group-reference
`,
    ],
    warned: [
      `
type: task
commands: [a]
env:
  - A=\${{ env.B }}
#         ^^^^^ unknown-reference: \`env.B\` is not replaced here.
`,
      `
type: task
commands: [a]
env: {A: '\${{ B }}', C: '\${{'}
#             ^ expression
#                        ^^^ expression
`,
    ],
  },
  'registry credentials': {
    accepted: [
      'type: task\nimage: a\ncommands: [a]\nenv: [KEY]\nregistry_auth: {username: $oauthtoken, password: "${{ env.KEY }}"}\n',
      'type: task\nimage: a\ncommands: [a]\nenv: {KEY: x}\nregistry_auth: {username: "${{ secrets.user }}", password: "${{ env.KEY }}"}\n',
    ],
    refused: [
      `
type: task
image: a
commands: [a]
registry_auth:
  username: \${{ run.args }}
#               ^^^^^^^^ unknown-reference: \`run.args\` is not replaced here.
  password: \${{ KEY }}
#               ^^^ expression: \`KEY\` is not a name in an expression
`,
      `
type: task
image: a
commands: [a]
registry_auth: {username: me, password: '$\${{ env.A }}'}
#                                             ^^^^^ unknown-reference
`,
      `
type: dev-environment
image: a
user: root
resources: {cpu: 4}
registry_auth: {username: me, password: '$\${{ env.A }}'}
#                                             ^^^^^ unknown-reference
`,
      `
type: service
port: 80
user: root
groups: [{replicas: 1, image: a, resources: {cpu: arm:4}}]
registry_auth: {username: me, password: '$\${{ env.A }}'}
#                                             ^^^^^ unknown-reference
`,
    ],
    warned: [
      `
type: dev-environment
image: a
user: root
resources: {cpu: arm:4}
registry_auth: {username: me, password: '$\${{ env.A }}'}
#                                             ^^^^^ unknown-reference
`,
      `
type: task
image: a
commands: [a]
env: [OTHER]
registry_auth:
  username: me
  password: \${{ env.KEY }}
#               ^^^^^^^ unknown-reference: \`KEY\` is not in \`env\`: add it there, or pass it to each \`dstack apply\` with \`-e KEY=...\`.
`,
      `
type: task
commands: [a]
registry_auth: {username: me, password: '$\${{ key }}'}
#                                             ^^^ expression
`,
    ],
  },
  probes: {
    accepted: [
      'type: service\nport: 80\ncommands: [a]\nenv: [A=1]\nprobes: [{type: http, url: "/${{ env.A }}", method: post, body: "${{ env.A }}", headers: [{name: x, value: "${{ env.A }}"}]}]\n',
      'type: service\nport: 80\ncommands: [a]\nprobes: [{type: http, headers: [{name: x, value: "${{ secrets.a }}"}]}]\n',
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
probes:
  - type: http
    url: /\${{ run.args }}
#             ^^^^^^^^ unknown-reference
    headers:
      - name: Authorization
        value: Bearer \${{ TOKEN }}
#                         ^^^^^ expression
`,
    ],
    warned: [
      `
type: service
port: 80
commands: [a]
probes:
  - type: http
    method: post
    body: \${{ env.A }}
#             ^^^^^ unknown-reference: \`A\` is not in \`env\`
`,
    ],
  },
  'names of volumes': {
    accepted: [
      'type: task\nnodes: 2\ncommands: [a]\nvolumes: ["data-${{ dstack.node_rank }}:/data"]\n',
      'type: task\ncommands: [a]\nvolumes: [{name: ["a-${{ dstack.job_num }}", b1], path: /data}]\n',
    ],
    refused: [
      `
type: task
commands: [a]
volumes:
  - data-\${{ dstack.rank }}:/data
#            ^^^^^^^^^^^ unknown-reference
  - name: ['a-\${{ env.X }}']
#                 ^^^^^ unknown-reference
    path: /b
`,
    ],
  },
  'domain of a gateway': {
    accepted: [
      'type: gateway\nbackend: aws\nregion: r\ndomain: ${{ run.project_name }}.example.com\n',
    ],
    refused: [
      `
type: gateway
backend: aws
region: r
domain: \${{ run.project }}.example.com
#           ^^^^^^^^^^^ unknown-reference
`,
    ],
  },
};
