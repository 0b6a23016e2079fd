import { testRules } from '../../../support/check/rules';

testRules({
  'instance selector': {
    accepted: [
      'type: dev-environment\ninstances: [a, {name: a}, {hostname: a}, {fleet: a, instance: 0}]\n',
      'profiles: [{instances: [{fleet: p/a, instance: 0}]}]\n',
    ],
    refused: [
      `
type: dev-environment
instances: [{}]
#           ^^ missing-key: \`name\` or \`hostname\` or \`fleet\` and \`instance\` is missing
`,
      `
profiles:
  - instances:
      - fleet: a
#       ^^^^^ missing-key: \`instance\` is missing
`,
      `
type: task
commands: [a]
instances:
  - name: a
    hostname: b
#   ^^^^^^^^ conflicting-properties: \`hostname\` and \`name\` are mutually exclusive
`,
      `
type: dev-environment
instances: [{fleet: a, instance: 0, name: b}]
#                                   ^^^^ conflicting-properties
`,
    ],
  },
  'backend options': {
    accepted: ['profiles: [{backend_options: [{}]}, {backend_options: [{}]}]\n'],
    refused: [
      `
profiles:
  - backend_options: [{}, {min_score: 1}]
#                          ^^^^^^^^^ duplicate-entry
`,
    ],
  },
});
