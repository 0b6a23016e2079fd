import { testRules } from '../../../support/check/rules';

testRules({
  entrypoint: {
    accepted: [
      'type: dev-environment\nentrypoint: null\n',
      'type: task\ncommands: [a]\nentrypoint: sh\n',
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
      'type: dev-environment\nide: vscode\nversion: 1.106\n',
      'type: dev-environment\nide: null\nversion: ""\n',
      'type: dev-environment\nide: windsurf\nversion: 1.106.0@8951cd3a\n',
      'type: dev-environment\nide: windsurf\nversion: "1.0@0f\\n"\n',
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
      'type: dev-environment\ndstack: true\ninactivity_duration: off\n',
      'type: dev-environment\ndstack: true\ninactivity_duration: true\n',
      'type: dev-environment\ndstack: true\ninactivity_duration: null\n',
      'type: dev-environment\ndstack: false\ninactivity_duration: 2h\n',
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
