import assert from 'node:assert/strict';
import { test } from 'node:test';
import { references } from '../../../server/src/language/features/references';
import { filesOf } from '../../support/check/workspace-files';
import { within } from '../../support/check/within';
import { yaml } from '../../support/yaml';

const USERS = {
  'a.dstack.yml': yaml`
    type: task
    fleets: [gpu]
    volumes: [data:/d]
  `,
  'b.dstack.yml': yaml`
    type: service
    fleets:
      - name: gpu
      - other/gpu
  `,
};
const FLEET = yaml`
  type: fleet
  name: gpu
  nodes: 1
`;

function placesIn(files: Readonly<Record<string, string>>, declarations: boolean): string[] {
  const { analysis, position, workspace, show } = filesOf(files);
  return references(within(analysis, { workspace }), {
    position,
    context: { includeDeclaration: declarations },
  }).map(show);
}

void test('uses in all files, with the definition if it is requested', () => {
  const files = { ...USERS, 'f.dstack.yml': FLEET.replace('gpu', 'g$0pu') };
  const uses = ['a.dstack.yml:1 gpu', 'b.dstack.yml:2 gpu'];
  assert.deepEqual(placesIn(files, false), uses);
  assert.deepEqual(placesIn(files, true), ['f.dstack.yml:1 gpu', ...uses]);
});

void test('from a use it is the same', () => {
  const files = {
    'f.dstack.yml': FLEET,
    ...USERS,
    'b.dstack.yml': 'type: service\nfleets: [$0gpu]\n',
  };
  assert.deepEqual(placesIn(files, true), [
    'f.dstack.yml:1 gpu',
    'a.dstack.yml:1 gpu',
    'b.dstack.yml:1 gpu',
  ]);
});

void test('names of one file stay in it', () => {
  const files = {
    'a.dstack.yml': 'type: task\nenv: [A=1]\ncommands:\n  - echo $A$0 ${A}\n',
    'b.dstack.yml': 'type: task\nenv: [A=1]\n',
  };
  assert.deepEqual(placesIn(files, false), ['a.dstack.yml:3 A', 'a.dstack.yml:3 A']);
  assert.deepEqual(placesIn(files, true)[0], 'a.dstack.yml:1 A');
  assert.deepEqual(placesIn({ 'a.dstack.yml': 'type: t$0ask\n' }, true), []);
});
