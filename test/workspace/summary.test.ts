import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language/analysis';
import { WorkspaceIndex } from '../../server/src/language/workspace';
import { summarise } from '../../server/src/language/workspace/summary';

function summaryOf(text: string, uri = 'file:///w/a.dstack.yml') {
  return summarise(new Analysis({ uri, text }));
}

const places = (
  list: readonly { kind: string; name: string; range: { start: { line: number } } }[],
) => list.map(({ kind, name, range }) => `${kind} ${name} ${String(range.start.line)}`);

test('a file declares its own name, groups and profiles', () => {
  const task = summaryOf(
    'type: task\nname: train\ngroups:\n  - name: head\n    nodes: 1\n    commands: [a]\n',
  );
  assert.deepEqual(places(task.declarations), ['run train 1', 'group head 3']);
  assert.equal(task.declarations[1]?.excerpt, 'name: head\nnodes: 1\ncommands: [a]');
  const profiles = summaryOf(
    'profiles:\n  - name: spot\n    spot_policy: spot\n',
    'file:///w/.dstack/profiles.yml',
  );
  assert.deepEqual(places(profiles.declarations), ['profile spot 1']);
});

test('a file refers to fleets, volumes and gateways, in short and long form', () => {
  const { references } = summaryOf(`type: service
port: 80
commands: [a]
fleets: [cpu, other/gpu, {name: gpu}]
gateway: main
volumes:
  - data:/data
  - /host:/x
  - name: [eu, us]
    path: /m
  - shard-\${{ dstack.node_rank }}:/s
`);
  assert.deepEqual(places(references), [
    'fleet cpu 3',
    'fleet gpu 3',
    'gateway main 4',
    'volume data 6',
    'volume eu 8',
    'volume us 8',
  ]);
  assert.deepEqual(references[3]?.range, {
    start: { line: 6, character: 4 },
    end: { line: 6, character: 8 },
  });
});

test('images, variables and secrets are collected', () => {
  const list = summaryOf(
    'type: task\nimage: a/b:1\nenv:\n  - A=1\n  - HF_TOKEN\ncommands: ["${{ secrets.key }}"]\n',
  );
  assert.deepEqual(
    [list.images, list.variables, list.secrets],
    [['a/b:1'], ['A', 'HF_TOKEN'], ['key']],
  );
  assert.deepEqual(summaryOf('type: task\nenv:\n  A: 1\n  B: x\n').variables, ['A', 'B']);
});

test('an excerpt leaves out comments and is short', () => {
  const keys = Array.from({ length: 30 }, (_, i) => `  - VAR${String(i)}=1`).join('\n');
  const { declarations } = summaryOf(`# hi\ntype: fleet # one\n\nname: gpu\n# no\nenv:\n${keys}\n`);
  const lines = declarations[0]?.excerpt.split('\n') ?? [];
  assert.deepEqual(lines.slice(0, 3), ['type: fleet # one', 'name: gpu', 'env:']);
  assert.equal(lines.length, 13);
  assert.equal(lines.at(-1), '...');
});

test('broken and strange files give what can be read', () => {
  for (const text of ['', '- a', 'type: fleet\nname: x\nnodes: [', 'a: &a [*a]', '\0'])
    summaryOf(text);
  assert.deepEqual(places(summaryOf('type: fleet\nname: x\nnodes: [').declarations), ['fleet x 1']);
});

test('the index finds declarations and references by name, and forgets a file that is gone', () => {
  const index = new WorkspaceIndex();
  const put = (uri: string, text: string) => index.put(summaryOf(text, uri));
  put('file:///w/f.dstack.yml', 'type: fleet\nname: gpu\nnodes: 1\n');
  put('file:///w/g.dstack.yml', 'type: fleet\nname: cpu\nnodes: 1\n');
  put('file:///w/t.dstack.yml', 'type: task\ncommands: [a]\nfleets: [gpu]\nimage: x\n');
  put('file:///w/u.dstack.yml', 'type: task\ncommands: [a]\nfleets: [gpu]\nimage: y\n');
  put('file:///w/v.dstack.yml', 'type: task\ncommands: [a]\nimage: y\n');
  assert.deepEqual(
    index.named('fleet').map(({ name }) => name),
    ['cpu', 'gpu'],
  );
  assert.deepEqual(index.texts('images'), ['y', 'x']);
  assert.equal(index.references('fleet', 'gpu').length, 2);
  put('file:///w/t.dstack.yml', 'type: task\ncommands: [a]\nfleets: [cpu]\n');
  assert.equal(index.references('fleet', 'gpu').length, 1);
  assert.equal(index.references('fleet', 'cpu').length, 1);
  index.remove('file:///w/f.dstack.yml');
  assert.deepEqual(index.declarations('fleet', 'gpu'), []);
  assert.equal(index.size, 4);
});
