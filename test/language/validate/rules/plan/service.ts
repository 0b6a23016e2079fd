import type { Table } from '../../../../support/check/rules';
import { yaml } from '../../../../support/yaml';

const fixed = yaml`
  type: service
  port: 80
  commands: [a]
`;
const scaled = `${fixed}replicas: 0..2\nscaling: {metric: rps, target: 1}\n`;

export const service: Table = {
  'target of scaling': {
    accepted: [`${fixed}replicas: 0..2\nscaling: {metric: rps, target: 1e308}\n`],
    refused: [
      `
type: service
port: 80
commands: [a]
replicas: 0..2
scaling: {metric: rps, target: .inf}
#                              ^^^^ out-of-range: \`target\` must be finite
`,
      `
type: service
port: 80
groups:
  - commands: [a]
    replicas: 0..2
    scaling: {metric: rps, target: 1.0e+400}
#                                  ^^^^^^^^ out-of-range
`,
    ],
  },
  'schedule and zero replicas': {
    accepted: [
      `${fixed}schedule: {cron: 0 8 * * mon-fri}\n`,
      `${scaled}schedule: null\n`,
      yaml`
        type: service
        port: 80
        schedule: {cron: 0 8 * * *}
        groups: [{replicas: 0, commands: [a]}, {replicas: 1, commands: [a]}]
      `,
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
schedule: {cron: 0 8 * * *}
replicas: ..2
#         ^^^ scheduled-scale-to-zero: A service with a \`schedule\` cannot scale to zero
scaling: {metric: rps, target: 1}
`,
      `
type: service
port: 80
schedule: {cron: 0 8 * * *}
groups:
  - {count: 0, commands: [a]}
#           ^ scheduled-scale-to-zero
  - {replicas: 0, commands: [a]}
`,
    ],
  },
  'limits of probes': {
    accepted: [
      `${fixed}probes: [${Array.from({ length: 10 }, (_, i) => `{type: http, url: /${i}}`).join(', ')}]\n`,
      `${fixed}probes: [{type: http, timeout: 5m}]\n`,
    ],
    refused: [],
    warned: [
      `
type: service
port: 80
commands: [a]
probes:
${Array.from({ length: 10 }, (_, i) => `  - {type: http, url: /${i}}`).join('\n')}
  - url: /a
    type: http
#   ^^^^^^^^^^ server-limit: A service has at most 10 probes
  - {type: http, url: /b, timeout: 301}
#                                  ^^^ server-limit: \`timeout\` is at most \`5m\`
`,
    ],
  },
  'without a gateway': {
    accepted: [
      `${scaled}gateway: true\n`,
      `${scaled}rate_limits: [{rps: 1}]\nhttps: false\n`,
      `${fixed}gateway: false\nhttps: auto\nreplicas: 2..2\nrate_limits: []\n`,
      `${fixed}gateway: false\nhttps: true\n`,
    ],
    refused: [
      `
type: service
port: 80
commands: [a]
gateway: false
https: false
#^^^^ gateway-required: \`https: false\` is not supported without a gateway
replicas: 1..2
#         ^^^^ gateway-required: The number of replicas must be fixed without a gateway
scaling: {metric: rps, target: 1}
rate_limits: [{rps: 1}]
#^^^^^^^^^^ gateway-required: \`rate_limits\` are not supported
`,
      `
type: service
port: 80
gateway: 0
groups:
  - replicas: 1
    commands: [a]
  - replicas: 0..2
#             ^^^^ gateway-required
    commands: [a]
    scaling: {metric: rps, target: 1}
`,
    ],
  },
  'retry with a dynamo router': {
    accepted: [
      yaml`
        type: service
        port: 80
        groups: [{replicas: 1, commands: [a], router: {type: dynamo}}]
        retry: null
      `,
      yaml`
        type: service
        port: 80
        groups: [{replicas: 1, commands: [a], router: {type: smg}}]
        retry: true
      `,
    ],
    refused: [
      `
type: service
port: 80
groups:
  - replicas: 1
    commands: [a]
    router: {type: dynamo}
retry: false
#^^^^ conflicting-properties: \`retry\` cannot be set for a service with a \`dynamo\` router
`,
    ],
  },
  'scaling without replicas': {
    accepted: [scaled, `${fixed}scaling: null\n`],
    refused: [
      `
type: service
port: 80
commands: [a]
scaling: {metric: rps, target: 1}
#^^^^^^ scaling-without-range: To use \`scaling\`, set \`replicas\` to a range
`,
    ],
  },
};
