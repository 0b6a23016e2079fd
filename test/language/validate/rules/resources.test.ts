import { testRules } from '../../../support/check/rules';
import { yaml } from '../../../support/yaml';

testRules({
  'range order': {
    accepted: [
      'type: dev-environment\nresources: {memory: {min: 8GB, max: 8}}\n',
      'type: dev-environment\nresources: {cpu: {count: {min: 2}}, disk: {size: {max: 1TB}}}\n',
      'type: dev-environment\nresources: {gpu: {memory: null, total_memory: {min: 512MB, max: 1GB}}}\n',
      yaml`
        type: fleet
        nodes: 1
        resources: {gpu: {count: {max: "2"}}}
      `,
    ],
    refused: [
      `
type: dev-environment
resources:
  memory: {min: 1TB, max: 64GB}
#                         ^^^^ range: \`max\` must not be less than \`min\`
`,
      `
type: dev-environment
resources:
  memory: {}
# ^^^^^^ range: A range needs at least one of \`min\` and \`max\`
`,
      `
type: fleet
nodes: 1
resources:
  gpu:
    count: {min: 4, max: 2}
#                        ^ range
    memory: {min: null}
#   ^^^^^^ range
`,
      `
type: task
groups:
  - commands: [a]
    resources: {disk: {size: {min: 2, max: 1}}}
#                                          ^ range
`,
      `
type: dev-environment
resources: {gpu: {memory: {mn: 24GB}}}
#                          ^^ unknown-key
`,
    ],
  },
  'requirements outside of the resources': {
    accepted: [
      yaml`
        type: task
        commands: [ls]
        resources: {gpu: A100, memory: 64GB}
      `,
    ],
    refused: [
      `
type: task
commands: [ls]
gpu: A100
#^^ unknown-key: \`gpu\` is not a property of a task. It belongs in \`resources\`.
`,
      `
type: service
port: 80
commands: [ls]
metric: rps
#^^^^^ unknown-key: \`metric\` is not a property of a service. It belongs in \`scaling\`.
`,
      `
type: task
commands: [ls]
resources: {gpu: A100, qqq: 1}
#                      ^^^ unknown-key: \`qqq\` is not a property of \`resources\`.
`,
    ],
  },
  'lists of a gpu': {
    accepted: [
      'type: dev-environment\nresources: {gpu: {name: [A100], compute_capability: [8, 6]}}\n',
      'type: task\ncommands: !!set {a, b}\n',
    ],
    refused: [
      `
type: fleet
nodes: 1
resources: {gpu: {name: !!set {A100}}}
#                 ^^^^ wrong-type: \`name\` must be a list, not a \`!!set\`
`,
      `
type: task
commands: [a]
resources: {gpu: {compute_capability: !!set {8, 6}}}
#                 ^^^^^^^^^^^^^^^^^^ wrong-type
`,
    ],
  },
  'form of the cpu': {
    accepted: [
      'type: dev-environment\nresources: {cpu: {}}\n',
      'type: dev-environment\nresources: {cpu: {min: 2}}\n',
      yaml`
        type: dev-environment
        image: ubuntu
        resources: {cpu: {arch: arm, count: 2..}}
      `,
    ],
    refused: [
      `
type: dev-environment
resources:
  cpu: {min: 2, arch: x86}
#       ^^^ conflicting-properties: \`min\` and \`arch\` are mutually exclusive
`,
      `
type: dev-environment
resources:
  cpu: {min: 4, max: 2}
#                    ^ range
`,
      `
type: dev-environment
resources:
  cpu: {max: null}
#       ^^^ range
`,
    ],
  },
});
