import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language/analysis';
import { table } from '../support/table';
import { yaml } from '../support/yaml';

/**
 * The page of dstack's documentation that this product was asked for from, row by row: what it shows is right, and a
 * slip in it is named. Each body follows the head of a dev environment; a slip is written `body -> code`.
 */
const HEAD = yaml`
  type: dev-environment
  name: vscode
  ide: vscode
`;

interface Row {
  readonly right: readonly string[];
  readonly slips: Readonly<Record<string, string>>;
}

const ROWS: Readonly<Record<string, Row>> = {
  python: {
    right: ['python: "3.10"', 'python: 3.12'],
    slips: {
      'python: "3.8"': 'python-version',
      'python: "3.10"\nimage: ubuntu': 'conflicting-properties',
    },
  },
  nvcc: {
    right: ['python: "3.10"\nnvcc: true', 'nvcc: yes'],
    slips: { 'nvcc: maybe': 'wrong-type', 'nvc: true': 'unknown-key' },
  },
  image: {
    right: ['image: ghcr.io/huggingface/text-generation-inference:latest'],
    slips: { 'image: [ubuntu]': 'wrong-type', 'images: ubuntu': 'unknown-key' },
  },
  registry_auth: {
    right: [
      yaml`
        image: ghcr.io/a/b
        registry_auth:
          username: peterschmidt85
          password: secret`,
    ],
    slips: {
      'image: ghcr.io/a/b\nregistry_auth:\n  username: peterschmidt85': 'missing-key',
      'image: ghcr.io/a/b\nregistry_auth: secret': 'wrong-type',
    },
  },
  resources: {
    right: [
      yaml`
        resources:
          memory: 200GB..
          gpu: 40GB..80GB:4
          shm_size: 16GB
          disk: 500GB`,
    ],
    slips: { 'resources:': 'empty-value', 'resources:\n  ram: 8GB': 'unknown-key' },
  },
  'sizes and ranges': {
    right: ['24GB', '24GB..', '24GB..80GB', '..80GB'].map(
      (size) => `resources:\n  memory: ${size}`,
    ),
    slips: {
      'resources:\n  memory: 24GBB': 'memory-size',
      'resources:\n  memory: 80GB..24GB': 'range',
      'resources:\n  memory: ..': 'range',
    },
  },
  gpu: {
    right: [
      'nvidia',
      'A100',
      'A10G,A100',
      'A100:80GB',
      'A100:2',
      '24GB..40GB:2',
      'A100:40GB:2',
      '40GB..80GB:4',
    ].map((gpu) => `resources:\n  gpu: ${gpu}`),
    slips: {
      'resources:\n  gpu: A100:80GBB': 'gpu-shorthand',
      'resources:\n  gpu: A100::2': 'gpu-shorthand',
      'resources:\n  gpu: 8xH100': 'gpu-shorthand',
    },
  },
  TPU: {
    right: ['resources:\n  gpu: v2-8'],
    slips: { 'resources:\n  gpu: v2-8:2:3': 'gpu-shorthand' },
  },
  shm_size: {
    right: ['resources:\n  shm_size: 16GB'],
    slips: {
      'resources:\n  shm_size: 16 gigs': 'memory-size',
      'resources:\n  shm_size: 8GB..16GB': 'memory-size',
    },
  },
  disk: {
    right: ['resources:\n  disk: 500GB', 'resources:\n  disk:\n    size: 500GB..'],
    slips: { 'resources:\n  disk: {}': 'missing-key', 'resources:\n  disk: 500GBB': 'memory-size' },
  },
  env: {
    right: [
      'env:\n  - HUGGING_FACE_HUB_TOKEN\n  - HF_HUB_ENABLE_HF_TRANSFER=1',
      'env:\n  HF_HUB_ENABLE_HF_TRANSFER: 1',
    ],
    slips: {
      'env:\n  - 1A=2': 'env-entry',
      'env:\n  - A=1\n  - A=2': 'duplicate-entry',
      'env: A=1': 'wrong-type',
    },
  },
  spot_policy: {
    right: ['spot', 'on-demand', 'auto'].map((policy) => `spot_policy: ${policy}`),
    slips: { 'spot_policy: ondemand': 'unknown-value' },
  },
  backends: {
    right: ['backends: [aws, gcp]'],
    slips: { 'backends: [aws, gpc]': 'unknown-value', 'backend: aws': 'unknown-key' },
  },
  regions: {
    right: ['regions: [eu-west-1, eu-west-2]'],
    slips: { 'regions: eu-west-1': 'wrong-type' },
  },
  volumes: {
    right: [
      'volumes:\n  - name: my-new-volume\n    path: /volume_data',
      'volumes: ["my-new-volume:/data"]',
    ],
    slips: {
      'volumes:\n  - name: my-new-volume\n    path: volume_data': 'mount-point',
      'volumes: ["my-new-volume:/workflow"]': 'workflow-mount',
      'volumes:\n  - name: my-new-volume\n    path: /workflow/data': 'workflow-mount',
    },
  },
};

const problemsOf = (uri: string, text: string) =>
  new Analysis({ uri, text }).problems.map(({ code, severity }) => ({ code, severity }));

for (const [name, { right, slips }] of Object.entries(ROWS)) {
  table(`seed page, ${name}: what it shows is right`, right, (body) => {
    assert.deepEqual(problemsOf('file:///.dstack.yml', `${HEAD}${body}\n`), [], body);
  });
  table(`seed page, ${name}: a slip is named`, Object.entries(slips), ([body, code]) => {
    const codes = problemsOf('file:///.dstack.yml', `${HEAD}${body}\n`).map((one) => one.code);
    assert.deepEqual(codes, [code], body);
  });
}

test('seed page, volumes: a mount at or below /workflow is a warning, as it may be left to dstack', () => {
  const text = `${HEAD}volumes: ["my-new-volume:/workflow/data"]\n`;
  assert.deepEqual(problemsOf('file:///.dstack.yml', text), [
    { code: 'workflow-mount', severity: 'warning' },
  ]);
});

test('seed page, ide: each editor that dstack knows', () => {
  const withIde = (ide: string) => `type: dev-environment\nide: ${ide}\n`;
  assert.deepEqual(problemsOf('file:///.dstack.yml', withIde('emacs')), [
    { code: 'unknown-value', severity: 'error' },
  ]);
});

table(
  'seed page, ide: each editor that dstack knows',
  ['vscode', 'cursor', 'windsurf', 'zed'],
  (ide) => {
    const withIde = (ide: string) => `type: dev-environment\nide: ${ide}\n`;

    assert.deepEqual(problemsOf('file:///.dstack.yml', withIde(ide)), [], ide);
  },
);

test('seed page, file naming: .dstack.yml and NAME.dstack.yml are configurations', () => {
  assert.deepEqual(problemsOf('file:///work/.dstack/profiles.yml', 'profiles: []\n'), []);
});

table(
  'seed page, file naming: .dstack.yml and NAME.dstack.yml are configurations',
  ['.dstack.yml', 'dev.dstack.yml', '.dstack.yaml', 'dev.dstack.yaml'],
  (name) => {
    assert.deepEqual(problemsOf(`file:///work/${name}`, `${HEAD}command: ls\n`), [
      { code: 'unknown-key', severity: 'error' },
    ]);
  },
);
