import { testRules } from '../../../support/check/rules';

const HOSTS = 'type: fleet\nssh_config:\n  user: me\n  identity_file: ~/.ssh/id\n  hosts:\n';
const TASK = 'type: task\ncommands: [ls]\n';
const GPU = 'type: task\nimage: a\ncommands: [ls]\nresources:\n  gpu: ';

/** A file that ends with `part` and a warning about it. */
const warned = (start: string, part: string, problem: string, end = '') => {
  const column = start.length - start.lastIndexOf('\n') - 1;
  const marks = `#${' '.repeat(column - 1)}${'^'.repeat(part.length)}`;
  return `\n${start}${part}${end}\n${marks} ${problem}\n`;
};
const unknownGpu = (part: string, meant: string, [start, end] = ['', '']) =>
  warned(
    GPU + start,
    part,
    `unknown-gpu: \`${part}\` is not the name of a GPU. Did you mean ${meant}?`,
    end,
  );
const gpuCount = (part: string, meant: string, start = '') =>
  warned(
    GPU + start,
    part,
    `gpu-count: \`${part}\` is the number of GPUs of one instance. Did you mean ${meant}?`,
  );
const image = (name: string, message: string) =>
  warned(`${TASK}image: `, name, `image-name: ${message}`);
const host = (name: string, message: string, key = '') =>
  warned(`${HOSTS}    - ${key}`, name, `host-address: \`${name}\` is not an address. ${message}`);
const unreplaced = (key: string, expression: string, where = '') =>
  warned(
    `type: service\nport: 80\ncommands: [ls]\n${key}`,
    expression,
    `unknown-reference: dstack does not replace \`${expression}\` here${where}`,
  );

testRules({
  'names of GPUs': {
    accepted: [
      'H100',
      'a100,h100:80GB',
      'RTX 4090',
      'nvidia:A100:80GB:2',
      'tpu-v5litepod-8',
      'v5p',
      'tt-galaxy-wh:32',
      '{name: [A100, H20]}',
      // GPUs that the catalogue does not have.
      ...['GB10', 'H20', 'A30', 'B100', 'V100S', 'RTX5000Ada', 'M4000', 'MI300', 'GTX1080'],
    ].map((value) => `${GPU}${value}\n`),
    refused: [],
    warned: [
      unknownGpu('H10O', '`H100`', ['', ':80GB']),
      unknownGpu('A100 80GB', '`A100:80GB`'),
      unknownGpu('A100x2', '`A100:2`'),
      unknownGpu('NVIDIA A100', '`A100`', ['', ':2']),
      unknownGpu('RTX-4090', '`RTX4090`'),
      unknownGpu('RXT4090', '`RTX4090`', ['A100,', '']),
      unknownGpu('GeForce RTX 4090', '`RTX4090`'),
      unknownGpu('RTX A6000', '`A6000`'),
      unknownGpu('A100-SXM4-80GB', '`A100:80GB`'),
      unknownGpu('MI300Xx8', '`MI300X:8`'),
      unknownGpu('v5e-8', '`v5litepod-8`'),
      unknownGpu('A100x2', '`A100` with `count: 2`', ['{name: ', '}']),
      unknownGpu('A100-80GB', '`A100` with `memory: 80GB`', ['{name: [', ']}']),
    ],
  },
  'numbers of GPUs': {
    accepted: [
      'H100:8',
      'A16:16',
      '16',
      '24GB:2',
      '100',
      '{name: H100, count: 80}',
      'H100:80GB',
    ].map((value) => `${GPU}${value}\n`),
    refused: [],
    warned: [
      gpuCount('80', '`80GB`', 'H100:'),
      gpuCount('4090', '`RTX4090`'),
      gpuCount('24', '`24GB`'),
    ],
  },
  'names of regions': {
    accepted: [
      `${TASK}regions: [us-east-1, us-east1, eastus, US-EAST-1]\n`,
      `${TASK}regions: [us-east-9, ca-west-1, sa-east-1, me-central1]\n`,
      `${TASK}backends: [aws]\nregions: [ap-south-1, us-gov-west-1]\n`,
      `${TASK}backends: [runpod]\nregions: [us-east-1, CA-MTL-1]\n`,
      `${TASK}backends: [aws, runpod]\nregions: [EU-SE-1]\n`,
      'type: fleet\nnodes: 1\nbackends: [gcp]\nregions: [us-central1]\n',
      'type: volume\nbackend: aws\nregion: us-east-1\nsize: 1GB\n',
    ],
    refused: [],
    warned: [
      warned(
        'type: volume\nsize: 1GB\nbackend: aws\nregion: ',
        'us-esat-1',
        'unknown-region: `us-esat-1` is not a region of `aws`. Did you mean `us-east-1`?',
      ),
      warned(
        'type: gateway\nname: example\nbackend: gcp\nregion: ',
        'us-central1-a',
        'unknown-region: `us-central1-a` is not a region of `gcp`. Did you mean `us-central1`?',
      ),
      warned(
        `${TASK}backends: [gcp]\nregions:\n  - `,
        'us-east-1',
        'unknown-region: `us-east-1` is a region of `aws`, not of `gcp`. Did you mean `us-east1`?',
      ),
      warned(
        `${TASK}backends: [gcp]\nregions:\n  - `,
        'westeurope',
        'unknown-region: `westeurope` is a region of `azure`, not of `gcp`.',
      ),
      warned(
        'type: fleet\nnodes: 1\nregions:\n  - ',
        'westeurop',
        'unknown-region: `westeurop` is not a region. Did you mean `westeurope`?',
      ),
      warned('profiles:\n  - name: a\n    regions:\n      - ', 'us-wets-2', 'unknown-region'),
    ],
  },
  'names of images': {
    accepted: [
      'python',
      'python:3.12-slim',
      'a/b-c__d.e/f--g',
      'nvcr.io/nvidia/pytorch:25.05-py3',
      'localhost:5000/a@sha256:0123456789abcdef0123456789abcdef',
      '"[::1]:5000/a"',
      'scratch',
      'registry.example.com/a:Tag_1.0',
    ].map((name) => `${TASK}image: ${name}\n`),
    refused: [],
    warned: [
      image(
        'Company/App:V1',
        '`Company/App` is not the name of an image: it has no capital letters.',
      ),
      image(
        'docker://a/b',
        '`docker://a/b` is an address: the name of an image has no `://`. Did you mean `a/b`?',
      ),
      image(
        'https://hub.docker.com/r/vllm/vllm-openai/tags',
        '`https://hub.docker.com/r/vllm/vllm-openai/tags` is a page of Docker Hub, not the name of an image. Did you mean `vllm/vllm-openai`?',
      ),
      image(
        'hub.docker.com/_/python:3.12',
        '`hub.docker.com/_/python:3.12` is a page of Docker Hub, not the name of an image. Did you mean `python:3.12`?',
      ),
      image(
        'https://hub.docker.com/layers/a/b',
        '`https://hub.docker.com/layers/a/b` is a page of Docker Hub, not the name of an image.',
      ),
      image('a b', '`a b` is not the name of an image: it has no spaces.'),
      image(
        'a/b:$TAG',
        'dstack does not replace variables in `image`: `a/b:$TAG` is used as it is.',
      ),
      image('a/b:ä', '`ä` is not a tag'),
      image('a/b@sha256:12', '`sha256:12` is not a digest'),
      image('a//b', '`a//b` is not the name of an image.'),
    ],
  },
  'addresses of hosts': {
    accepted: [
      '10.0.0.1',
      'node-1.example.com',
      '"::1"',
      'fe80::1',
      '{hostname: a, user: b, port: 22}',
    ].map((name) => `${HOSTS}    - ${name}\n`),
    refused: [],
    warned: [
      host('me@10.0.0.1', 'Write `hostname: 10.0.0.1`, `user: me`.'),
      host('10.0.0.1:2222', 'Write `hostname: 10.0.0.1`, `port: 2222`.'),
      host('ssh://a', 'Write `hostname: a`.'),
      host('me@a', 'Write `hostname: a`, `user: me`.', 'hostname: '),
    ],
  },
  'expressions where dstack replaces none': {
    accepted: [
      'type: task\ncommands: ["echo ${{ run.args }}"]\n',
      'type: service\ncommands: [ls]\nport: 80\nmodel: {name: a, format: tgi, chat_template: "${{ x }}"}\n',
      'type: service\ncommands: ["ping ${{ groups[0].replicas[0].IP_ADDRESS }}"]\nport: 80\n',
      'type: dev-environment\ninit: ["echo ${{ x }} ${HOME}"]\n',
      `${TASK}volumes:\n  - data-\${{ dstack.node_rank }}:/data\n`,
    ],
    refused: [],
    warned: [
      unreplaced('image: ', '${{ env.IMAGE }}', ', only in `registry_auth`'),
      unreplaced('gateway: ', '${{ secrets.A }}', ', only in `env` and `registry_auth`.'),
      unreplaced('regions:\n  - ', '${{ env.A }}'),
      unreplaced('model: org/', '${{ env.A }}'),
      unreplaced('working_dir: /a/', '${{ run.args }}', ', only in the `commands`'),
      unreplaced('user: ', '${{ env.A }}'),
      unreplaced('files:\n  - ', '${{ env.A }}'),
      unreplaced('volumes:\n  - data:/', '${{ dstack.node_rank }}', ', only in the names of'),
      unreplaced('volumes:\n  - /cache:/', '${{ dstack.node_rank }}', ', only in the names of'),
      unreplaced('volumes:\n  - name: data\n    path: /', '${{ dstack.job_num }}', ', only in'),
      ...['run.args', 'secrets.A', 'groups[0].nodes[0].IP_ADDRESS'].map((name) => {
        const start = 'type: dev-environment\ninit:\n  - echo ';
        return warned(start, `\${{ ${name} }}`, 'unknown-reference: dstack does not replace');
      }),
      warned(
        'type: task\ncommands:\n  - echo ',
        '${{ secrets.A }}',
        'unknown-reference: dstack does not replace `${{ secrets.A }}` here, only in `env` and `registry_auth`.',
      ),
    ],
  },
});
