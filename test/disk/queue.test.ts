import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Queue } from '../../server/src/disk/queue';

test('work is done in order and one after the other, and waits once for a key', async () => {
  const queue = new Queue();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    log.push(`${name} ends`);
  };
  const first = queue.add('a', work('a'));
  await Promise.resolve();
  const more = ['a', 'b', 'a', 'b'].map((key) => queue.add(key, work(key)));
  await Promise.all([first, ...more]);
  assert.deepEqual(
    log,
    ['a', 'a', 'b'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
});

test('work that fails rejects for who added it, and stops nothing', async () => {
  const queue = new Queue();
  const failing = queue.add('a', () => Promise.reject(new Error('no')));
  const next = queue.add('b', () => Promise.resolve());
  await assert.rejects(failing, /no/);
  await next;
});
