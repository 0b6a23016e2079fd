import type { Table } from '../../../../support/check/rules';
import { yaml } from '../../../../support/yaml';

const login = 'user: me, identity_file: ~/.ssh/id';

export const fleet: Table = {
  'kind of a fleet': {
    accepted: [
      'type: fleet\nnodes: 0..2\n',
      yaml`
        type: fleet
        nodes: null
        ssh_config: {hosts: []}
      `,
      yaml`
        type: fleet
        nodes: 1
        ssh_config: null
      `,
    ],
    refused: [
      `
type: fleet
#^^^^^^^^^^ fleet-kind: \`nodes\` is missing: say how many instances to create
name: my-fleet
`,
      `
type: fleet
nodes:
#^^^^ fleet-kind
`,
      `
type: fleet
nodes: 2
#^^^^ conflicting-properties: \`nodes\` and \`ssh_config\` are mutually exclusive
ssh_config: {hosts: []}
`,
      `
type: fleet
node: 2
#^^^ unknown-key
`,
    ],
  },
  'properties of backend fleets': {
    accepted: [
      yaml`
        type: fleet
        ssh_config: {hosts: []}
        blocks: 2
        placement: cluster
        env: [A=1]
        resources: null
        idle_duration: true
      `,
    ],
    refused: [
      `
type: fleet
ssh_config: {hosts: []}
resources: {}
#^^^^^^^^ unsupported-property: \`resources\`, \`retry\` and \`tags\` are not supported for an SSH fleet
retry: false
tags: {}
`,
      `
type: fleet
backends: [aws]
#^^^^^^^ unsupported-property: \`backends\` is not supported for an SSH fleet
ssh_config: {hosts: []}
`,
    ],
  },
  'variables of SSH fleets': {
    accepted: [
      yaml`
        type: fleet
        nodes: 1
        env: []
      `,
      yaml`
        type: fleet
        nodes: 1
        env: {}
      `,
    ],
    refused: [
      `
type: fleet
nodes: 1
env: [A]
#^^ unsupported-property: \`env\` is supported for SSH fleets only
`,
      `
type: fleet
env: {A: 1}
#^^ unsupported-property
nodes: 1
`,
    ],
  },
  'login of hosts': {
    accepted: [
      `type: fleet\nssh_config: {hosts: [a, {hostname: b}], ${login}}\n`,
      `type: fleet\nssh_config: {hosts: [{hostname: b, ${login}}]}\n`,
      'type: fleet\nssh_config: {user: me, hosts: [{hostname: b, identity_file: a}]}\n',
    ],
    refused: [
      `
type: fleet
ssh_config:
#^^^^^^^^^ missing-key: \`user\` is missing: every host needs one
  identity_file: ~/.ssh/id
  hosts: [a, b]
`,
      `
type: fleet
ssh_config:
  user: me
  hosts:
    - hostname: a
      identity_file: ~/.ssh/id
    - hostname: b
#               ^ missing-key: \`identity_file\` is missing for this host
    - c
`,
      // The command line reads the key from \`identity_file\` whatever stands here.
      `
type: fleet
ssh_config:
#^^^^^^^^^ missing-key: \`identity_file\` is missing
  user: me
  ssh_key: {public: a, private: b}
  hosts: [a]
`,
      `
type: fleet
ssh_config:
  users: me
# ^^^^^ unknown-key
  identity_file: ~/.ssh/id
  hosts: [a]
`,
    ],
  },
  'internal addresses': {
    accepted: [
      `type: fleet\nssh_config: {${login}, hosts: [{hostname: a, internal_ip: 10.0.0.1}, {hostname: b, internal_ip: 10.0.0.2}]}\n`,
      `type: fleet\nssh_config: {${login}, network: 10.0.0.0/8, hosts: [a, {hostname: b, internal_ip: null}]}\n`,
    ],
    refused: [
      `
type: fleet
ssh_config:
  user: me
  identity_file: ~/.ssh/id
  network: 10.0.0.0/8
  hosts:
    - {hostname: a, internal_ip: 10.0.0.1}
    - b
#     ^ internal-ip: \`internal_ip\` is missing for this host
    - c
`,
      `
type: fleet
ssh_config:
  user: me
  identity_file: ~/.ssh/id
  network: 10.0.0.0/8
# ^^^^^^^ conflicting-properties: \`network\` and \`internal_ip\` are mutually exclusive
  hosts:
    - {hostname: a, internal_ip: 10.0.0.1}
`,
    ],
  },
  'hosts twice': {
    accepted: [
      `type: fleet\nssh_config: {${login}, hosts: [{hostname: a, port: 22}, {hostname: a, port: 23}]}\n`,
    ],
    refused: [],
    warned: [
      `
type: fleet
ssh_config:
  user: me
  identity_file: ~/.ssh/id
  hosts:
    - a
    - hostname: a
#               ^ duplicate-entry: The host \`a:22\` is listed twice
      port: 22
`,
    ],
  },
};
