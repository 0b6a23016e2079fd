import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCompletion, completionsIn } from '../../../support/check/completion';
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
];

for (const commands of COMPLETE) {
  test(`Enter leaves a name that the file uses elsewhere: ${JSON.stringify(commands)}`, () => {
    const marked = task(`  - ${commands}$0`);
    assert.equal(afterEnter(marked), cursorIn(marked).text);
  });
}

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
