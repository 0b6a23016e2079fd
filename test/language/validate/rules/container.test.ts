import { testRules } from '../../../support/check/rules';
import { yaml } from '../../../support/yaml';

testRules({
  'image or python': {
    accepted: [
      'type: dev-environment\npython: 3.12\n',
      yaml`
        type: dev-environment
        image: ubuntu
        python: null
      `,
      yaml`
        type: dev-environment
        image: ""
        python: "3.12"
      `,
      yaml`
        type: dev-environment
        image: null
        python: "3.12"
      `,
      `
type: service
port: 80
groups:
  - replicas: 1
    image: ubuntu
  - replicas: 1
    python: "3.12"
    commands: [serve]
`,
    ],
    refused: [
      `
type: dev-environment
image: ubuntu
python: "3.12"
#^^^^^ conflicting-properties: \`image\` and \`python\` are mutually exclusive
`,
      `
type: task
python: 3.10
#^^^^^ conflicting-properties
image: ubuntu
`,
      // A version that does not exist is one mistake, not two.
      `
type: dev-environment
image: ubuntu
python: "2.7"
#        ^^^ python-version
`,
      `
type: service
port: 80
groups:
  - replicas: 1
    image: ubuntu
    python: "3.12"
#   ^^^^^^ conflicting-properties
`,
      `
type: dev-environment
<<: {python: "3.12"}
#    ^^^^^^ conflicting-properties
image: ubuntu
`,
    ],
  },
  'docker alone': {
    accepted: [
      'type: dev-environment\ndocker: true\n',
      yaml`
        type: dev-environment
        image: ubuntu
        docker: false
      `,
      yaml`
        type: dev-environment
        image: ubuntu
        nvcc: true
      `,
      yaml`
        type: dev-environment
        image: ""
        nvcc: false
        docker: true
      `,
    ],
    refused: [
      `
type: dev-environment
image: ubuntu
docker: yes
#^^^^^ conflicting-properties: \`image\` and \`docker\` are mutually exclusive
`,
      `
type: dev-environment
docker: true
#^^^^^ conflicting-properties: \`python\` and \`docker\`
python: "3.12"
`,
      `
type: dev-environment
nvcc: "on"
docker: true
#^^^^^ conflicting-properties: \`nvcc\` and \`docker\`
`,
      // Both are wrong; what python has to do with docker follows.
      `
type: dev-environment
image: ubuntu
python: "3.12"
#^^^^^ conflicting-properties: \`image\` and \`python\`
docker: true
#^^^^^ conflicting-properties: \`image\` and \`docker\`
`,
      `
type: service
port: 80
groups:
  - replicas: 1
    docker: true
#   ^^^^^^ conflicting-properties: \`nvcc\` and \`docker\`
    nvcc: true
    commands: [serve]
`,
    ],
  },
});
