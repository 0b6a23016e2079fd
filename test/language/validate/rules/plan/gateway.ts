import type { Table } from '../../../../support/check/rules';
import { yaml } from '../../../../support/yaml';

const of = (backend: string, rest: string) =>
  `type: gateway\nregion: r\nbackend: ${backend}\n${rest}`;

export const gateway: Table = {
  backend: {
    accepted: [
      of('azure', ''),
      of('kubernetes', 'domain: example.com\n'),
      of('gcp', 'public_ip: false\ncertificate: null\n'),
    ],
    refused: [
      `
type: gateway
region: r
backend: runpod
#        ^^^^^^ gateway-backend: Gateways are not supported for \`runpod\`
public_ip: false
load_balancer: {type: alb}
`,
      `
type: gateway
region: r
backend: azure
public_ip: false
#          ^^^^^ gateway-backend: Private gateways are not supported for \`azure\`
certificate: null
`,
      `
type: gateway
region: r
backend: azure
load_balancer: {type: alb}
#^^^^^^^^^^^^ gateway-backend: \`load_balancer\` is supported for \`aws\` and \`gcp\` only
`,
    ],
  },
  replicas: {
    accepted: [of('aws', 'replicas: 9\ncertificate: null\n')],
    refused: [],
    warned: [
      `
type: gateway
region: r
backend: aws
certificate: null
replicas: 10
#         ^^ server-limit: A gateway has at most 9 replicas
`,
    ],
  },
  certificate: {
    accepted: [
      of('aws', 'load_balancer: {type: alb}\ncertificate: {type: acm, arn: a}\n'),
      of('gcp', 'load_balancer: {type: alb}\ncertificate: {type: gcp-cm, name: a}\n'),
      of(
        'aws',
        yaml`
          load_balancer: {type: alb}
          certificate: null
          replicas: 2
        `,
      ),
      of(
        'aws',
        yaml`
          certificate: {type: acm, arn: a}
          replicas: 2
          public_ip: false
        `,
      ),
      of('aws', 'certificate: {type: lets-encrypt}\nreplicas: 1\n'),
    ],
    refused: [
      `
type: gateway
region: r
backend: aws
load_balancer: {type: alb}
#^^^^^^^^^^^^ certificate: With a load balancer of \`aws\`, \`certificate\` must be \`null\` or of the type \`acm\`, not \`lets-encrypt\`
`,
      `
type: gateway
region: r
backend: gcp
load_balancer: {type: alb}
certificate: {type: acm, arn: a}
#                   ^^^ certificate: With a load balancer of \`gcp\`
`,
      `
type: gateway
region: r
backend: aws
public_ip: false
#^^^^^^^^ certificate: A private gateway cannot have a certificate of Let's Encrypt, which is the default: use \`certificate: null\` or \`acm\`
`,
      `
type: gateway
region: r
backend: gcp
certificate: {type: acm, arn: a}
#                   ^^^ certificate: A certificate of the type \`acm\` is supported for \`aws\` only
`,
      `
type: gateway
region: r
backend: azure
certificate: {type: gcp-cm, name: a}
#                   ^^^^^^ certificate: A certificate of the type \`gcp-cm\` is supported for \`gcp\` only
`,
      `
type: gateway
region: r
backend: gcp
certificate: {type: gcp-cm, name: a}
#                   ^^^^^^ certificate: A certificate of the type \`gcp-cm\` requires a load balancer
`,
      `
type: gateway
region: r
backend: kubernetes
replicas: 2
#^^^^^^^ certificate: Several replicas cannot share a certificate of Let's Encrypt, which is the default: use \`certificate: null\`.
`,
      `
type: gateway
region: r
backend: aws
certificate:
  type: lets-encrypt
#       ^^^^^^^^^^^^ certificate: Several replicas
replicas: 2
`,
    ],
  },
};
