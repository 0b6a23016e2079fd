import { testRules } from '../../../support/check/rules';
import { yaml } from '../../../support/yaml';

const scaling = 'scaling: {metric: rps, target: 1}';

testRules({
  'replicas or groups': {
    accepted: [
      yaml`
        type: service
        port: 80
        replicas: 2
        groups: null
        commands: [a]
      `,
      yaml`
        type: service
        port: 80
        replicas: null
        groups: [{replicas: 1, commands: [a]}]
      `,
      yaml`
        type: service
        port: 80
        replicas: [{replicas: 1, commands: [a]}]
        groups: null
      `,
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
      yaml`
        type: service
        port: 80
        commands: [a]
        replicas: 0
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        replicas: {max: 0}
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        replicas: "2"
      `,
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
      yaml`
        type: service
        port: 80
        commands: [a]
        replicas: 2..2
      `,
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
      yaml`
        type: service
        port: 80
        groups: [{count: 1, replicas: 2, commands: [a]}]
      `,
      // Beside `replicas` nobody reads `count`.
      yaml`
        type: service
        port: 80
        groups: [{count: {a: b}, replicas: 2, commands: [a]}]
      `,
      yaml`
        type: service
        port: 80
        groups: [{count: 3.., replicas: 2, commands: [a]}]
      `,
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
      yaml`
        type: service
        port: 80
        groups: [{replicas: 1, commands: [a], docker: true, privileged: true}]
      `,
      yaml`
        type: service
        port: 80
        groups: [{replicas: 1, commands: [a], docker: false, privileged: false}]
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        docker: true
        privileged: false
      `,
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
      yaml`
        type: service
        port: 80
        commands: [a]
        rate_limits: [{rps: 1, burst: 9223372036854775807}]
      `,
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
      yaml`
        type: service
        port: 80
        commands: [a]
        rate_limits: [{rps: 1}, {rps: 1, prefix: /a}, {rps: 1, prefix: /a/}]
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        rate_limits: []
      `,
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
      yaml`
        type: service
        port: 80
        commands: [a]
        probes: [{type: http}, {type: http, url: /}]
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        probes: [{type: http, headers: [{name: a, value: b}]}, {type: http}]
      `,
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
      yaml`
        type: service
        port: 80
        commands: [a]
        probes: [{type: http, body: a}]
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        probes: [{type: http, body: a, method: delete}]
      `,
      yaml`
        type: service
        port: 80
        commands: [a]
        probes: [{type: http, body: null, method: get}]
      `,
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
      yaml`
        type: service
        port: 80
        commands: []
        scaling: null
        groups: [{replicas: 1, commands: [a]}]
      `,
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
      yaml`
        type: service
        port: 80
        docker: false
        privileged: false
        groups: [{replicas: 1, commands: [a], docker: true}]
      `,
      yaml`
        type: service
        port: 80
        python: "3.12"
        groups: [{replicas: 1, commands: [a], nvcc: true}]
      `,
      yaml`
        type: service
        port: 80
        image: ubuntu
        groups: [{replicas: 1}, {replicas: 1, spot_policy: auto}]
      `,
      yaml`
        type: service
        port: 80
        image: null
        groups: [{replicas: 1, image: ubuntu, reservation: r}]
      `,
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
      yaml`
        type: service
        port: 80
        image: ""
        groups: [{replicas: 1}]
      `,
      yaml`
        type: service
        port: 80
        groups: [{replicas: 1, image: ""}]
      `,
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
      yaml`
        type: service
        port: 80
        groups: [{replicas: 1, commands: [a], router: {}}, {replicas: 2, commands: [a], router: null}]
      `,
      yaml`
        type: service
        port: 80
        groups: [{count: 1..1, commands: [a], router: {type: smg}}]
      `,
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
