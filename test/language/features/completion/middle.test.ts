import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCompletion, completionsIn, labelsIn } from '../../../support/check/completion';
import { afterEnter } from '../../../support/check/enter';
import { table } from '../../../support/table';
import { yaml } from '../../../support/yaml';

type Row = readonly [marked: string, wanted: string, accepted: string];

const GPU = 'type: task\nresources:\n  gpu: ';
const MEMORY = 'type: task\nresources:\n  memory: ';
const ENV = 'type: task\nenv:\n  - ';
const PORTS = 'type: task\nports:\n  - ';
const VOLUMES = 'type: task\nvolumes:\n  - ';

const PARTS: readonly Row[] = [
  [`${ENV}WAND$0=abc`, 'WANDB_API_KEY', `${ENV}WANDB_API_KEY$0=abc`],
  [`${ENV}WANDB$0=abc`, 'WANDB_API_KEY', `${ENV}WANDB_API_KEY$0=abc`],
  [`${ENV}NCCL$0_D=abc`, 'NCCL_DEBUG', `${ENV}NCCL_DEBUG$0=abc`],
  [`${ENV}$0=abc`, 'HF_TOKEN', `${ENV}HF_TOKEN$0=abc`],
  [
    'type: task\nenv: [WAND$0=a, B=1]',
    'WANDB_API_KEY',
    'type: task\nenv: [WANDB_API_KEY$0=a, B=1]',
  ],
  [`${ENV}"WAND$0=a b"`, 'WANDB_API_KEY', `${ENV}"WANDB_API_KEY$0=a b"`],
  [`${GPU}A1$0:80GB:2`, 'A100', `${GPU}A100$0:80GB:2`],
  [`${GPU}A1$000:80GB:2`, 'A100', `${GPU}A100$0:80GB:2`],
  [`${GPU}$0A100:80GB:2`, 'H100', `${GPU}H100$0:80GB:2`],
  [`${GPU}A100:4$0:2`, 'A100:40GB', `${GPU}A100:40GB$0:2`],
  [`${GPU}H1$0,A100`, 'H100', `${GPU}H100$0,A100`],
  [`${GPU}nvi$0:24GB`, 'nvidia', `${GPU}nvidia$0:24GB`],
  [`${GPU}24GB$0..80GB`, '24GB', `${GPU}24GB$0..80GB`],
  [`${GPU}'A1$0:80GB'`, 'A100', `${GPU}'A100$0:80GB'`],
  [`${MEMORY}16$0..64GB`, '16GB', `${MEMORY}16GB$0..64GB`],
  [`${MEMORY}1$06..64GB`, '16GB', `${MEMORY}16GB$0..64GB`],
  [`${MEMORY}16GB..6$0`, '16GB..64GB', `${MEMORY}16GB..64GB$0`],
  ['type: task\nresources:\n  cpu: x$0:8..', 'x86', 'type: task\nresources:\n  cpu: x86$0:8..'],
  ['type: task\nresources:\n  cpu: 2$0..8', '2', 'type: task\nresources:\n  cpu: 2$0..8'],
  ['type: fleet\nnodes: 1$0..4', '1', 'type: fleet\nnodes: 1$0..4'],
  [`${PORTS}80$0:8000`, '8080', `${PORTS}8080$0:8000`],
  [`${PORTS}$0:8000`, '8000', `${PORTS}8000$0:8000`],
  [`${PORTS}8000:80$0`, '8000:8000', `${PORTS}8000:8000$0`],
  ['type: service\nport: 80$0:8000', '8000', 'type: service\nport: 8000$0:8000'],
  [`${VOLUMES}/da$0:/data`, '/dstack-cache', `${VOLUMES}/dstack-cache$0:/data`],
  [`${VOLUMES}/mnt$0:/data`, '/mnt/data', `${VOLUMES}/mnt/data$0:/data`],
  ['type: task\nuser: ub$0:1000', 'ubuntu', 'type: task\nuser: ubuntu$0:1000'],
  [
    'type: task\nregions: [us-ea$0, eu-west-1]',
    'us-east-1',
    'type: task\nregions: [us-east-1$0, eu-west-1]',
  ],
  ['type: task\nregions:\n  - us-ea$0st', 'us-east-1', 'type: task\nregions:\n  - us-east-1$0'],
  ['type: ta$0sk', 'service', 'type: service$0'],
  [
    'type: task\nspot_policy: on$0-demand # x',
    'on-demand',
    'type: task\nspot_policy: on-demand$0 # x',
  ],
];

const KEYS: readonly Row[] = [
  ['type: task\n$0name: x', 'image', 'type: task\nimage: $0\nname: x'],
  ['type: task\nim$0name: x', 'image', 'type: task\nimage: $0\nname: x'],
  ['type: task\nim$0name:', 'image', 'type: task\nimage: $0\nname:'],
  ['type: task\nres$0name: x', 'resources', 'type: task\nresources:$0\nname: x'],
  ['type: task\r\nim$0name: x\r\n', 'image', 'type: task\r\nimage: $0\r\nname: x\r\n'],
  [
    'type: task\nresources:\n  me$0gpu: 24GB',
    'memory',
    yaml`
      type: task
      resources:
        memory: $0
        gpu: 24GB`,
  ],
  [
    'type: service\nprobes:\n  - $0type: http',
    'url',
    yaml`
      type: service
      probes:
        - url: $0
          type: http`,
  ],
  [
    'type: task\nresources: {me$0gpu: 24GB}',
    'memory',
    'type: task\nresources: {memory: $0, gpu: 24GB}',
  ],
  [
    'type: task\nresources: {$0gpu: 24GB}',
    'memory',
    'type: task\nresources: {memory: $0, gpu: 24GB}',
  ],
  ['type: task\nna$0me: x', 'name', 'type: task\nname$0: x'],
  ['type: task\nnam$0: x', 'name', 'type: task\nname$0: x'],
  ['type: task\nim$0ag: x', 'image', 'type: task\nimage$0: x'],
  ['type: task\nport$0: [80]', 'ports', 'type: task\nports$0: [80]'],
  ['type: task\nresources: {gp$0u: 24GB}', 'gpu', 'type: task\nresources: {gpu$0: 24GB}'],
];

for (const [marked, wanted, accepted] of [...PARTS, ...KEYS]) {
  const line = marked.split('\n').find((one) => one.includes('$0')) ?? '';
  test(`${wanted} in the middle of ${line.trim().replace('$0', '|')}`, () => {
    checkCompletion(marked, wanted, accepted);
  });
}

test('an editor that replaces instead of inserting keeps the rest of the word as well', () => {
  const find = (marked: string, wanted: string) =>
    completionsIn(marked).find(({ label }) => label === wanted)?.textEdit;
  const edit = (start: number, end: number, newText: string) => ({
    newText,
    range: { start: { line: 2, character: start }, end: { line: 2, character: end } },
  });
  assert.deepEqual(find(`${GPU}A1$0:80GB:2`, 'A100'), edit(7, 9, 'A100'));
  assert.deepEqual(find(`${ENV}WAND$0=abc`, 'WANDB_API_KEY'), edit(4, 8, 'WANDB_API_KEY'));
  assert.deepEqual(find(`${PORTS}80$0:8000`, '8080'), edit(4, 6, '8080'));
});

table(
  'a key before another one is not offered twice, and keys that are set are not offered',
  ['type: task\n$0name: x', 'type: task\nim$0name: x'],
  (marked) => {
    const labels = labelsIn(marked);
    assert.ok(!labels.includes('name') && !labels.includes('type'));
  },
);

test('offers that break the rest of a shorthand are left out', () => {
  assert.ok(!labelsIn(`${GPU}H1$0:80GB:2`).some((label) => label.includes(':')));
  assert.ok(!labelsIn(`${MEMORY}96$0..64GB`).includes('96GB'));
});

test('Tab before the rest of an entry finishes its name (f10a)', () => {
  const marked = `${ENV}WANDB$0=abc\n`;
  assert.equal(afterEnter(marked), `${ENV}WANDB_API_KEY=abc\n`);
});
