import { testRules } from '../../../support/check/rules';

testRules({
  'image or python': {
    accepted: [
      'type: dev-environment\npython: 3.12\n',
      'type: dev-environment\nimage: ubuntu\npython: null\n',
      'type: dev-environment\nimage: ""\npython: "3.12"\n',
      'type: dev-environment\nimage: null\npython: "3.12"\n',
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
      'type: dev-environment\nimage: ubuntu\ndocker: false\n',
      'type: dev-environment\nimage: ubuntu\nnvcc: true\n',
      'type: dev-environment\nimage: ""\nnvcc: false\ndocker: true\n',
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
