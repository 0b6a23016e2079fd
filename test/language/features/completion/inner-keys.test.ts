import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completions, completionsIn, labelsIn } from '../../../support/check/completion';
import { afterEnter } from '../../../support/check/enter';
import { table } from '../../../support/table';

completions('a property of `resources` is written with it', [
  ['type: task\ngp$0', 'gpu', 'type: task\nresources:\n  gpu: $0'],
  ['type: fleet\nnodes: 2\n$0', 'disk', 'type: fleet\nnodes: 2\nresources:\n  disk: $0'],
  ['type: task\nshm$0\nname: x', 'shm_size', 'type: task\nresources:\n  shm_size: $0\nname: x'],
  [
    'type: service\nreplicas:\n  - name: a\n    mem$0\n',
    'memory',
    'type: service\nreplicas:\n  - name: a\n    resources:\n      memory: $0\n',
  ],
  ['type: task\r\ncpu$0', 'cpu', 'type: task\r\nresources:\r\n  cpu: $0'],
  ['{type: task, gp$0}', 'gpu', '{type: task, resources: {gpu: $0}}'],
  ['gp$0', 'gpu', 'resources:\n  gpu: $0'],
  ['# a comment\ncpu$0', 'cpu', '# a comment\nresources:\n  cpu: $0'],
  [
    'type: service\nreplicas:\n  - gp$0\n',
    'gpu',
    'type: service\nreplicas:\n  - resources:\n      gpu: $0\n',
  ],
]);

table(
  'Enter after a property of `resources` does not write another one',
  ['gpu', 'gpus', 'cpu', 'cpus', 'memory', 'disk', 'shm_size'],
  (word) => {
    for (const type of ['task', 'service', 'dev-environment', 'fleet']) {
      const name = word.replace(/s$/, '');
      assert.equal(
        afterEnter(`type: ${type}\n${word}$0`),
        `type: ${type}\nresources:\n  ${name}: `,
      );
    }
  },
);

completions('directly below `resources`, a property is indented into it', [
  ['type: task\nresources:\n  cpu: 2\ngp$0', 'gpu', 'type: task\nresources:\n  cpu: 2\n  gpu: $0'],
  [
    'type: task\nresources:\n    cpu: 2\n$0',
    'disk',
    'type: task\nresources:\n    cpu: 2\n    disk: $0',
  ],
  [
    'type: task\nresources:\nmem$0\nname: x',
    'memory',
    'type: task\nresources:\n  memory: $0\nname: x',
  ],
  [
    'type: service\nreplicas:\n  - name: a\n    resources:\n      cpu: 2\n    gpu$0\n',
    'gpu',
    'type: service\nreplicas:\n  - name: a\n    resources:\n      cpu: 2\n      gpu: $0\n',
  ],
]);

completions('elsewhere only its name is completed', [
  ['type: task\ngp$0: 24GB', 'gpu', 'type: task\ngpu$0: 24GB'],
  ['type: task\nresources:\n  gpu: 2\ngp$0', 'gpu', 'type: task\nresources:\n  gpu: 2\ngpu$0'],
  ['{type: task, resources: {cpu: 2}, gp$0}', 'gpu', '{type: task, resources: {cpu: 2}, gpu$0}'],
  ['{"type": "task", "gp$0"}', 'gpu', '{"type": "task", "gpu"$0}'],
  [
    'type: task\nresources:\n  cpu: 2\nname: x\ngp$0',
    'gpu',
    'type: task\nresources:\n  cpu: 2\nname: x\ngpu$0',
  ],
  ['type: task\ngp$0\nresources:\n  cpu: 2\n', 'gpu', 'type: task\ngpu$0\nresources:\n  cpu: 2\n'],
  ['type: task\nresources: {cpu: 2}\ngp$0', 'gpu', 'type: task\nresources: {cpu: 2}\ngpu$0'],
  [
    'type: task\nx: &r {cpu: 2}\nresources: *r\ngp$0',
    'gpu',
    'type: task\nx: &r {cpu: 2}\nresources: *r\ngpu$0',
  ],
]);

table(
  'Enter after a property of `resources` that is written elsewhere changes nothing',
  ['gpu', 'cpu', 'memory', 'disk', 'shm_size'],
  (word) => {
    for (const type of ['task', 'service', 'dev-environment', 'fleet']) {
      for (const above of ['resources:\n  x: 1\nname: x', `name: x\nresources:\n  ${word}: 2`]) {
        const text = `type: ${type}\n${above}\n${word}`;
        assert.equal(afterEnter(`${text}$0`), text);
      }
      for (const line of [`${word}$0: 24GB`, `"${word}$0"`]) {
        const text = `type: ${type}\n${line}`;
        assert.equal(afterEnter(text), text.replace('$0', ''));
      }
    }
  },
);

table(
  'it is not offered where `resources` cannot be written',
  ['type: volume\n$0', 'type: gateway\n$0', 'type: fleet\nssh_config: {user: a, hosts: [b]}\n$0'],
  (marked) => {
    assert.ok(!labelsIn(marked).includes('gpu'), labelsIn(marked).join());
  },
);

test('it says where it belongs, and comes after the properties of the mapping', () => {
  const items = completionsIn('type: task\n$0');
  const gpu = items.findIndex(({ label }) => label === 'gpu');
  assert.equal(items[gpu]?.labelDetails?.description, 'in resources');
  assert.ok(items.slice(0, gpu).some(({ label }) => label === 'working_dir'));
});
