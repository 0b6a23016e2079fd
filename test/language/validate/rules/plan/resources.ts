import type { Table } from '../../../../support/check/rules';
import { yaml } from '../../../../support/yaml';

const task = 'type: task\ncommands: [a]\n';

export const resources: Table = {
  'image for the hardware': {
    accepted: [
      `${task}resources: {gpu: MI300X}\nimage: rocm/pytorch\n`,
      `${task}resources: {gpu: MI300X}\nimage: ""\n`,
      `${task}resources: {gpu: MI300X}\ndocker: true\n`,
      `${task}resources: {gpu: "MI300X:0"}\n`,
      `${task}resources: {gpu: "tpu:v5p-8"}\n`,
      `${task}resources: {gpu: "nvidia:MI300X"}\n`,
      `${task}resources: {gpu: TPU-MI300X}\n`,
      `${task}resources: {gpu: "H100,nosuchgpu,constructor"}\n`,
      `${task}resources: {cpu: "x86:4"}\n`,
      yaml`
        type: task
        resources: {gpu: MI300X}
        groups: [{commands: [a]}]
      `,
      yaml`
        type: service
        port: 80
        groups: [{replicas: 1, image: a, resources: {gpu: amd}}]
      `,
    ],
    refused: [
      `
type: task
commands: [a]
resources:
  gpu: A100,mi300x:8
#           ^^^^^^ image-required: \`image\` must be set: the default image does not support AMD GPUs
`,
      `
type: dev-environment
resources:
  gpu: 24GB:tt
#           ^^ image-required: \`image\` must be set: the default image does not support Tenstorrent
`,
      `
type: dev-environment
resources:
  cpu: arm:4..
#      ^^^ image-required: \`image\` must be set: the default image does not support ARM processors
  gpu: H100
`,
      `
type: dev-environment
resources:
  cpu: {arch: ARM}
  gpu:
    name: [H100, Gaudi2]
#                ^^^^^^ image-required: \`image\` must be set: the default image does not support Intel accelerators
    count: 1
`,
      `
type: dev-environment
image: null
resources: {gpu: {vendor: AMD}}
#                         ^^^ image-required
`,
      `
type: task
groups:
  - commands: [a]
    resources: {gpu: MI210}
#                    ^^^^^ image-required
  - commands: [a]
    resources: {cpu: arm}
`,
      `
type: service
port: 80
groups:
  - {replicas: 1, image: a, resources: {gpu: MI210}}
  - {replicas: 1, commands: [a], resources: {gpu: MI210}}
#                                                 ^^^^^ image-required
`,
      // Nobody knows what was meant by the misspelt property.
      `
type: task
commands: [a]
imagee: rocm/pytorch
#^^^^^ unknown-key
resources: {gpu: MI300X}
`,
    ],
  },
  'docker on ARM': {
    accepted: [`${task}resources: {cpu: arm}\nimage: a\n`, `${task}docker: true\n`],
    refused: [
      `
type: task
commands: [a]
docker: true
resources: {cpu: 'arm:2'}
#                 ^^^ conflicting-properties: \`docker: true\` is not supported on ARM
`,
      `
type: service
port: 80
docker: true
groups:
  - replicas: 1
    commands: [a]
    resources: {cpu: {arch: arm, count: 2}}
#                           ^^^ conflicting-properties
`,
    ],
  },
};
