import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarise } from '../../server/src/language/workspace/summary';
import { SMALL, taskOf } from '../../tools/bench/speed/texts';
import { allocated } from '../support/check/allocations';
import { AT_A_PLACE, OF_A_DOCUMENT, Subject } from '../support/check/every-feature';

/** What is kept of a file for the others. */
const summary = ({ alone }: Subject) => summarise(alone);

/**
 * kB that a request may allocate, with reading the file, in one of 40 lines and in one of 10,000: a quarter more than it
 * did on the day when the figure was set (Node 20). Time follows it closely, and a busy machine does not move it.
 */
const BUDGETS: Readonly<Record<string, readonly [number, number]>> = {
  completion: [390, 27_000],
  hover: [110, 13_000],
  'on-type formatting': [170, 28_000],
  'selection ranges': [80, 13_000],
  'document highlights': [130, 45_000],
  'linked editing': [110, 45_000],
  diagnostics: [275, 19_000],
  formatting: [190, 36_000],
  'document symbols': [120, 23_000],
  'folding ranges': [90, 14_000],
  'document links': [100, 17_000],
  'semantic tokens': [190, 52_000],
  'inlay hints': [160, 17_000],
  'code lenses': [150, 18_000],
  'how it is read': [370, 25_000],
  'signature help': [150, 27_000],
  'code actions': [620, 46_000],
  definition: [175, 47_000],
  references: [175, 47_000],
  'preparing a renaming': [175, 47_000],
  renaming: [175, 47_000],
  'fixing all': [210, 18_000],
  'diagnostics of the workspace': [240, 21_000],
  'symbols of the workspace': [150, 19_000],
  'what is planned': [250, 21_000],
  summary: [150, 18_000],
};

const TEXTS = [
  // So many that most of them find compiled code on a busy machine, too.
  { text: SMALL, runs: 100 },
  { text: taskOf(10_000), runs: 8 },
];

test('a budget for each request', () => {
  const requests = [...Object.keys(AT_A_PLACE), ...Object.keys(OF_A_DOCUMENT), 'summary'];
  assert.deepEqual(Object.keys(BUDGETS).sort(), requests.sort());
});

for (const [name, budgets] of Object.entries(BUDGETS)) {
  test(`${name} allocates no more than its budget`, (t) => {
    for (const [index, { text, runs }] of TEXTS.entries()) {
      const used = Math.round(allocated(workOf(name, text), runs) / 1000);
      const budget = budgets[index] ?? 0;
      const figure = `${String(used)} of ${String(budget)} kB`;
      t.diagnostic(`figure: ${figure}`);
      assert.ok(used <= budget, figure);
      // A measurement that does not see the work would pass whatever happens.
      assert.ok(used > budget / 3, `${figure}: the budget is far too large`);
    }
  });
}

function workOf(name: string, text: string): () => unknown {
  const subject = () => new Subject({ uri: 'file:///w/.dstack.yml', text });
  const place = AT_A_PLACE[name];
  if (place) return () => place(subject(), valueOfGpu(text));
  const work = name === 'summary' ? summary : OF_A_DOCUMENT[name];
  return () => work?.(subject());
}

function valueOfGpu(text: string) {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.startsWith('  gpu:'));
  return { line, character: lines[line]?.length ?? 0 };
}
