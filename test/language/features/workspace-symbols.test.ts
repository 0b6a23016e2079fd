import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspaceSymbols } from '../../../server/src/language/features/workspace-symbols';
import { filesOf } from '../../support/check/workspace-files';
import { environmentOf } from '../../../server/src/language';
import { yaml } from '../../support/yaml';

const FILES = {
  'a.dstack.yml': yaml`
    type: fleet
    name: gpu
    nodes: 1
  `,
  'b.dstack.yml': yaml`
    type: volume
    name: data
    backend: aws
  `,
  'c.dstack.yml': 'type: gateway\nname: main\n',
  'd.dstack.yml': yaml`
    type: service
    name: serve
    groups:
      - name: prefill
  `,
  'e.dstack.yml': 'type: preset\nname: small\n',
  '.dstack/profiles.yml': 'profiles:\n  - name: spot\n',
};

const found = (query: string) =>
  workspaceSymbols(environmentOf({ workspace: filesOf(FILES).workspace }), { query }).map(
    ({ name, containerName }) => `${containerName ?? ''} ${name}`,
  );

void test('everything that has a name is found', () => {
  assert.deepEqual(found(''), [
    'fleet gpu',
    'volume data',
    'gateway main',
    'run serve',
    'group prefill',
    'preset small',
    'profile spot',
  ]);
});

void test('variables and anchors of all files are found, after the names that files define', () => {
  const { workspace, show } = filesOf({
    a: yaml`
      type: task
      name: one
      env:
        - HF_TOKEN
        - "DEBUG=1"
    `,
    b: yaml`
      type: task
      name: two
      env:
        HF_TOKEN: x
      resources: &big
        gpu: &gpu A100
    `,
  });
  const shown = (query: string) =>
    workspaceSymbols(environmentOf({ workspace }), { query }).map(
      ({ location, containerName = '' }) =>
        'range' in location ? `${containerName} ${show(location)}` : '',
    );
  assert.deepEqual(shown(''), [
    'run a:1 one',
    'run b:1 two',
    'variable a:3 HF_TOKEN',
    'variable a:4 DEBUG',
    'variable b:3 HF_TOKEN',
    'anchor b:4 big',
    'anchor b:5 gpu',
  ]);
  assert.deepEqual(shown('hft').length, 2);
  assert.deepEqual(shown('anchor g'), ['anchor b:4 big', 'anchor b:5 gpu']);
});

void test('the letters of the query occur in order', () => {
  assert.deepEqual(found('PFL'), ['group prefill', 'profile spot']);
  assert.deepEqual(found('fleet gpu'), ['fleet gpu']);
  assert.deepEqual(found('zz'), []);
});

void test('there are at most 500', () => {
  const many = Object.fromEntries(
    Array.from({ length: 600 }, (_, i) => [
      `${String(i)}.dstack.yml`,
      `type: fleet\nname: f${String(i)}\n`,
    ]),
  );
  assert.equal(
    workspaceSymbols(environmentOf({ workspace: filesOf(many).workspace }), { query: 'f' }).length,
    500,
  );
});
