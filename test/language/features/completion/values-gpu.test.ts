import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCompletion, labelsIn } from '../../../support/check/completion';
import { table } from '../../../support/table';

const TASK = 'type: task\nresources:\n  ';

/** The values that go on from what is typed at `gpu:`. */
function gpus(typed: string): string[] {
  return labelsIn(`${TASK}gpu: ${typed}$0`).filter((label) => label.startsWith(typed));
}

function valuesOf(properties: string): string[] {
  return labelsIn(`${TASK}gpu:\n    ${properties}$0`);
}

test('what real files have comes first, then every name, size, count and vendor', () => {
  const labels = gpus('');
  assert.equal(labels[0], '24GB');
});

table(
  'what real files have comes first, then every name, size, count and vendor',
  ['H100:8', 'MI300X', 'v5litepod-8', 'RTX5090', 'Gaudi3', 'n300', '8', 'amd', 'tpu'],
  (label) => {
    const labels = gpus('');

    assert.ok(labels.includes(label), label);
  },
);

test('after a name come the sizes in which it exists, and counts', () => {
  assert.deepEqual(
    gpus('A100:').filter((label) => label.endsWith('GB')),
    ['A100:40GB', 'A100:80GB'],
  );
  assert.deepEqual(
    gpus('H200:').filter((label) => label.includes('GB')),
    ['H200:141GB', 'H200:141GB..'],
  );
  assert.ok(gpus('A100:').includes('A100:8'));
  assert.ok(gpus('A100').includes('A100:80GB'));
  assert.ok(gpus('A100:80GB:').every((label) => /^A100:80GB:\d+(\.\.)?$/.test(label)));
  assert.ok(gpus('v5litepod-8:').every((label) => !label.includes('GB')));
});

test('after a vendor come its names', () => {
  assert.ok(gpus('amd:').includes('amd:MI325X'));
  assert.ok(!gpus('amd:').some((label) => label.includes('H100')));
  assert.ok(gpus('nvidia:').includes('nvidia:H100'));
  assert.ok(gpus('intel:').includes('intel:Gaudi2'));
  assert.ok(gpus('tpu:').includes('tpu:v5litepod-4'));
  assert.ok(gpus('tpu-').includes('tpu-v6e-8'));
});

test('after a comma come other names of the same vendor', () => {
  const labels = gpus('A100,');
  assert.ok(labels.includes('A100,H100'));
  assert.ok(!labels.includes('A100,A100') && !labels.includes('A100,MI300X'));
});

test('after `..` come only larger values', () => {
  assert.deepEqual(gpus('A100:40GB..'), ['A100:40GB..', 'A100:40GB..80GB']);
  assert.ok(gpus('24GB..').includes('24GB..80GB') && !gpus('24GB..').includes('24GB..16GB'));
  assert.deepEqual(gpus('H100:4..'), ['H100:4..', 'H100:4..8', 'H100:4..16', 'H100:4..32']);
});

test('the mapping form knows the same', () => {
  assert.deepEqual(
    valuesOf('name: A100\n    memory: ').filter((label) => /GB$/.test(label)),
    ['40GB', '80GB'],
  );
  assert.ok(
    valuesOf('vendor: amd\n    name: ').every((label) => /^(?:MI\d+[AX]?|- )$/.test(label)),
  );
  assert.ok(valuesOf('vendor: tpu\n    name: ').includes('v5litepod-8'));
  assert.ok(!valuesOf('name: [A100, ').includes('A100'));
  assert.deepEqual(valuesOf('vendor: ').slice(0, 2), ['nvidia', 'amd']);
  assert.ok(valuesOf('compute_capability: ').includes('8.6'));
  checkCompletion(
    `${TASK}gpu:\n    compute_capability: $0`,
    '9.0',
    `${TASK}gpu:\n    compute_capability: 9.0$0`,
  );
  checkCompletion(
    `${TASK}gpu: [$0]`.replace('gpu: [$0]', 'gpu: A100:4$0'),
    'A100:40GB',
    `${TASK}gpu: A100:40GB$0`,
  );
});
