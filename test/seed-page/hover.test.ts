import assert from 'node:assert/strict';
import { checkHover, hoverIn } from '../support/check/hover';
import { table } from '../support/table';
import { yaml } from '../support/yaml';

/**
 * The page of dstack's documentation that this product was asked for from, row by row: what it says about keys and
 * values is said where the cursor is on them. Each body follows the head of a dev environment.
 */
const HEAD = 'type: dev-environment\nname: vscode\n';

/** Text with `$0`, what the hover is about, and what it says. */
type Row = readonly [marked: string, subject: string, ...texts: readonly string[]];

const gpu = (value: string, ...texts: readonly string[]): Row => [
  `resources:\n  gpu: $0${value}`,
  value,
  ...texts,
];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  python: [
    ['py$0thon: "3.10"', 'python', 'default image', 'Cannot be combined with `image`'],
    ['python: "3.$010"', '"3.10"', 'Python 3.10'],
    ['python: 3.1$00', '3.10', 'YAML reads `3.10` as the number `3.1`'],
  ],
  nvcc: [['nv$0cc: true', 'nvcc', 'CUDA compiler', 'Default: `false`']],
  image: [['im$0age: ubuntu', 'image', 'Docker image', 'Cannot be combined with `python`']],
  registry_auth: [
    ['registry_$0auth:\n  username: a', 'registry_auth', 'private Docker `image`'],
    ['registry_auth:\n  user$0name: a', 'username', 'required', 'account'],
    ['registry_auth:\n  pass$0word: a', 'password', 'required', 'access token'],
    ['registry_auth:\n  password: ${{ env$0.TOKEN }}', '${{ env.TOKEN }}', 'variable of `env`'],
  ],
  resources: [
    ['reso$0urces:\n  cpu: 2', 'resources', 'hardware', 'at least 2 CPU cores'],
    ['resources:\n  mem$0ory: 200GB..', 'memory', 'RAM', 'Default: `8GB..`'],
  ],
  'sizes and ranges': [
    ['resources:\n  memory: 24$0GB', '24GB', '24 GB.'],
    ['resources:\n  memory: 24$0GB..', '24GB..', '24 GB or more'],
    ['resources:\n  memory: 24$0GB..80GB', '24GB..80GB', '24 to 80 GB'],
    ['resources:\n  memory: ..8$00GB', '..80GB', 'Up to 80 GB'],
  ],
  gpu: [
    ['resources:\n  gp$0u: A100', 'gpu', 'vendor, name, memory and count'],
    gpu('nvidia', '1 or more NVIDIA GPUs'),
    gpu('A100', '1 or more NVIDIA A100 GPUs'),
    gpu('A10G,A100', '1 or more NVIDIA A10G or A100 GPUs'),
    gpu('A100:80GB', '1 or more NVIDIA A100 GPUs with 80 GB each'),
    gpu('A100:2', '2 NVIDIA A100 GPUs'),
    gpu('24GB..40GB:2', '2 GPUs with 24 to 40 GB each, 48 to 80 GB in all'),
    gpu(
      'A100:40GB:2',
      '2 NVIDIA A100 GPUs with 40 GB each, 80 GB in all',
      '**`A100` – GPU model**',
    ),
    gpu('40GB..80GB:4', '4 GPUs with 40 to 80 GB each', '- `4` – number of GPUs'),
  ],
  shm_size: [
    ['resources:\n  shm_$0size: 16GB', 'shm_size', '/dev/shm'],
    ['resources:\n  shm_size: 16$0GB', '16GB', '16 GB'],
  ],
  disk: [
    ['resources:\n  di$0sk: 500GB', 'disk', 'Default: `100GB..`'],
    ['resources:\n  disk: 500$0GB', '500GB', 'A disk of exactly 500 GB'],
  ],
  TPU: [gpu('v2-8', 'Google v2-8 TPUs (8 cores each)')],
  env: [
    ['en$0v:\n  - A', 'env', 'list or mapping', 'dstack apply -e HF_TOKEN=...'],
    ['env:\n  - HUGGING_FACE_$0HUB_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'not in the file'],
    ['env:\n  - HF_HUB_ENABLE_HF_TRANSFER=$01', 'HF_HUB_ENABLE_HF_TRANSFER=1', 'to `1`'],
  ],
  'system variables': [
    ['init:\n  - echo $DSTACK_RUN$0_NAME', 'DSTACK_RUN_NAME', 'The name of the run'],
    ['init:\n  - echo ${DSTACK_RE$0PO_ID}', 'DSTACK_REPO_ID', 'The ID of the repo'],
    [
      yaml`
        init:
          - |
            a
            b $DSTACK_GPUS$0_NUM`,
      'DSTACK_GPUS_NUM',
      'number of GPUs',
    ],
  ],
  spot_policy: [
    ['spot_$0policy: auto', 'spot_policy', 'Default: `on-demand`', '- `spot` –'],
    ['spot_policy: au$0to', 'auto', 'spot or on-demand'],
    ['spot_policy: on-$0demand', 'on-demand', 'the default'],
  ],
  backends: [
    ['back$0ends: [aws, gcp]', 'backends', 'Default: all backends'],
    ['backends: [a$0ws, gcp]', 'aws', 'Amazon Web Services'],
  ],
  regions: [['reg$0ions: [eu-west-1]', 'regions', 'Default: all regions']],
  volumes: [
    ['vol$0umes:\n  - a:/b', 'volumes', '/workflow'],
    ['volumes:\n  - na$0me: a', 'name', 'network volume'],
    ['volumes:\n  - pa$0th: /a', 'path', 'absolute path', '/workflow'],
    ['volumes:\n  - a:/$0b', 'a:/b', 'The network volume `a` is mounted'],
  ],
  ide: [
    ['id$0e: vscode', 'ide', 'desktop IDE', '- `cursor` –'],
    ['ide: vs$0code', 'vscode', 'Visual Studio Code'],
  ],
};

for (const [name, rows] of Object.entries(ROWS)) {
  table(`seed page, ${name}: hover`, rows, ([marked, subject, ...texts]) => {
    checkHover(HEAD + marked, subject, ...texts);
  });
}

table(
  'seed page, file naming: every name of a configuration is served',
  ['.dstack.yml', 'dev.dstack.yml', '.dstack.yaml', 'dev.dstack.yaml'],
  (name) => {
    assert.ok(hoverIn(`${HEAD}id$0e: vscode`, { uri: `file:///work/${name}` }), name);
  },
);
