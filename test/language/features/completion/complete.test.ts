import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { completionsIn, listIn } from '../../../support/check/completion';
import { cursorIn } from '../../../support/check/cursor';
import { afterEnter } from '../../../support/check/enter';
import { fuzzyScore } from '../../../../tools/bench/authoring/fuzzy';

/** Texts that dstack accepts as they are, by what they stand in. */
const COMPLETE: Readonly<Record<string, readonly string[]>> = {
  'type: task\nresources:\n  memory: ': [
    '64',
    '64GB',
    '64GB..',
    '64GB..128GB',
    '16G',
    '16g',
    '64Gb',
    '..64GB',
    '1.5TB',
  ],
  'type: task\nresources:\n  shm_size: ': ['1', '16', '1GB', '512MB', '1gb'],
  'type: task\nresources:\n  disk: ': ['100', '100GB', '100GB..', '1TB'],
  'type: task\nresources:\n  cpu: ': ['8', '8..', '2..8', 'arm', 'x86', 'arm:8', 'arm:8..'],
  'type: task\nresources:\n  gpu: ': [
    ...[
      '1',
      '8',
      '24GB',
      '24GB..',
      'H100',
      'h100',
      'H100:8',
      'H100:80',
      'A100:80GB',
      'A100:80GB:2',
    ],
    ...['A10G,A100', 'nvidia:24GB', 'amd', 'v5litepod-8', 'H100NVL', 'ZZ9', 'A100:40GB..', '2..4'],
  ],
  'type: task\nresources:\n  gpu:\n    name: ': ['A100', 'H100', 'ZZ9'],
  'type: task\nresources:\n  gpu:\n    count: ': ['1', '2..', '1..8'],
  'type: task\nresources:\n  gpu:\n    memory: ': ['80GB', '24GB..', '16'],
  'type: task\nresources:\n  gpu:\n    vendor: ': ['nvidia', 'tpu'],
  'type: task\nresources:\n  gpu:\n    compute_capability: ': ['8.0', '9.0'],
  'type: task\nmax_duration: ': ['3600', '2h', '90m', '1d', 'off', '36'],
  'type: task\nstop_duration: ': ['30', '5m', 'off'],
  'type: task\nidle_duration: ': ['30m', 'off', '-1'],
  'type: dev-environment\nide: vscode\ninactivity_duration: ': ['2h', 'off', 'true', 'false'],
  'type: task\nmax_price: ': ['2', '2.5', '0.25', '1.'],
  'type: task\npriority: ': ['5', '50', '1'],
  'type: task\nnodes: ': ['1', '2', '16'],
  'type: task\npython: ': ['3.12', '"3.12"', '3.9'],
  'type: task\nnvcc: ': ['true', 'false', 'yes', 'off'],
  'type: ': ['task', 'service', 'dev-environment', 'fleet', 'gateway', 'volume'],
  'type: task\nspot_policy: ': ['auto', 'spot', 'on-demand'],
  'type: task\nshell: ': ['sh', 'bash', '/bin/sh', '/bin/bash', '/usr/bin/z'],
  'type: task\nimage: ': ['ubuntu', 'nvidia', 'vllm/vllm-openai', 'vllm/vllm-openai:latest', 'a'],
  'type: task\nuser: ': ['ubuntu', 'root', 'u', '1000', '1000:1000', '1000:10'],
  'type: task\nname: ': ['a', 'my-task'],
  'type: task\nworking_dir: ': ['/w', 'src', '.', './src'],
  'type: task\ncommands:\n  - ': ['l', 'ls', 'python train.py', 'echo $HOME', '|'],
  'type: task\nenv:\n  - ': ['HF', 'HF_TOKEN', 'WANDB', 'NCCL_DEBUG=', 'NCCL_DEBUG=I', 'A=1', 'A'],
  'type: task\nenv:\n  NCCL_DEBUG: ': ['INFO', 'I', '1', 'k', 'key'],
  'type: task\nports:\n  - ': ['80', '8000', '8000:80', '80:8000', '800', '"80:80"', '*:8000'],
  'type: task\nvolumes:\n  - ': [
    'cache:/cache',
    'data',
    'cache',
    'a:/',
    '/data:/data',
    '/mnt:/m',
    'data:/r',
  ],
  'type: task\nfiles:\n  - ': ['.', './src', 'train.py', '~/x', 'a:/b', 'path'],
  'type: task\nrepos:\n  - ': ['.', '..', 'https://github.com/a/b', '.:/w'],
  'type: task\nregions:\n  - ': ['us-east-1', 'eu-west-1', 'my-own-region'],
  'type: task\nregions: [': ['us-east-1', 'eu-west-1'],
  'type: task\nbackends:\n  - ': ['aws', 'gcp'],
  'type: task\nbackends: [': ['aws'],
  'type: task\ninstance_types:\n  - ': ['p4d.24xlarge', 'my.type'],
  'type: task\nschedule:\n  cron: "': ['0 8 * * mon-fri', '0 8 * * *', '*/5 * * * *'],
  'type: service\nport: ': ['8', '80', '8000', '8000:80'],
  'type: service\nreplicas: ': ['1', '2', '1..4', '0..1'],
  'type: service\nhttps: ': ['true', 'false', 'auto'],
  'type: service\ngateway: ': ['true', 'false', 'my-gateway'],
  'type: service\nauth: ': ['true', 'false'],
  'type: service\nmodel: ': ['n', 'name', 'org/model'],
  'type: service\nprobes:\n  - type: http\n    timeout: ': ['30', '30s', '1m'],
  'type: service\nprobes:\n  - type: http\n    url: ': ['/', '/health'],
  'type: service\nscaling:\n  target: ': ['10', '1', '0.5'],
  'type: fleet\nnodes: ': ['1', '2', '0..', '1..4'],
  'type: fleet\nblocks: ': ['1', '8', 'auto'],
  'type: fleet\nssh_config:\n  user: ': ['u', 'ubuntu', 'roo'],
  'type: fleet\nssh_config:\n  hosts:\n    - ': ['10.0.0.1', 'node', 'host.example.com'],
  'type: volume\nbackend: ': ['aws', 'gcp'],
  'type: volume\nbackend: aws\nsize: ': ['100', '100GB', '1TB'],
  'type: volume\nbackend: aws\nregion: ': ['us-east-1', 'somewhere'],
};

/** Ranges that are the wrong way round: a mistake, which a fix corrects, and not the beginning of another range. */
const TURNED: Readonly<Record<string, readonly string[]>> = {
  'type: service\nreplicas: ': ['4..1', '2..0'],
  'type: fleet\nnodes: ': ['4..1'],
  'type: task\nresources:\n  cpu: ': ['8..1', '4..3'],
  'type: task\nresources:\n  memory: ': ['64GB..1', '64GB..8', '64GB..8GB', '64..32'],
  'type: task\nresources:\n  disk: ': ['200GB..100', '200GB..100GB'],
  'type: task\nresources:\n  gpu: ': ['4..1', 'H100:4..1', 'A100:80GB..40GB', 'A100:80GB:2..1'],
  'type: task\nresources:\n  gpu:\n    count: ': ['8..1'],
  'type: task\nresources:\n  gpu:\n    memory: ': ['80GB..4', '80GB..40GB'],
};

for (const [head, texts] of [...Object.entries(COMPLETE), ...Object.entries(TURNED)]) {
  for (const text of texts) {
    const last = head.slice(head.lastIndexOf('\n') + 1).trim();
    test(`Enter leaves ${last} ${text} as it is`, () => {
      const marked = `${head}${text}$0`;
      assert.equal(afterEnter(marked), cursorIn(marked).text);
    });
  }
}

/** Texts that nobody means as they are. */
const UNFINISHED: readonly (readonly [marked: string, accepted: string])[] = [
  ['type: ta$0', 'type: task'],
  ['type: task\nspot_policy: on$0', 'type: task\nspot_policy: on-demand'],
  ['type: task\nresources:\n  gpu: H10$0', 'type: task\nresources:\n  gpu: H100'],
  ['type: task\nregions:\n  - us-eas$0', 'type: task\nregions:\n  - us-east-1'],
  ['type: task\nbackends:\n  - a$0', 'type: task\nbackends:\n  - aws'],
  ['type: task\nmax_duration: of$0', 'type: task\nmax_duration: off'],
  ['type: gateway\ncertificate: n$0', 'type: gateway\ncertificate: null'],
  ['type: service\ngateway: fal$0', 'type: service\ngateway: false'],
];

for (const [marked, accepted] of UNFINISHED) {
  test(`Enter finishes ${JSON.stringify(marked.slice(marked.lastIndexOf('\n') + 1))}`, () => {
    assert.equal(afterEnter(marked), accepted);
  });
}

/** Numbers that are not complete, or are no value yet: an editor would also match `128GB` with them. */
for (const marked of [
  'type: task\nresources:\n  shm_size: 12$0',
  'type: task\nresources:\n  shm_size: 12G$0',
  'type: task\nresources:\n  memory: 12G$0',
  'type: task\nresources:\n  disk: 15G$0',
  'type: task\nresources:\n  cpu: 1.$0',
  'type: task\nresources:\n  gpu: 1:2$0',
  'type: task\nmax_duration: 1x$0',
  'type: service\nreplicas: 1.$0',
] as const) {
  test(`only what begins with the number is offered: ${JSON.stringify(marked)}`, () => {
    const typed = /\S*(?=\$0)/.exec(marked)?.[0] ?? '';
    const values = completionsIn(marked).filter(({ kind }) => kind !== CompletionItemKind.Property);
    assert.deepEqual(
      values.map(({ label }) => label).filter((label) => !label.startsWith(typed)),
      [],
    );
  });
}

test('continuations of a complete text do not match a longer text, so a late answer selects nothing', () => {
  const [typed, ...others] = completionsIn('type: task\nenv:\n  - HF_TOKE$0');
  assert.equal(typed?.label, 'HF_TOKE');
  assert.ok(others.length > 0);
  for (const { filterText } of others) assert.equal(filterText, 'HF_TOKE');
});

/** Complete texts in which letters of `${{ secrets.NAME }}` occur. */
const NO_REFERENCES = ['$A', '$M', '$NAME', '${E', '${SECRET'];

for (const text of NO_REFERENCES) {
  for (const head of ['env:\n  - FOO=', 'env:\n  FOO: ', 'registry_auth:\n  username: ']) {
    test(`Enter makes no reference of ${text} in ${JSON.stringify(head)}`, () => {
      const before = `type: task\n${head}`;
      assert.equal(afterEnter(`${before}${text}$0`, { keepsOldList: true }), before + text);
      // The list of the `$` may still be shown.
      for (const item of listIn(`${before}$$0`, undefined, { keepsOldList: true })?.items ?? [])
        assert.equal(fuzzyScore(text, item.filterText ?? item.label), undefined);
    });
  }
}

test('a reference is still completed', () => {
  const before = 'type: task\nenv:\n  - FOO=';
  for (const typed of ['$', '${', '${{', '${{ ', '${{ sec'])
    assert.equal(
      afterEnter(`${before}${typed}$0`, { keepsOldList: true }),
      `${before}\${{ secrets. }}`,
    );
});
