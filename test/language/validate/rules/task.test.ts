import { testRules } from '../../../support/check/rules';
import { yaml } from '../../../support/yaml';

testRules({
  'nodes or groups': {
    accepted: [
      yaml`
        type: task
        nodes: 2
        commands: [train]
      `,
      'type: task\ngroups: [{nodes: 2, commands: [train]}]\n',
      yaml`
        type: task
        nodes: null
        groups: [{commands: [train]}]
      `,
      yaml`
        type: task
        nodes: 2
        groups: null
        commands: [train]
      `,
    ],
    refused: [
      `
type: task
nodes: 2
#^^^^ conflicting-properties: \`nodes\` and \`groups\` are mutually exclusive
groups:
  - commands: [train]
`,
      // Which of the two is meant decides about the rest.
      `
type: task
commands: [train]
groups:
  - nodes: 2
nodes: 2
#^^^^ conflicting-properties
`,
    ],
  },
  'group names': {
    accepted: [
      'type: task\ngroups: [{commands: [a]}, {commands: [b]}]\n',
      'type: task\ngroups: [{name: a, commands: [a]}, {name: b, commands: [b]}]\n',
      'type: task\ngroups: [{name: "0", commands: [a]}, {name: "2", commands: [b]}]\n',
      yaml`
        type: service
        port: 80
        groups: [{name: a, replicas: 1, commands: [a]}, {replicas: 1, commands: [b]}]
      `,
    ],
    refused: [
      `
type: task
groups:
  - name: a
    commands: [a]
  - commands: [b]
  - name: a
#         ^ duplicate-entry: The group name \`a\` is used twice
    commands: [c]
`,
      `
type: task
groups:
  - name: "1"
    commands: [a]
  - commands: [b]
#   ^^^^^^^^ duplicate-entry: The group name \`1\` is used twice
`,
      `
type: service
port: 80
replicas:
  - {name: 1, count: 1, commands: [a]}
  - {count: 1, commands: [a]}
#    ^^^^^ duplicate-entry
`,
      `
type: service
port: 80
groups:
  - &g {name: a, replicas: 1, commands: [a]}
  - *g
#   ^^ duplicate-entry
`,
    ],
  },
  'top-level properties': {
    accepted: [
      yaml`
        type: task
        commands: []
        ports: []
        groups: [{commands: [a], ports: [80]}]
      `,
      yaml`
        type: task
        entrypoint: null
        resources: {gpu: 1}
        groups: [{commands: [a]}]
      `,
      yaml`
        type: task
        commands: [a]
        ports: [80]
        entrypoint: sh
        groups: null
      `,
    ],
    refused: [
      `
type: task
commands: [a]
#^^^^^^^ top-level-with-groups: \`commands\` cannot be set beside \`groups\`: move it into each group, or remove
groups:
  - commands: [a]
`,
      `
type: task
entrypoint: ""
#^^^^^^^^^ top-level-with-groups
groups: [{commands: [a]}]
`,
      `
type: task
ports: [80]
commands: [a]
#^^^^^^^ top-level-with-groups: \`commands\` and \`ports\` cannot be set beside \`groups\`: move them
groups: [{commands: [a]}]
`,
    ],
  },
  'node groups run something': {
    accepted: [
      yaml`
        type: task
        image: ubuntu
        groups: [{nodes: 2}, {commands: [a]}]
      `,
      yaml`
        type: task
        image: ""
        groups: [{nodes: 2}]
      `,
      'type: task\ngroups: [{commands: [""]}]\n',
    ],
    refused: [
      `
type: task
groups:
  - commands: [a]
  - name: workers
#   ^^^^ nothing-to-run: Group \`workers\` has nothing to run
    commands: []
`,
      `
type: task
image: null
groups:
  - nodes: 2
#   ^^^^^ nothing-to-run: Group \`0\`
  - nodes: 3
`,
      `
type: task
groups:
  - comands: [a]
#   ^^^^^^^ unknown-key
`,
    ],
  },
  'node groups': {
    accepted: ['type: task\ngroups: [{nodes: 1, commands: [a]}]\n'],
    refused: [
      `
type: task
groups: []
#^^^^^ wrong-length
`,
      `
type: task
groups:
  - nodes: 0
#          ^ out-of-range
    commands: [a]
`,
    ],
  },
});
