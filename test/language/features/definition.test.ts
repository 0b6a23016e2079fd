import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition } from '../../../server/src/language/features/definition';
import { filesOf } from '../../support/check/workspace-files';
import { textAt } from '../../support/check/analysis';
import { within } from '../../support/check/within';
import { yaml } from '../../support/yaml';

const INFRA = {
  'gpu.dstack.yml': yaml`
    type: fleet
    name: gpu
    nodes: 1
  `,
  'data.dstack.yml': yaml`
    type: volume
    name: "data"
    backend: aws
    region: eu
    size: 1GB
  `,
  'main.dstack.yml': yaml`
    type: gateway
    name: main
    backend: aws
    region: eu
  `,
};

/** A file, what is underlined at the cursor, and where it leads. */
const TABLE: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['type: task\nfleets: [g$0pu]\n', 'gpu', 'gpu.dstack.yml:1 gpu'],
  [
    yaml`
      type: task
      fleets:
        - name: gpu$0
    `,
    'gpu',
    'gpu.dstack.yml:1 gpu',
  ],
  [
    yaml`
      type: task
      volumes:
        - da$0ta:/data
    `,
    'data',
    'data.dstack.yml:1 data',
  ],
  [
    yaml`
      type: task
      volumes:
        - name: [x, da$0ta]
          path: /d
    `,
    'data',
    'data.dstack.yml:1 data',
  ],
  ['type: service\ngateway: $0main\n', 'main', 'main.dstack.yml:1 main'],
  [
    yaml`
      type: fleet
      name: o$0wn
      nodes: 1
    `,
    'own',
    'x.dstack.yml:1 own',
  ],
  ['type: task\nfleets: [other/g$0pu]\n'],
  ['type: task\nfleets: [unknown$0]\n'],
  ['type: ta$0sk\nname: x\n'],
  ['a: &x 1\nb: *x$0\n', 'x', 'x.dstack.yml:0 x'],
  [
    yaml`
      a: &x 1
      b: &x 2
      c: *x$0
    `,
    'x',
    'x.dstack.yml:1 x',
  ],
  [
    yaml`
      type: task
      env:
        - A=1
      commands:
        - echo $A$0
    `,
    'A',
    'x.dstack.yml:2 A',
  ],
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
  [
    yaml`
      type: task
      commands:
        - echo $HO$0ME
    `,
  ],
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
