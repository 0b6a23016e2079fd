import { testRules } from '../../../support/check/rules';
import { yaml } from '../../../support/yaml';

testRules({
  entrypoint: {
    accepted: [
      'type: dev-environment\nentrypoint: null\n',
      yaml`
        type: task
        commands: [a]
        entrypoint: sh
      `,
    ],
    refused: [
      `
type: dev-environment
entrypoint: ""
#^^^^^^^^^ unsupported-property: \`entrypoint\` is not supported for a dev environment
`,
    ],
  },
  'ide version': {
    accepted: [
      yaml`
        type: dev-environment
        ide: vscode
        version: 1.106
      `,
      yaml`
        type: dev-environment
        ide: null
        version: ""
      `,
      yaml`
        type: dev-environment
        ide: windsurf
        version: 1.106.0@8951cd3a
      `,
      yaml`
        type: dev-environment
        ide: windsurf
        version: "1.0@0f\n"
      `,
    ],
    refused: [
      `
type: dev-environment
version: 1.2
#^^^^^^ missing-key: \`version\` requires \`ide\` to be set
`,
      `
type: dev-environment
ide: windsurf
version: 1.106.0
#        ^^^^^^^ invalid-format
`,
      `
type: dev-environment
ide: windsurf
version: 1.106.0@8951CD3A
#        ^^^^^^^^^^^^^^^^ invalid-format
`,
      `
type: dev-environment
ide: windsurf
version: "1\\n2@abc"
#        ^^^^^^^^^^ invalid-format
`,
      `
type: dev-environment
ide: emacs
#    ^^^^^ unknown-value
version: 1.2
`,
    ],
  },
  'inactivity duration': {
    accepted: [
      yaml`
        type: dev-environment
        dstack: true
        inactivity_duration: off
      `,
      yaml`
        type: dev-environment
        dstack: true
        inactivity_duration: true
      `,
      yaml`
        type: dev-environment
        dstack: true
        inactivity_duration: null
      `,
      yaml`
        type: dev-environment
        dstack: false
        inactivity_duration: 2h
      `,
    ],
    refused: [
      `
type: dev-environment
dstack: "on"
inactivity_duration: 2h
#^^^^^^^^^^^^^^^^^^ conflicting-properties: \`inactivity_duration\` is not supported together
`,
      `
type: dev-environment
inactivity_duration: 0
#^^^^^^^^^^^^^^^^^^ conflicting-properties
dstack: true
`,
    ],
  },
});
