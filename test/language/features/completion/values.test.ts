import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkCompletion,
  completions,
  completionsIn,
  labelsIn,
} from '../../../support/check/completion';
import { table } from '../../../support/table';
import { yaml } from '../../../support/yaml';

const TYPES = ['dev-environment', 'task', 'service', 'fleet', 'gateway', 'volume', 'preset'];

test('the configuration types', () => {
  checkCompletion('type:$0', 'task', 'type: task$0');
  checkCompletion('type: ta$0sk # comment', 'service', 'type: service$0 # comment');
});

table(
  'the configuration types',
  ['type: $0', 'type:$0', 'type: ta$0', 'type: $0task\nname: x', 'name: x\ntype: $0'],
  (marked) => {
    assert.deepEqual(labelsIn(marked), TYPES, marked);
  },
);

completions('enumerated values and booleans', [
  ['type: task\nspot_policy: $0', 'on-demand', 'type: task\nspot_policy: on-demand$0'],
  ['type: task\nspot_policy: on-$0', 'on-demand', 'type: task\nspot_policy: on-demand$0'],
  ['type: task\nspot_policy: "o$0"', 'on-demand', 'type: task\nspot_policy: "on-demand"$0'],
  ['type: task\nnvcc: $0', 'true', 'type: task\nnvcc: true$0'],
  ['type: task\npython: $0', '3.12', 'type: task\npython: "3.12"$0'],
  ["type: task\npython: '3$0'", '3.12', "type: task\npython: '3.12'$0"],
  ['type: service\nhttps: $0', 'auto', 'type: service\nhttps: auto$0'],
  ['type: service\ngateway: $0', 'false', 'type: service\ngateway: false$0'],
  ['type: fleet\nblocks: $0', 'auto', 'type: fleet\nblocks: auto$0'],
  ['type: task\nmax_duration: $0', 'off', 'type: task\nmax_duration: off$0'],
]);

completions('lists of values', [
  ['type: task\nbackends: $0', 'aws', 'type: task\nbackends:\n  - aws$0'],
  ['type: task\nbackends:\n  $0', 'aws', 'type: task\nbackends:\n  - aws$0'],
  ['type: task\nbackends:\n  - $0', 'aws', 'type: task\nbackends:\n  - aws$0'],
  ['type: task\nbackends:\n  -$0', 'aws', 'type: task\nbackends:\n  - aws$0'],
  [
    yaml`
      type: task
      backends:
      - aws
      - $0`,
    'gcp',
    yaml`
      type: task
      backends:
      - aws
      - gcp$0`,
  ],
  [
    yaml`
      type: task
      backends:
        - aws
        $0`,
    'gcp',
    yaml`
      type: task
      backends:
        - aws
        - gcp$0`,
  ],
  ['type: task\nbackends: [$0]', 'aws', 'type: task\nbackends: [aws$0]'],
  ['type: task\nbackends: [aws,$0', 'gcp', 'type: task\nbackends: [aws, gcp$0'],
  ['type: task\nretry: {on_events: $0}', 'error', 'type: task\nretry: {on_events: [error$0]}'],
  ['type: task\ncommands:\n  $0', '- ', 'type: task\ncommands:\n  - $0'],
  [
    yaml`
      type: task
      commands:
        - ls
        $0`,
    '- ',
    yaml`
      type: task
      commands:
        - ls
        - $0`,
  ],
  ['type: task\ncommands: $0', '- ', 'type: task\ncommands:\n  - $0'],
]);

test('null is never offered, nor are items that a list already has', () => {
  assert.deepEqual(labelsIn('type: task\nspot_policy: $0').sort(), ['auto', 'on-demand', 'spot']);
  assert.ok(!labelsIn('type: task\nbackends: [aws, $0]').includes('aws'));
});

test('the default is marked, and every listed value explained', () => {
  const items = completionsIn('type: dev-environment\nspot_policy: $0');
  const onDemand = items.find(({ label }) => label === 'on-demand');
  assert.equal(onDemand?.labelDetails?.description, 'default');
  for (const { documentation } of items) assert.ok(documentation);
});

completions('short forms, part by part', [
  ['type: task\nmax_duration: 2$0', '2h', 'type: task\nmax_duration: 2h$0'],
  ['type: task\nidle_duration: 30$0', '30m', 'type: task\nidle_duration: 30m$0'],
  [
    'type: task\nresources:\n  memory: 24$0',
    '24GB..',
    'type: task\nresources:\n  memory: 24GB..$0',
  ],
  [
    'type: task\nresources:\n  memory: 24GB..$0',
    '24GB..80GB',
    'type: task\nresources:\n  memory: 24GB..80GB$0',
  ],
  ['type: task\nresources:\n  shm_size: $0', '16GB', 'type: task\nresources:\n  shm_size: 16GB$0'],
  ['type: task\nresources:\n  disk: 5$0', '5TB', 'type: task\nresources:\n  disk: 5TB$0'],
  ['type: task\nresources:\n  cpu: arm:$0', 'arm:8..', 'type: task\nresources:\n  cpu: arm:8..$0'],
  [
    'type: task\nresources:\n  gpu: A100:$0',
    'A100:80GB',
    'type: task\nresources:\n  gpu: A100:80GB$0',
  ],
  [
    'type: task\nresources:\n  gpu: A100:80GB:$0',
    'A100:80GB:2',
    'type: task\nresources:\n  gpu: A100:80GB:2$0',
  ],
  [
    'type: task\nresources: {gpu: "$0"}',
    'A10G,A100',
    'type: task\nresources: {gpu: "A10G,A100"$0}',
  ],
  ['type: task\nresources: {gpu: $0}', 'A10G,A100', 'type: task\nresources: {gpu: "A10G,A100"$0}'],
  ['type: fleet\nnodes: 2$0', '2..', 'type: fleet\nnodes: 2..$0'],
  ['type: service\nreplicas: 1..$0', '1..4', 'type: service\nreplicas: 1..4$0'],
  [
    'type: task\nschedule:\n  cron: $0',
    '0 8 * * mon-fri',
    'type: task\nschedule:\n  cron: 0 8 * * mon-fri$0',
  ],
]);

test('a shorthand with only some valid values offers those', () => {
  assert.deepEqual(labelsIn('type: service\nscaling:\n  window: $0'), ['30s', '60s', '300s']);
});

test('no sizes of memory after memory, no other text after a finished range', () => {
  for (const label of labelsIn('type: task\nresources:\n  gpu: A100:80GB:$0')) {
    assert.match(
      label,
      /^A100:80GB:\d|^(?:name|count|memory|total_memory|vendor|compute_capability)$/,
    );
  }
});

completions('variables and references in a text', [
  [
    'type: task\ncommands:\n  - echo $$0',
    '$DSTACK_RUN_NAME',
    'type: task\ncommands:\n  - echo $DSTACK_RUN_NAME$0',
  ],
  [
    'type: task\ncommands:\n  - echo $DS$0 x',
    '$DSTACK_GPUS_NUM',
    'type: task\ncommands:\n  - echo $DSTACK_GPUS_NUM$0 x',
  ],
  [
    'type: task\ncommands:\n  - echo ${D$0}',
    '$DSTACK_GPUS_NUM',
    'type: task\ncommands:\n  - echo ${DSTACK_GPUS_NUM}$0',
  ],
  [
    yaml`
      type: task
      commands:
        - |
          a $$0
    `,
    '$DSTACK_NODE_RANK',
    yaml`
      type: task
      commands:
        - |
          a $DSTACK_NODE_RANK$0
    `,
  ],
  [
    'type: task\ncommands:\n  - a ${{ $0',
    '${{ run.args }}',
    'type: task\ncommands:\n  - a ${{ run.args }}$0',
  ],
  [
    'type: task\ncommands:\n  - a ${{$0}}',
    '${{ run.args }}',
    'type: task\ncommands:\n  - a ${{ run.args }}$0',
  ],
  [
    'type: task\nenv: [NGC]\nregistry_auth:\n  password: ${{ env.$0',
    '${{ env.NGC }}',
    'type: task\nenv: [NGC]\nregistry_auth:\n  password: ${{ env.NGC }}$0',
  ],
  [
    'type: task\nregistry_auth:\n  password: ${{ s$0 }}',
    '${{ secrets.NAME }}',
    'type: task\nregistry_auth:\n  password: ${{ secrets.$0 }}',
  ],
  [
    yaml`
      type: task
      env:
        HF: x
      commands:
        - a $$0`,
    '$HF',
    yaml`
      type: task
      env:
        HF: x
      commands:
        - a $HF$0`,
  ],
]);

test('variables are offered only where a shell runs, and not after an escaped `$`', () => {
  assert.deepEqual(labelsIn('type: task\nname: $$0'), []);
  assert.deepEqual(labelsIn('type: task\ncommands:\n  - echo $$$0'), []);
});
