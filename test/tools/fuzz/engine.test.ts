import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '../../support/generate/random';
import { Coverage } from '../../../tools/fuzz/engine/coverage';
import { fuzz } from '../../../tools/fuzz/engine/loop';
import { shrink } from '../../../tools/fuzz/engine/shrink';
import { holds, signatureOf, type Target } from '../../../tools/fuzz/target';
import { yaml } from '../../support/yaml';

test('the fuzzer finds a text that breaks a rule, once, and makes it as short as can be', async () => {
  const run = (text: string) => holds(!/gpu.*:/.test(text), 'no colon behind gpu');
  const target: Target = { run, longest: 100, share: 1, inTests: 0 };
  const told: string[] = [];
  const { findings, executions } = await fuzz(target, {
    seeds: [
      'type: task\nname: a\n',
      yaml`
        type: task
        resources:
          gpu: A100
      `,
    ],
    dictionary: ['gpu'],
    random: new Random(1),
    isOver: (count) => count >= 50,
    onFinding: ({ text }) => told.push(text),
  });
  assert.deepEqual(
    findings.map(({ text, signature }) => [text, signature]),
    [['gpu:', 'no colon behind gpu']],
  );
  assert.deepEqual([told, executions], [['gpu:'], 50]);
});

test('a text that reaches a place for the first time or much more often is new', () => {
  const counters = new Int32Array(3);
  const coverage = new Coverage(counters);
  const isNew = (...times: number[]) => {
    coverage.reset();
    counters.set(times);
    return coverage.isNew();
  };
  assert.deepEqual(
    [isNew(1, 0, 0), isNew(1, 0, 0), isNew(2, 0, 0), isNew(3, 0, 0), isNew(9, 4, 0)],
    [true, false, true, false, true],
  );
  assert.equal(coverage.edges, 2);
});

test('a text is made shorter as long as it fails', async () => {
  const fails = (text: string) => Promise.resolve(text.includes('a') && text.includes('b'));
  assert.equal(await shrink('x\nya\nz\nzzb\n', fails), 'ab');
});

test('findings are distinguished by the rule, or by where the error was thrown', () => {
  assert.throws(
    () => holds(false, 'a rule', () => [1]),
    (error) => signatureOf(error) === 'a rule',
  );
  assert.match(signatureOf(new TypeError('no such thing')), /^TypeError .*no such thing$/);
});
