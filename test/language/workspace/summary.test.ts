import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { WorkspaceIndex } from '../../../server/src/language/workspace';
import { summarise } from '../../../server/src/language/workspace/summary';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

function summaryOf(text: string, uri = 'file:///w/a.dstack.yml') {
  return summarise(new Analysis({ uri, text }));
}

const places = (
  list: readonly { kind: string; name: string; range: { start: { line: number } } }[],
) => list.map(({ kind, name, range }) => `${kind} ${name} ${String(range.start.line)}`);

test('a file declares its own name, groups and profiles', () => {
  const task = summaryOf(
    yaml`
      type: task
      name: train
      groups:
        - name: head
          nodes: 1
          commands: [a]
    `,
  );
  assert.deepEqual(places(task.declarations), ['run train 1', 'group head 3']);
  assert.equal(task.declarations[1]?.excerpt, 'name: head\nnodes: 1\ncommands: [a]');
  const profiles = summaryOf(
    yaml`
      profiles:
        - name: spot
          spot_policy: spot
    `,
    'file:///w/.dstack/profiles.yml',
  );
  assert.deepEqual(places(profiles.declarations), ['profile spot 1']);
});

test('a name is declared where all variants agree on it, decided or not', () => {
  const names = (text: string) =>
    summaryOf(text).declarations.map(({ kind, name }) => `${kind} ${name}`);
  assert.deepEqual(
    names(yaml`
      type: volume
      name: data
      size: 1GB
    `),
    ['volume data'],
  );
  assert.deepEqual(
    names(yaml`
      type: volume
      name: data
      backend: nope
    `),
    ['volume data'],
  );
  assert.deepEqual(
    names(yaml`
      type: volume
      name: data
      backend: aws
    `),
    ['volume data'],
  );
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
  assert.deepEqual(
    summaryOf(yaml`
      type: task
      env:
        A: 1
        B: x
    `).variables,
    [
      { name: 'A', line: 2, character: 2 },
      { name: 'B', line: 3, character: 2 },
    ],
  );
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
    [
      yaml`
        env:
          - A=s3cret
          - "B=s3cret"
          - C
      `,
      yaml`
        env:
          - A=***
          - "B=***"
          - C`,
    ],
    [
      yaml`
        env:
          A: s3cret
          B: |
            s3cret
            s3cret
          C: 1
      `,
      yaml`
        env:
          A: ***
          B: ***
          C: ***`,
    ],
    [
      'env: {A: s3cret, B: {key: s3cret}} # c\nnodes: 1\n',
      'env: {A: ***, B: {key: ***}} # c\nnodes: 1',
    ],
    [
      yaml`
        registry_auth:
          username: s3cret
          password: "s3=cret"
      `,
      'registry_auth:\n  username: ***\n  password: ***',
    ],
    [
      yaml`
        env:
          - A: s3cret
          - NAME=
          - s3-cret
      `,
      yaml`
        env:
          - A: ***
          - NAME=
          - ***`,
    ],
    ['env: s3cret\nregistry_auth: [s3cret]\n', 'env: ***\nregistry_auth: [***]'],
    [
      yaml`
        env: &e
          A: &a s3cret
          B: *a
        registry_auth: *e
      `,
      yaml`
        env: &e
          A: &a ***
          B: *a
        registry_auth: *e`,
    ],
    ['env: &e [*e]\n', 'env: &e [*e]'],
    [
      yaml`
        env:
        A: s3cret
        envs: [B=s3cret]
      `,
      'env:\nA: ***\nenvs: [***]',
    ],
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
    yaml`
      env:
        - A=s3cret
       - B=s3cret
      name: x
    `,
    yaml`
      name: x
      env:
        A: "s3cret" s3cret
        B: [s3cret
    `,
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
  put(
    'file:///w/f.dstack.yml',
    yaml`
      type: fleet
      name: gpu
      nodes: 1
    `,
  );
  put(
    'file:///w/g.dstack.yml',
    yaml`
      type: fleet
      name: cpu
      nodes: 1
    `,
  );
  put(
    'file:///w/t.dstack.yml',
    yaml`
      type: task
      commands: [a]
      fleets: [gpu]
      image: x
    `,
  );
  put(
    'file:///w/u.dstack.yml',
    yaml`
      type: task
      commands: [a]
      fleets: [gpu]
      image: y
    `,
  );
  put(
    'file:///w/v.dstack.yml',
    yaml`
      type: task
      commands: [a]
      image: y
    `,
  );
  assert.deepEqual(
    index.named('fleet').map(({ name }) => name),
    ['cpu', 'gpu'],
  );
  assert.deepEqual(index.texts('images'), ['y', 'x']);
  assert.equal(index.references('fleet', 'gpu').length, 2);
  put(
    'file:///w/t.dstack.yml',
    yaml`
      type: task
      commands: [a]
      fleets: [cpu]
    `,
  );
  assert.equal(index.references('fleet', 'gpu').length, 1);
  assert.equal(index.references('fleet', 'cpu').length, 1);
  index.remove('file:///w/f.dstack.yml');
  assert.deepEqual(index.declarations('fleet', 'gpu'), []);
  assert.equal(index.size, 4);
});

test('what the default profile adds is a change for other files, what others add is not', () => {
  const index = new WorkspaceIndex();
  const put = (settings: string) => {
    const uri = 'file:///w/.dstack/profiles.yml';
    index.put(summaryOf(`profiles:\n  - {name: a, ${settings}}\n`, uri));
    return index.generation;
  };
  const first = put('default: true, max_price: 1');
  assert.equal(put('default: true, max_price: 2'), first);
  const second = put('default: true, retry: true');
  assert.notEqual(second, first);
  const third = put('default: false, retry: true');
  assert.notEqual(third, second);
  assert.equal(put('retry: false'), third);
});
