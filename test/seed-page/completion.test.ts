import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCompletion, labelsIn } from '../support/check/completion';
import { table } from '../support/table';

/**
 * The page of dstack's documentation that this product was asked for from, row by row: what it shows can be written by
 * accepting what is offered. Each body follows the head of a dev environment.
 */
const HEAD = 'type: dev-environment\nname: vscode\n';

/** Text with `$0`, what is accepted there, and the text after it. */
type Row = readonly [marked: string, wanted: string, accepted: string];

const gpu = (typed: string, value: string, wanted = value): Row => [
  `resources:\n  gpu: ${typed}$0`,
  wanted,
  `resources:\n  gpu: ${value}$0`,
];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  python: [
    ['py$0', 'python', 'python: $0'],
    ['python: $0', '3.10', 'python: "3.10"$0'],
    ['python: "3.$0"', '3.10', 'python: "3.10"$0'],
  ],
  nvcc: [
    ['nv$0', 'nvcc', 'nvcc: $0'],
    ['nvcc: $0', 'true', 'nvcc: true$0'],
  ],
  image: [['im$0', 'image', 'image: $0']],
  registry_auth: [
    ['image: a/b\nreg$0', 'registry_auth', 'image: a/b\nregistry_auth:$0'],
    ['registry_auth:\n  $0', 'username', 'registry_auth:\n  username: $0'],
    [
      'registry_auth:\n  username: a\n  $0',
      'password',
      'registry_auth:\n  username: a\n  password: $0',
    ],
    [
      'registry_auth:\n  password: $$0',
      '${{ secrets.NAME }}',
      'registry_auth:\n  password: ${{ secrets.$0 }}',
    ],
  ],
  resources: [
    ['reso$0', 'resources', 'resources:$0'],
    ['resources:\n  $0', 'memory', 'resources:\n  memory: $0'],
    ['resources:\n  memory:\n    $0', 'min', 'resources:\n  memory:\n    min: $0'],
    ['resources:\n  memory: 200$0', '200GB..', 'resources:\n  memory: 200GB..$0'],
  ],
  'sizes and ranges': [
    ['resources:\n  memory: 24$0', '24GB', 'resources:\n  memory: 24GB$0'],
    ['resources:\n  memory: 24GB$0', '24GB..', 'resources:\n  memory: 24GB..$0'],
    ['resources:\n  memory: 24GB..$0', '24GB..80GB', 'resources:\n  memory: 24GB..80GB$0'],
    ['resources:\n  memory: ..$0', '..80GB', 'resources:\n  memory: ..80GB$0'],
  ],
  gpu: [
    gpu('', 'nvidia'),
    gpu('', 'A10G,A100'),
    gpu('A100:', 'A100:80GB'),
    gpu('A100:', 'A100:2'),
    gpu('A100:40GB:', 'A100:40GB:2'),
    gpu('24GB..', '24GB..40GB'),
    gpu('24GB..40GB:', '24GB..40GB:2'),
    gpu('40GB..80GB:', '40GB..80GB:4'),
  ],
  shm_size: [
    ['resources:\n  sh$0', 'shm_size', 'resources:\n  shm_size: $0'],
    ['resources:\n  shm_size: 16$0', '16GB', 'resources:\n  shm_size: 16GB$0'],
  ],
  disk: [
    ['resources:\n  di$0', 'disk', 'resources:\n  disk: $0'],
    ['resources:\n  disk: $0', '500GB', 'resources:\n  disk: 500GB$0'],
    ['resources:\n  disk:\n    $0', 'size', 'resources:\n  disk:\n    size: $0'],
  ],
  TPU: [
    gpu('', 'google'),
    ['resources:\n  gpu:\n    vendor: $0', 'google', 'resources:\n  gpu:\n    vendor: google$0'],
  ],
  env: [
    ['en$0', 'env', 'env:$0'],
    ['env:\n  - HF_T$0', 'HF_TOKEN', 'env:\n  - HF_TOKEN$0'],
    ['env:\n  - A=1\n  $0', '- ', 'env:\n  - A=1\n  - $0'],
  ],
  'system variables': [
    ['init:\n  - echo $$0', '$DSTACK_RUN_NAME', 'init:\n  - echo $DSTACK_RUN_NAME$0'],
    ['init:\n  - echo $DSTACK_R$0', '$DSTACK_REPO_ID', 'init:\n  - echo $DSTACK_REPO_ID$0'],
    ['init:\n  - |\n    a ${$0}', '$DSTACK_GPUS_NUM', 'init:\n  - |\n    a ${DSTACK_GPUS_NUM}$0'],
  ],
  spot_policy: [
    ['sp$0', 'spot_policy', 'spot_policy: $0'],
    ['spot_policy: $0', 'auto', 'spot_policy: auto$0'],
    ['spot_policy: on$0', 'on-demand', 'spot_policy: on-demand$0'],
  ],
  backends: [
    ['ba$0', 'backends', 'backends: $0'],
    ['backends:\n  - $0', 'aws', 'backends:\n  - aws$0'],
    ['backends: [$0]', 'aws', 'backends: [aws$0]'],
    ['backends: [aws, $0]', 'gcp', 'backends: [aws, gcp$0]'],
  ],
  regions: [['reg$0', 'regions', 'regions: $0']],
  volumes: [
    ['vo$0', 'volumes', 'volumes:$0'],
    ['volumes:\n  - $0', 'name', 'volumes:\n  - name: $0'],
    ['volumes:\n  - name: a\n    $0', 'path', 'volumes:\n  - name: a\n    path: $0'],
  ],
  ide: [
    ['id$0', 'ide', 'ide: $0'],
    ['ide: $0', 'vscode', 'ide: vscode$0'],
  ],
};

for (const [name, rows] of Object.entries(ROWS)) {
  table(`seed page, ${name}: completion`, rows, ([marked, wanted, accepted]) => {
    checkCompletion(HEAD + marked, wanted, HEAD + accepted);
  });
}

test('seed page, ide: each editor that dstack knows, and nothing else', () => {
  assert.deepEqual(labelsIn(`${HEAD}ide: $0`).sort(), ['cursor', 'vscode', 'windsurf', 'zed']);
});

test('seed page, file naming: every name of a configuration is served, profiles as profiles', () => {
  assert.deepEqual(labelsIn('$0', 'file:///work/.dstack/profiles.yml'), ['profiles', 'Profiles']);
});

table(
  'seed page, file naming: every name of a configuration is served, profiles as profiles',
  ['.dstack.yml', 'dev.dstack.yml', '.dstack.yaml', 'dev.dstack.yaml'],
  (name) => {
    assert.ok(labelsIn(`${HEAD}$0`, `file:///work/${name}`).includes('ide'), name);
  },
);
