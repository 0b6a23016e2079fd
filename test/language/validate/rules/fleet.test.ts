import { testRules } from '../../../support/check/rules';
import { yaml } from '../../../support/yaml';

testRules({
  'fleet nodes': {
    accepted: [
      'type: fleet\nnodes: {}\n',
      'type: fleet\nnodes: {min: 1, target: 1, max: 1}\n',
      'type: fleet\nnodes: {min: null, target: 2, max: null}\n',
      'type: fleet\nnodes: {max: 0}\n',
      'type: fleet\nnodes: 1..\n',
    ],
    refused: [
      `
type: fleet
nodes:
  min: 2
  max: 1
#      ^ range: \`max\` must not be less than \`min\`, which is 2
`,
      `
type: fleet
nodes: {min: 0, target: 2, max: 1}
#                               ^ range: \`max\` must not be less than \`target\`
`,
      `
type: fleet
nodes: {target: -1}
#               ^^ range: \`target\` must not be less than \`min\`, which is 0
`,
      `
type: fleet
nodes: {min: 3, target: 2, max: 1}
#                       ^ range
`,
      `
type: fleet
nodes: {min: -1, max: 1}
#            ^^ out-of-range
`,
    ],
  },
  'backend options': {
    accepted: [
      yaml`
        type: fleet
        nodes: 1
        backend_options: [{type: vastai, min_score: 1}]
      `,
    ],
    refused: [
      `
type: fleet
nodes: 1
backend_options:
  - {}
  - type: vastai
#   ^^^^^^^^^^^^ duplicate-entry: \`backend_options\` contains a duplicate entry for \`vastai\`
`,
    ],
  },
});
