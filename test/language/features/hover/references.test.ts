import { test } from 'node:test';
import assert from 'node:assert/strict';
import { checkHover, hoverIn, hoverText } from '../../../support/check/hover';
import { table } from '../../../support/table';

const command = (text: string) =>
  `type: task\nenv:\n  - HF_TOKEN\n  - MODEL=org/x\ncommands:\n  - |\n    a\n    ${text}\n`;

test('variables that dstack sets', () => {
  checkHover(command('b $DSTACK_NODE$0_RANK c'), 'DSTACK_NODE_RANK', '0 is the master');
  checkHover(command('b ${DSTACK_GPUS$0_NUM}'), 'DSTACK_GPUS_NUM', 'GPUs of the whole run');
});

test('variables of the file', () => {
  checkHover(command('b $MOD$0EL c'), 'MODEL', 'Sets `MODEL` to `org/x`', 'line 4, in `env`');
  checkHover(command('b "${HF_$0TOKEN}"'), 'HF_TOKEN', 'not in the file', 'line 3');
  checkHover('type: task\nenv: {a_b: 1}\ncommands: [echo $a$0_b]', 'a_b', 'Sets `a_b` to `1`');
  checkHover(command('b $((MOD$0EL + 1))'), 'MODEL', 'Sets `MODEL`');
  checkHover(command('b ${#MOD$0EL}'), 'MODEL', 'Sets `MODEL`');
});

table(
  'variables of the file',
  ["b '$MOD$0EL'", 'b # $MOD$0EL', 'b \\$MOD$0EL', 'b MOD$0EL', 'b $OTH$0ER', 'b $$0(x)', 'b $$0'],
  (marked) => {
    assert.equal(hoverIn(command(marked)), null, marked);
  },
);

test('references', () => {
  checkHover(command('b ${{ run.a$0rgs }}'), '${{ run.args }}', 'on the command line');
  checkHover(
    command('b ${{ groups[1].nodes[0].IP$0_ADDRESS }}'),
    '${{ groups[1].nodes[0].IP_ADDRESS }}',
    'of a node',
  );
  checkHover(command('b ${{ env$0.X }}'), '${{ env.X }}', 'only in `registry_auth`', 'not here');
  const auth = (text: string) =>
    `type: task\nimage: x\nenv: [HF_TOKEN]\nregistry_auth: {username: a, password: "${text}"}`;
  checkHover(auth('${{ secrets$0.x }}'), '${{ secrets.x }}', 'secret of the project');
  checkHover(auth('${{ env.HF$0_TOKEN }}'), '${{ env.HF_TOKEN }}', '-e HF_TOKEN=...', 'line 3');
  checkHover(
    'type: task\nvolumes: ["x-${{ dstack.no$0de_rank }}:/a"]',
    '${{ dstack.node_rank }}',
    'each node',
  );
});

test('a reference that dstack does not know says so', () => {
  checkHover(command('b ${{ nonsen$0se }}'), '${{ nonsense }}', 'is not a name in an expression');
  assert.doesNotMatch(hoverText(hoverIn(command('b ${{ run.a$0rgs }}'))), /not/);
});
