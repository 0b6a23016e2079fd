import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Batch } from '../../server/src/disk/batch';

test('what comes in one turn, or while work is done, is done together', async () => {
  const done: string[] = [];
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const batch = new Batch<string>(async (items) => {
    begin();
    await new Promise((resolve) => setImmediate(resolve));
    done.push(items.join(''));
  });
  const first = [batch.add('a'), batch.add('b')];
  await begun;
  const second = ['c', 'd', 'e'].map((item) => batch.add(item));
  await Promise.all([...first, ...second]);
  assert.deepEqual(done, ['ab', 'cde']);
});

test('work that fails rejects for all of its batch, and stops nothing', async () => {
  let fails = true;
  const batch = new Batch<string>(() =>
    fails ? Promise.reject(new Error('no')) : Promise.resolve(),
  );
  const failing = [batch.add('a'), batch.add('b')];
  for (const one of failing) await assert.rejects(one, /no/);
  fails = false;
  await batch.add('c');
});
