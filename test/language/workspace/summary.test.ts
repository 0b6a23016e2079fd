import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { WorkspaceIndex } from '../../../server/src/language/workspace';
import { summarise } from '../../../server/src/language/workspace/summary';
import { table } from '../../support/table';

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

test('a name is declared where all variants agree on it, decided or not', () => {
  const names = (text: string) =>
    summaryOf(text).declarations.map(({ kind, name }) => `${kind} ${name}`);
  assert.deepEqual(names('type: volume\nname: data\nsize: 1GB\n'), ['volume data']);
  assert.deepEqual(names('type: volume\nname: data\nbackend: nope\n'), ['volume data']);
  assert.deepEqual(names('type: volume\nname: data\nbackend: aws\n'), ['volume data']);
  assert.deepEqual(names('type: gateway\nname: main\n'), ['gateway main']);
  assert.deepEqual(names('name: x\n'), []);
  assert.deepEqual(names('type: volum\nname: x\n'), []);
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
    [list.images, list.variables.map(({ name }) => name), list.secrets],
    [['a/b:1'], ['A', 'HF_TOKEN'], ['key']],
  );
  assert.deepEqual(summaryOf('type: task\nenv:\n  A: 1\n  B: x\n').variables, [
    { name: 'A', line: 2, character: 2 },
    { name: 'B', line: 3, character: 2 },
  ]);
});

test('an excerpt leaves out comments and is short', () => {
  const keys = Array.from({ length: 30 }, (_, i) => `  - VAR${String(i)}=1`).join('\n');
  const { declarations } = summaryOf(`# hi\ntype: fleet # one\n\nname: gpu\n# no\nenv:\n${keys}\n`);
  const lines = declarations[0]?.excerpt.split('\n') ?? [];
  assert.deepEqual(lines.slice(0, 3), ['type: fleet # one', 'name: gpu', 'env:']);
  assert.equal(lines.length, 13);
  assert.equal(lines.at(-1), '...');
});

table(
  'a range is that of the name, without quotes',
  ['q-fleet', '"q-fleet"', "'q-fleet'"],
  (name) => {
    const texts = {
      declaration: `type: fleet\nname: ${name}\nnodes: 1\n`,
      list: `type: task\ncommands: [a]\nfleets: [${name}]\n`,
      mapping: `type: task\ncommands: [a]\nfleets: [{name: ${name}}]\n`,
      gateway: `type: service\nport: 80\ncommands: [a]\ngateway: ${name}\n`,
      volume: `type: task\ncommands: [a]\nvolumes: [{name: ${name}, path: /x}]\n`,
      volumes: `type: task\ncommands: [a]\nvolumes: [{name: [${name}], path: /x}]\n`,
    };
    for (const [form, text] of Object.entries(texts)) {
      const { declarations, references } = summaryOf(text);
      const [one, ...more] = [...declarations, ...references];
      assert.ok(one && more.length === 0, form);
      const { start, end } = one.range;
      const line = text.split('\n')[start.line] ?? '';
      assert.equal(line.slice(start.character, end.character), 'q-fleet', `${form} ${name}`);
    }
  },
);

table(
  'an excerpt keeps no value of a variable and no credentials',
  [
    ['env:\n  - A=s3cret\n  - "B=s3cret"\n  - C\n', 'env:\n  - A=***\n  - "B=***"\n  - C'],
    [
      'env:\n  A: s3cret\n  B: |\n    s3cret\n    s3cret\n  C: 1\n',
      'env:\n  A: ***\n  B: ***\n  C: ***',
    ],
    [
      'env: {A: s3cret, B: {key: s3cret}} # c\nnodes: 1\n',
      'env: {A: ***, B: {key: ***}} # c\nnodes: 1',
    ],
    [
      'registry_auth:\n  username: s3cret\n  password: "s3=cret"\n',
      'registry_auth:\n  username: ***\n  password: ***',
    ],
    ['env:\n  - A: s3cret\n  - NAME=\n  - s3-cret\n', 'env:\n  - A: ***\n  - NAME=\n  - ***'],
    ['env: s3cret\nregistry_auth: [s3cret]\n', 'env: ***\nregistry_auth: [***]'],
    [
      'env: &e\n  A: &a s3cret\n  B: *a\nregistry_auth: *e\n',
      'env: &e\n  A: &a ***\n  B: *a\nregistry_auth: *e',
    ],
    ['env: &e [*e]\n', 'env: &e [*e]'],
    ['env:\nA: s3cret\nenvs: [B=s3cret]\n', 'env:\nA: ***\nenvs: [***]'],
  ],
  ([rest, expected]) => {
    const excerptOf = (rest: string) =>
      summaryOf(`type: task\nname: x\n${rest}`)
        .declarations[0]?.excerpt.split('\n')
        .slice(2)
        .join('\n');
    assert.equal(excerptOf(rest), expected);
  },
);

test('an excerpt of a text that is no YAML is the name alone', () => {
  const broken = [
    'name: x\nenv:\n  A: s3cret: s3cret\n  B: s3cret\n\tC: s3cret\n',
    'env:\n  - A=s3cret\n - B=s3cret\nname: x\n',
    'name: x\nenv:\n  A: "s3cret" s3cret\n  B: [s3cret\n',
  ];
  for (const text of broken) {
    const { declarations } = summaryOf(`type: task\n${text}`);
    for (const { excerpt } of declarations) assert.equal(excerpt, 'name: x');
  }
  assert.equal(summaryOf(`type: task\n${broken[0] ?? ''}`).declarations.length, 1);
  const flow = summaryOf('{type: fleet, env: {A: "s3cret" s3cret}, name: x');
  for (const { excerpt } of flow.declarations) assert.equal(excerpt, 'name: x');
});

test('broken and strange files give what can be read', () => {
  assert.deepEqual(places(summaryOf('type: fleet\nname: x\nnodes: [').declarations), ['fleet x 1']);
});

table(
  'broken and strange files give what can be read',
  ['', '- a', 'type: fleet\nname: x\nnodes: [', 'a: &a [*a]', '\0'],
  (text) => summaryOf(text),
);

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
