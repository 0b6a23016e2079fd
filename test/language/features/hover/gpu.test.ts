import { test } from 'node:test';
import { checkHover, checkNoText } from '../../../support/check/hover';
import { table } from '../../../support/table';

const MEANINGS: readonly (readonly [gpu: string, meaning: string])[] = [
  ['A100:80GB:2', '2 NVIDIA A100 GPUs with 80 GB each, 160 GB in all.'],
  ['A100:40GB..80GB:2', '2 NVIDIA A100 GPUs with 40 to 80 GB each, 80 to 160 GB in all.'],
  ['H100:1', '1 NVIDIA H100 GPU.'],
  ['2', '2 GPUs.'],
  ['0', 'No GPU.'],
  ['0..1', '0 to 1 GPUs.'],
  ['24GB', '1 or more GPUs with 24 GB each.'],
  ['24GB..', '1 or more GPUs with 24 GB or more each.'],
  ['..24GB:1', '1 GPU with up to 24 GB.'],
  ['24GB..:2..4', '2 to 4 GPUs with 24 GB or more each, 48 GB or more in all.'],
  ['A10G,A100', '1 or more NVIDIA A10G or A100 GPUs.'],
  ['H100,MI300X:8', '8 NVIDIA H100 or AMD MI300X GPUs.'],
  ['nvidia', '1 or more NVIDIA GPUs.'],
  ['amd:MI300X', '1 or more AMD MI300X GPUs.'],
  ['Gaudi3:8', '8 Intel Gaudi3 accelerators.'],
  ['n150', '1 or more Tenstorrent n150 accelerators.'],
  ['v2-8', '1 or more Google v2-8 TPUs (8 cores each).'],
  ['v5p', '1 or more Google v5p TPUs.'],
  ['tpu:v5litepod-4:1', '1 Google v5litepod-4 TPU (4 chips each).'],
  ['v100:16GB', '1 or more NVIDIA v100 GPUs with 16 GB each.'],
  ['NEXT1000', '1 or more NEXT1000 GPUs.'],
];

table('the meaning of a GPU as shorthand', MEANINGS, ([gpu, meaning]) => {
  checkHover(`type: task\nresources:\n  gpu: $0${gpu}`, gpu, `\n\n${meaning}`);
});

test('the part at the cursor is emphasised', () => {
  const gpu = (marked: string) => `type: task\nresources:\n  gpu: ${marked}`;
  checkHover(gpu('$0A100:80GB:2'), 'A100:80GB:2', '**`A100` – GPU model**');
  checkHover(gpu('A100:80$0GB:2'), 'A100:80GB:2', '**`80GB` – memory of each GPU**', '- `2` –');
});

test('the properties of a GPU together', () => {
  const gpu = (mapping: string) => `type: task\nresources:\n  gp$0u: ${mapping}`;
  checkHover('type: task\nresources:\n  mem$0ory: {min: 8GB}', 'memory', 'Here: 8 GB or more.');
  checkNoText(gpu('{count: x}'), 'Here');
  checkNoText(gpu('{}'), 'Here: undefined');
});

table(
  'the properties of a GPU together',
  [
    ['{name: [A100, H100], count: 2, memory: 80GB}', '2 NVIDIA A100 or H100 GPUs with 80 GB each'],
    ['{count: {min: 2}}', 'Here: 2 or more GPUs.'],
    ['{vendor: amd, count: 8, total_memory: 1TB..}', '8 AMD GPUs. In all 1 TB or more.'],
    ['{name: H100, compute_capability: 9.0}', '1 or more NVIDIA H100 GPUs. NVIDIA GPUs with'],
    ['{memory: {min: 24GB, max: 80GB}, count: 1..2}', '1 to 2 GPUs with 24 to 80 GB each'],
  ] as const,
  ([mapping, meaning]) => {
    const gpu = (mapping: string) => `type: task\nresources:\n  gp$0u: ${mapping}`;
    checkHover(gpu(mapping), 'gpu', meaning);
  },
);

test('the properties of a GPU in long form', () => {
  const gpu = (marked: string) => `type: task\nresources:\n  gpu:\n    ${marked}`;
  checkHover(gpu('name: [A10$00]'), 'A100', 'The GPU model `A100` will do.');
  checkHover(gpu('name: A10$00'), 'A100', 'NVIDIA A100 GPUs.');
  checkHover(gpu('vendor: t$0t'), 'tt', 'Tenstorrent');
  checkHover(gpu('compute_capability: 8.$06'), '8.6', '8.6 or more: Ampere and newer');
  checkHover(gpu('total_memory: 1$0TB..'), '1TB..', '1 TB or more');
});
