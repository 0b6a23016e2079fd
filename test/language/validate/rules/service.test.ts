import { testRules } from '../../../support/check/rules';

const scaling = 'scaling: {metric: rps, target: 1}';

testRules({
  'replicas or groups': {
    accepted: [
      'type: service\nport: 80\nreplicas: 2\ngroups: null\ncommands: [a]\n',
      'type: service\nport: 80\nreplicas: null\ngroups: [{replicas: 1, commands: [a]}]\n',
      'type: service\nport: 80\nreplicas: [{replicas: 1, commands: [a]}]\ngroups: null\n',
    ],
    refused: [
      `
type: service
port: 80
replicas: 1..4
#^^^^^^^ conflicting-properties: \`replicas\` and \`groups\` are mutually exclusive
${scaling}
groups:
  - replicas: 1
    commands: [a]
`,
      `
type: service
port: 80
replicas: [{replicas: 1, commands: [a]}]
#^^^^^^^ conflicting-properties
groups: [{replicas: 1, commands: [a]}]
`,
    ],
  },
  'replica range': {
    accepted: [
      `type: service\nport: 80\ncommands: [a]\nreplicas: 0..2\n${scaling}\n`,
      `type: service\nport: 80\ncommands: [a]\nreplicas: ..2\n${scaling}\n`,
      'type: service\nport: 80\ncommands: [a]\nreplicas: 0\n',
      'type: service\nport: 80\ncommands: [a]\nreplicas: {max: 0}\n',
      'type: service\nport: 80\ncommands: [a]\nreplicas: "2"\n',
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
replicas: 1..
#         ^^^ unbounded-replicas: The maximum number of replicas is required: write \`1..N\`
`,
      `
type: service
port: 80
commands: [a]
replicas: -1
#         ^^ out-of-range: \`replicas\` must be at least 0
`,
      `
type: service
port: 80
commands: [a]
replicas: {min: 4, max: 2}
#                       ^ range: \`max\` must not be less than \`min\`
${scaling}
`,
      `
type: service
port: 80
groups:
  - count: 1..
#          ^^^ unbounded-replicas
    commands: [a]
`,
      `
type: service
port: 80
commands: [a]
replicas: {}
#^^^^^^^ range: A range needs at least one of \`min\` and \`max\`
`,
    ],
  },
  scaling: {
    accepted: [
      `type: service\nport: 80\ncommands: [a]\nreplicas: {max: 2}\n${scaling}\n`,
      'type: service\nport: 80\ncommands: [a]\nreplicas: 2..2\n',
      `type: service\nport: 80\ngroups: [{commands: [a], replicas: 1..2, ${scaling}}]\n`,
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
replicas: 1..2
#         ^^^^ range-without-scaling: When you set \`replicas\` to a range
`,
      `
type: service
port: 80
commands: [a]
replicas: 2
${scaling}
#^^^^^^ scaling-without-range: To use \`scaling\`, \`replicas\` must be set to a range
`,
      `
type: service
port: 80
groups:
  - commands: [a]
    count: ..2
#          ^^^ range-without-scaling
`,
      `
type: service
port: 80
groups:
  - commands: [a]
    replicas: 2
    ${scaling}
#   ^^^^^^^ scaling-without-range
`,
      `
type: service
port: 80
commands: [a]
replicas: 1..2
scalin: {metric: rps, target: 1}
#^^^^^ unknown-key
`,
    ],
  },
  'group replicas': {
    accepted: [
      'type: service\nport: 80\ngroups: [{count: 1, replicas: 2, commands: [a]}]\n',
      // Beside `replicas` nobody reads `count`.
      'type: service\nport: 80\ngroups: [{count: {a: b}, replicas: 2, commands: [a]}]\n',
      'type: service\nport: 80\ngroups: [{count: 3.., replicas: 2, commands: [a]}]\n',
    ],
    refused: [
      `
type: service
port: 80
groups:
  - commands: [a]
#   ^^^^^^^^ missing-key: \`replicas\` is missing
`,
      `
type: service
port: 80
groups:
  - commands: [a]
    replica: 1
#   ^^^^^^^ unknown-key
`,
      `
type: service
port: 80
groups:
  - commands: [a]
    count: x
    replicas: null
#             ^^^^ wrong-type
`,
    ],
  },
  'privileged docker': {
    accepted: [
      'type: service\nport: 80\ngroups: [{replicas: 1, commands: [a], docker: true, privileged: true}]\n',
      'type: service\nport: 80\ngroups: [{replicas: 1, commands: [a], docker: false, privileged: false}]\n',
      'type: service\nport: 80\ncommands: [a]\ndocker: true\nprivileged: false\n',
    ],
    refused: [
      `
type: service
port: 80
groups:
  - replicas: 1
    commands: [a]
    privileged: false
#   ^^^^^^^^^^ conflicting-properties: \`privileged: false\` is incompatible with \`docker: true\`
    docker: "true"
`,
    ],
  },
  'bursts that fit in 64 bits': {
    accepted: [
      'type: service\nport: 80\ncommands: [a]\nrate_limits: [{rps: 1, burst: 9223372036854775807}]\n',
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
rate_limits: [{rps: 1, burst: 9223372036854775808}]
#                             ^^^^^^^^^^^^^^^^^^^ out-of-range
`,
    ],
  },
  'unique prefixes': {
    accepted: [
      'type: service\nport: 80\ncommands: [a]\nrate_limits: [{rps: 1}, {rps: 1, prefix: /a}, {rps: 1, prefix: /a/}]\n',
      'type: service\nport: 80\ncommands: [a]\nrate_limits: []\n',
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
rate_limits:
  - rps: 1
  - prefix: /
#           ^ duplicate-entry: The prefix \`/\` is used more than once
    rps: 2
`,
      `
type: service
port: 80
commands: [a]
rate_limits:
  - {rps: 1, prefix: /a}
  - {rps: 1, prefix: "/a"}
#                    ^^^^ duplicate-entry
  - {rps: 1}
`,
    ],
  },
  'unique probes': {
    accepted: [
      'type: service\nport: 80\ncommands: [a]\nprobes: [{type: http}, {type: http, url: /}]\n',
      'type: service\nport: 80\ncommands: [a]\nprobes: [{type: http, headers: [{name: a, value: b}]}, {type: http}]\n',
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
probes:
  - type: http
  - headers: []
    type: http
#   ^^^^^^^^^^ duplicate-entry: Probes must be unique
    url: null
`,
      `
type: service
port: 80
commands: [a]
probes:
  - {type: http, timeout: 1m, url: /a}
  - {type: http, url: /a, timeout: 60}
#    ^^^^^^^^^^ duplicate-entry
`,
    ],
  },
  'probe body': {
    accepted: [
      'type: service\nport: 80\ncommands: [a]\nprobes: [{type: http, body: a}]\n',
      'type: service\nport: 80\ncommands: [a]\nprobes: [{type: http, body: a, method: delete}]\n',
      'type: service\nport: 80\ncommands: [a]\nprobes: [{type: http, body: null, method: get}]\n',
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
probes:
  - type: http
    body: a
#   ^^^^ conflicting-properties: Cannot set \`body\` for the \`head\` method
    method: head
`,
    ],
  },
  'top-level properties': {
    accepted: [
      'type: service\nport: 80\ncommands: []\nscaling: null\ngroups: [{replicas: 1, commands: [a]}]\n',
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
#^^^^^^^ top-level-with-groups
groups: [{replicas: 1, commands: [a]}]
`,
      `
type: service
port: 80
commands: [a]
${scaling}
#^^^^^^ top-level-with-groups: \`scaling\` and \`commands\` cannot be set beside the groups in \`replicas\`: move them
replicas: [{replicas: 1, commands: [a]}]
`,
    ],
  },
  'one level': {
    accepted: [
      'type: service\nport: 80\ndocker: false\nprivileged: false\ngroups: [{replicas: 1, commands: [a], docker: true}]\n',
      'type: service\nport: 80\npython: "3.12"\ngroups: [{replicas: 1, commands: [a], nvcc: true}]\n',
      'type: service\nport: 80\nimage: ubuntu\ngroups: [{replicas: 1}, {replicas: 1, spot_policy: auto}]\n',
      'type: service\nport: 80\nimage: null\ngroups: [{replicas: 1, image: ubuntu, reservation: r}]\n',
    ],
    refused: [
      `
type: service
port: 80
image: ubuntu
#^^^^ set-at-two-levels: \`image\` is set for the service and in groups \`0\`, \`b\`
groups:
  - {replicas: 1, image: ubuntu}
  - {replicas: 1, name: b, image: debian}
`,
      `
type: service
port: 80
docker: true
#^^^^^ set-at-two-levels: \`docker\` is set for the service and in group
groups:
  - {replicas: 1, commands: [a], docker: false}
`,
      `
type: service
port: 80
spot_policy: spot
#^^^^^^^^^^ set-at-two-levels
reservation: r
#^^^^^^^^^^ set-at-two-levels
groups:
  - {replicas: 1, commands: [a], spot_policy: auto, reservation: q}
`,
      `
type: service
port: 80
image: ubuntu
#^^^^ set-at-two-levels: \`image\` of the service conflicts with \`python\` in group \`0\`
groups:
  - {replicas: 1, commands: [a], python: "3.12"}
`,
      `
type: service
port: 80
nvcc: true
#^^^ set-at-two-levels: \`nvcc\` of the service conflicts with \`image\`
groups:
  - {replicas: 1, image: a}
`,
    ],
  },
  'replica groups run something': {
    accepted: [
      'type: service\nport: 80\nimage: ""\ngroups: [{replicas: 1}]\n',
      'type: service\nport: 80\ngroups: [{replicas: 1, image: ""}]\n',
    ],
    refused: [
      `
type: service
port: 80
groups:
  - replicas: 1
#   ^^^^^^^^ nothing-to-run: Group \`0\` has nothing to run
`,
      `
type: service
port: 80
replicas:
  - replicas: 1
    image: a
  - name: b
#   ^^^^ nothing-to-run: Group \`b\`
    replicas: 1
`,
    ],
  },
  'one router': {
    accepted: [
      'type: service\nport: 80\ngroups: [{replicas: 1, commands: [a], router: {}}, {replicas: 2, commands: [a], router: null}]\n',
      'type: service\nport: 80\ngroups: [{count: 1..1, commands: [a], router: {type: smg}}]\n',
    ],
    refused: [
      `
type: service
port: 80
groups:
  - {replicas: 1, commands: [a], router: {}}
  - {replicas: 2, commands: [a], router: {type: smg}}
#                                ^^^^^^ several-routers: At most one group may specify \`router\`
`,
      `
type: service
port: 80
groups:
  - replicas: 2
#             ^ router-replicas: A group with \`router\` must have \`replicas: 1\`
    commands: [a]
    router: {type: dynamo}
`,
      `
type: service
port: 80
groups:
  - count: ..1
#          ^^^ router-replicas: A group with \`router\` must have \`count: 1\`
    commands: [a]
    ${scaling}
    router: {}
`,
    ],
  },
});
