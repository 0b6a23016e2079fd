import { testRules } from '../../../support/check/rules';
import { yaml } from '../../../support/yaml';

testRules({
  'something to run': {
    accepted: [
      'type: task\ncommands: [train]\n',
      'type: task\nimage: ubuntu\n',
      'type: task\ncommands: [""]\n',
      'type: dev-environment\n',
      yaml`
        type: service
        port: 80
        image: ubuntu
        commands: []
      `,
      'type: task\ngroups: [{commands: [train]}]\n',
      yaml`
        type: service
        port: 80
        replicas: [{commands: [serve], count: 1}]
      `,
    ],
    refused: [
      `
type: task
#^^^^^^^^^ nothing-to-run: Either \`commands\` or \`image\` must be set
`,
      `
type: task
image: ""
commands: []
#^^^^^^^ nothing-to-run
`,
      `
type: service
#^^^^^^^^^^^^ nothing-to-run
port: 80
image: null
groups: null
`,
      // What is missing stands there, only not as it should.
      `
type: task
comands: [train]
#^^^^^^ unknown-key
`,
      `
type: task
commands:
#^^^^^^^ empty-value
`,
    ],
  },
  'unique variables': {
    accepted: [
      'type: dev-environment\nenv: [A, B=1, "C="]\n',
      'type: dev-environment\nenv: [A=1, a=1, AA=1, "B=A=1"]\n',
      'type: dev-environment\nenv: {A: 1, B: 1}\n',
      yaml`
        type: fleet
        ssh_config: {user: me, identity_file: ~/.ssh/id_rsa, hosts: [a]}
        env: [A=1]
      `,
      yaml`
        type: preset
        base: m
        env: [A]
        min_context_length: 8
        max_ttft: 8
        trials: 1
        concurrency: 1
      `,
    ],
    refused: [
      `
type: dev-environment
env:
  - A
  - B=1
  - A=1
#   ^ duplicate-entry: \`A\` is set twice
`,
      `
type: dev-environment
env: ["A=", "A=1"]
#            ^ duplicate-entry
`,
      `
type: fleet
ssh_config: {user: me, identity_file: ~/.ssh/id_rsa, hosts: [a]}
env: [HOST=a, HOST=b, HOST]
#             ^^^^ duplicate-entry
#                     ^^^^ duplicate-entry
`,
      `
type: preset
base: m
env: [TOKEN, TOKEN]
#            ^^^^^ duplicate-entry
min_context_length: 8
max_ttft: 8
trials: 1
concurrency: 1
`,
      `
type: dev-environment
env: [&a TOKEN, *a]
#               ^^ duplicate-entry
`,
    ],
  },
  'mount point': {
    accepted: [
      'type: dev-environment\nvolumes: [{name: vol, path: /data}]\n',
      'type: dev-environment\nvolumes: [{name: [vol, vol-eu], path: /data}]\n',
      'type: dev-environment\nvolumes: [{instance_path: /mnt, path: /data, optional: true}]\n',
      'type: dev-environment\nvolumes: [{instance_path: /mnt, path: /data}]\n',
      'type: dev-environment\nvolumes: ["vol:/data", "/mnt:/data"]\n',
    ],
    refused: [
      `
type: dev-environment
volumes:
  - path: /data
#   ^^^^ missing-key: \`name\` or \`instance_path\` is missing
`,
      `
type: dev-environment
volumes:
  - name: vol
    path: /data
    optional: true
#   ^^^^^^^^ conflicting-properties: \`optional\` and \`name\` are mutually exclusive
`,
      `
type: dev-environment
volumes:
  - instance_path: /mnt
    path: /data
    name: vol
#   ^^^^ conflicting-properties
`,
      `
type: dev-environment
volumes:
  - name: vol
#   ^^^^ missing-key: \`path\` is missing
`,
      `
type: dev-environment
volumes:
  - nam: vol
#   ^^^ unknown-key
    path: /data
`,
    ],
  },
  'repo source': {
    accepted: [
      'type: dev-environment\nrepos: [{local_path: .}]\n',
      'type: dev-environment\nrepos: [{url: "https://example.com/r", path: /r}]\n',
      'type: dev-environment\nrepos: [{local_path: "", url: "https://example.com/r"}]\n',
      'type: dev-environment\nrepos: [{local_path: ., url: null}]\n',
      'type: dev-environment\nrepos: ["."]\n',
    ],
    refused: [
      `
type: dev-environment
repos:
  - local_path: .
    url: https://example.com/r
#   ^^^ conflicting-properties: \`local_path\` and \`url\` are mutually exclusive
`,
      `
type: dev-environment
repos:
  - path: /r
#   ^^^^ missing-key: Either \`local_path\` or \`url\` must be specified
`,
      `
type: dev-environment
repos: [{}]
#       ^^ missing-key
`,
      `
type: dev-environment
repos:
  - url: ""
#   ^^^ missing-key
    branch: main
`,
      `
type: dev-environment
repos:
  - uri: https://example.com/r
#   ^^^ unknown-key
`,
    ],
  },
});
