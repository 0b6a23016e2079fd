import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCompletion, completionsIn, listIn } from '../../../support/check/completion';
import { cursorIn } from '../../../support/check/cursor';
import { afterEnter } from '../../../support/check/enter';

const task = (commands: string, env = '[MODEL_ID, HF_TOKEN]') =>
  `type: task\nenv: ${env}\ncommands:\n${commands}`;

/** Commands whose last name is whole, though a longer one begins with it. */
const COMPLETE = [
  'for MODEL in a b; do echo $MODEL; done\n  - echo $MODEL',
  'MODEL=a\n  - echo $MODEL',
  'echo ${MODEL}\n  - echo $MODEL',
  'export MODEL=b\n  - python x.py --model $MODEL',
  'DSTACK=1\n  - echo $DSTACK',
  'read -r MODEL\n  - echo $MODEL',
  'mapfile MODEL\n  - echo "$MODEL',
];

/** Names that only the shell may know; an editor would also match names that contain their letters. */
const UNKNOWN = [
  'HOST',
  'USER',
  'NODE',
  'RANK',
  'ID',
  'SRC',
  'NNODES',
  'MASTER_ADDR',
  'GPUS',
  'env',
];

const CLIENTS = [{}, { keepsOldList: true }];

for (const client of CLIENTS) {
  for (const commands of [
    ...COMPLETE,
    ...UNKNOWN.flatMap((name) => [`echo $${name}`, `x --n=$${name}`]),
    'echo ${NODE',
  ]) {
    test(`Enter leaves ${JSON.stringify(commands)} for ${JSON.stringify(client)}`, () => {
      const marked = task(`  - ${commands}$0`);
      assert.equal(afterEnter(marked, client), cursorIn(marked).text);
    });
  }

  for (const name of ['HOME', 'PATH', 'USER']) {
    test(`Enter leaves $${name}, which every shell has, for ${JSON.stringify(client)}`, () => {
      const marked = task(`  - echo $${name}$0`, `[${name}_DIR]`);
      assert.equal(afterEnter(marked, client), cursorIn(marked).text);
    });
  }

  for (const [typed, written] of [
    ['$D', '$DSTACK_GPUS_NUM'],
    ['${MOD', '${MODEL_ID}'],
    ['$mod', '$MODEL_ID'],
  ] as const) {
    test(`Enter finishes ${typed} for ${JSON.stringify(client)}`, () => {
      assert.equal(afterEnter(task(`  - echo ${typed}$0`), client), task(`  - echo ${written}`));
    });
  }
}

test('an option is not a variable', () => {
  const marked = task('  - torchrun --nnodes=2 --nproc-per-node=8 x.py?a=1&b=2 -DA=1 $0').replace(
    '$0',
    '$$0',
  );
  const labels = completionsIn(marked).map(({ label }) => label);
  for (const name of ['nnodes', 'node', 'DA']) assert.ok(!labels.includes(`$${name}`), name);
});

for (const [marked, label, accepted] of [
  ['  - echo $MOD$0', '$MODEL_ID', '  - echo $MODEL_ID$0'],
  ['  - for FILE in a; do echo $FI$0', '$FILE', '  - for FILE in a; do echo $FILE$0'],
  ['  - N=1\n  - echo ${$0', '$N', '  - N=1\n  - echo ${N}$0'],
] as const) {
  test(`${label} is offered at ${JSON.stringify(marked)}`, () => {
    checkCompletion(task(marked), label, task(accepted));
  });
}

test('the word that is being written is not offered', () => {
  const labels = completionsIn(task('  - echo $ZZ$0')).map(({ label }) => label);
  assert.ok(!labels.includes('$ZZ'));
});

test('an editor that keeps an old list has none of it at the next key', () => {
  const list = listIn(task('  - echo $MOD$0'), undefined, { keepsOldList: true });
  assert.equal(list?.isIncomplete, false);
  assert.deepEqual([...new Set(list.items.map(({ filterText }) => filterText))], ['$MOD']);
});
