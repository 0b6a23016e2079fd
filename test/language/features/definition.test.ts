import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition } from '../../../server/src/language/features/definition';
import { filesOf } from '../../support/check/workspace-files';
import { textAt } from '../../support/check/analysis';
import { within } from '../../support/check/within';

const INFRA = {
  'gpu.dstack.yml': 'type: fleet\nname: gpu\nnodes: 1\n',
  'data.dstack.yml': 'type: volume\nname: "data"\nbackend: aws\nregion: eu\nsize: 1GB\n',
  'main.dstack.yml': 'type: gateway\nname: main\nbackend: aws\nregion: eu\n',
};

/** A file, what is underlined at the cursor, and where it leads. */
const TABLE: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['type: task\nfleets: [g$0pu]\n', 'gpu', 'gpu.dstack.yml:1 gpu'],
  ['type: task\nfleets:\n  - name: gpu$0\n', 'gpu', 'gpu.dstack.yml:1 gpu'],
  ['type: task\nvolumes:\n  - da$0ta:/data\n', 'data', 'data.dstack.yml:1 data'],
  ['type: task\nvolumes:\n  - name: [x, da$0ta]\n    path: /d\n', 'data', 'data.dstack.yml:1 data'],
  ['type: service\ngateway: $0main\n', 'main', 'main.dstack.yml:1 main'],
  ['type: fleet\nname: o$0wn\nnodes: 1\n', 'own', 'x.dstack.yml:1 own'],
  ['type: task\nfleets: [other/g$0pu]\n'],
  ['type: task\nfleets: [unknown$0]\n'],
  ['type: ta$0sk\nname: x\n'],
  ['a: &x 1\nb: *x$0\n', 'x', 'x.dstack.yml:0 x'],
  ['a: &x 1\nb: &x 2\nc: *x$0\n', 'x', 'x.dstack.yml:1 x'],
  ['type: task\nenv:\n  - A=1\ncommands:\n  - echo $A$0\n', 'A', 'x.dstack.yml:2 A'],
  ['type: task\nenv:\n  "A": 1\ncommands:\n  - echo ${A$0}\n', 'A', 'x.dstack.yml:2 A'],
  [
    'type: service\nenv:\n  - A\nprobes:\n  - type: http\n    url: /${{ env.A$0 }}\n',
    'A',
    'x.dstack.yml:2 A',
  ],
  [
    'type: task\ngroups:\n  - name: "a"\n    commands:\n      - x ${{ groups[0$0].nodes[0].IP_ADDRESS }}\n',
    '0',
    'x.dstack.yml:2 a',
  ],
  ['type: task\ncommands:\n  - echo $HO$0ME\n'],
];

for (const [text, ...expected] of TABLE) {
  void test(`the definition of ${JSON.stringify(text)}`, () => {
    const { analysis, position, workspace, show } = filesOf({ ...INFRA, 'x.dstack.yml': text });
    const links = definition(within(analysis, { workspace }), { position });
    const origin = links[0]?.originSelectionRange;
    const found = links.map(({ targetUri, targetRange }) =>
      show({ uri: targetUri, range: targetRange }),
    );
    assert.deepEqual([...(origin ? [textAt(analysis, origin)] : []), ...found], expected);
  });
}

void test('a name that two files define leads to both', () => {
  const { analysis, position, workspace } = filesOf({
    ...INFRA,
    'b.dstack.yml': INFRA['gpu.dstack.yml'],
    'x.dstack.yml': 'type: task\nfleets: [g$0pu]\n',
  });
  assert.equal(definition(within(analysis, { workspace }), { position }).length, 2);
});
