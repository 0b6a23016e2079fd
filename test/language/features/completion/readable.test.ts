import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { Analysis } from '../../../../server/src/language/analysis';
import { completion } from '../../../../server/src/language/features/completion';
import { momentsOf } from '../../../../tools/bench/authoring/replay';
import { completionsIn, labelsIn } from '../../../support/check/completion';
import { corpusSamples, fixtureSamples, uriOf } from '../../../support/oracle/corpus';
import { table } from '../../../support/table';

/** Every so many files of the corpus. */
const STEP = 12;

/** What makes a row of a list hard to read. */
function faultsOf({ label, detail, labelDetails }: CompletionItem): readonly string[] {
  const { detail: beside, description = '' } = labelDetails ?? {};
  return [
    ...(detail !== undefined || beside !== undefined ? ['a second detail'] : []),
    ...(description.split(' ').length > 3 || description.length > 30 ? ['a long detail'] : []),
    ...(/[`*_[\]]{2}|`/.test(description) ? ['Markdown'] : []),
    ...(/\n/.test(label) ? ['several lines'] : []),
  ];
}

test('every row that is offered while real files are written can be read', () => {
  const chosen = (corpusSamples() ?? []).filter((_, index) => index % STEP === 0);
  const faults = new Set<string>();
  let rows = 0;
  for (const { sample, text, offset } of [...chosen, ...fixtureSamples('accepted')].flatMap(
    momentsOf,
  )) {
    const analysis = new Analysis({ uri: uriOf(sample.kind), text });
    const position = analysis.tree.lines.position(offset);
    const items = completion(analysis, { position })?.items ?? [];
    rows += items.length;
    for (const item of items)
      for (const fault of faultsOf(item)) faults.add(`${fault}: ${JSON.stringify(item.label)}`);
    const alike = items.map(
      ({ label, labelDetails }) => `${label} ${labelDetails?.description ?? ''}`,
    );
    if (new Set(alike).size < alike.length) faults.add(`alike in ${alike.join()}`);
  }
  assert.ok(rows > 1000, String(rows));
  assert.deepEqual([...faults], []);
});

/** A place, and how its list begins. */
const ORDERS: readonly (readonly [marked: string, ...first: readonly string[]])[] = [
  ['type: task\nresources:\n  gpu: H100:$0', 'H100:80GB', 'H100:80GB..', 'H100:1', 'H100:1..'],
  ['type: task\nresources:\n  gpu: A100:$0', 'A100:40GB', 'A100:40GB..', 'A100:80GB'],
  ['type: task\nresources:\n  gpu: nvidia:$0', 'nvidia:H200', 'nvidia:H100'],
  [
    'type: task\nresources:\n  memory: $0',
    '32GB',
    '48GB',
    '48GB..',
    '16GB',
    '8GB',
    '8GB..',
    '16GB..',
  ],
  ['type: task\npython: $0', '3.11', '3.12', '3.10', '3.15', '3.14', '3.13', '3.9'],
  ['type: task\nmax_duration: $0', '2h', '1d', '30s', '5m', '10m'],
];

table('the most usual first, then an order of their own', ORDERS, ([marked, ...first]) => {
  assert.deepEqual(labelsIn(marked).slice(0, first.length), first);
});

/** A place, and what is not offered there. */
const ABSENT: readonly (readonly [marked: string, unwanted: RegExp])[] = [
  ['type: task\nresources:\n  gpu: A100:80$0', /[TM]B/],
  ['type: task\nresources:\n  gpu: $0', /^mi300x|^tpu-/],
  ['type: task\nresources:\n  shm_size: 16$0', /[TM]B/],
  ['type: task\nresources:\n  memory: 64$0', /TB/],
  ['type: task\nresources:\n  disk: 100$0', /MB/],
  ['type: task\nfleets:\n  - $0', /fleet/],
  ['type: task\nvolumes:\n  - $0', /my-/],
  ['type: service\ngateway: $0', /my-|shared/],
  ['type: task\nimage: $0', /\d{6}|sha-/],
];

table('what nobody has, or does not exist, is not offered', ABSENT, ([marked, unwanted]) => {
  assert.deepEqual(
    labelsIn(marked).filter((label) => unwanted.test(label)),
    [],
  );
});

/** A place, a value, the words beside it and a part of its documentation. */
const DETAILS: readonly (readonly [string, string, string | undefined, RegExp])[] = [
  ['type: task\nenv:\n  - $0', 'HF_TOKEN', 'from your shell', /passed through/],
  ['type: task\nenv:\n  - $0', 'NCCL_DEBUG=INFO', undefined, /Sets `NCCL_DEBUG`/],
  ['type: task\nvolumes:\n  - $0', '/mnt/data:/data', 'instance folder', /mounted at `\/data`/],
  ['type: task\nports:\n  - $0', '6006', 'TensorBoard', /6006/],
  ['type: task\nports:\n  - $0', '*:8000', 'any local port', /[Aa]ny free port/],
  ['type: task\nresources:\n  gpu: $0', 'H100', undefined, /1 or more NVIDIA H100 GPUs/],
  ['type: task\nresources:\n  gpu: H100:80$0', 'H100:80', undefined, /80 NVIDIA H100 GPUs/],
  ['$0', 'Task', 'whole file', /```yaml/],
];

table('the sentence is in the documentation', DETAILS, ([marked, label, detail, documentation]) => {
  const item = completionsIn(marked).find((one) => one.label === label);
  assert.equal(item?.labelDetails?.description, detail);
  assert.match(JSON.stringify(item?.documentation), documentation);
});
