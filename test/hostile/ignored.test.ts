import assert from 'node:assert/strict';
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { DISK } from '../../server/src/disk/node-files';
import { Ignored } from '../../server/src/disk/ignored';
import { dstackFiles } from '../../server/src/disk/walk';
import { times } from './texts';

/** 90 kB of patterns, each of which has to be tried and fits nothing. */
const PATTERNS = times(
  5000,
  (i) => `${['*a*b*c*d*e*', '?*?*?*q', '[!z]*[!y]*w', '*d*s*k.*z'][i % 4] ?? ''}${String(i)}?\n`,
);
/** Seconds of a processor; without limits, each of these takes from 20 to 100. */
const BOUND = 5;

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'dstack-ignored-'));
  context.after(() => rmSync(path, { recursive: true }));
  writeFileSync(join(path, 'patterns'), PATTERNS);
  return path;
}

/** Seconds of a processor. */
async function timeOf(work: () => void | Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

async function found(path: string): Promise<number> {
  let count = 0;
  for await (const file of dstackFiles(DISK, path)) if (file !== '') count++;
  return count;
}

test('hostile: a long .gitignore in each of 1,000 folders', async (context) => {
  const top = folder(context);
  for (let index = 0; index < 1000; index++) {
    const path = join(top, `d${String(index)}`);
    mkdirSync(path);
    linkSync(join(top, 'patterns'), join(path, '.gitignore'));
    writeFileSync(join(path, 'a.dstack.yml'), '');
  }
  const time = await timeOf(async () => assert.equal(await found(top), 1000));
  assert.ok(time < BOUND, String(time));
  context.diagnostic(
    `figure: a walk of 1,000 folders with a .gitignore of 90 kB each: ${time.toFixed(1)} s of a processor`,
  );
});

test('hostile: the patterns of all folders around a file share its steps', async (context) => {
  let path = folder(context);
  const all = join(path, 'patterns');
  let ignored = Ignored.above(DISK, path);
  for (let depth = 0; depth < 29; depth++) {
    path = join(path, 'a');
    mkdirSync(path);
    linkSync(all, join(path, '.gitignore'));
    ignored = ignored.within(path);
  }
  const time = await timeOf(() => {
    for (let index = 0; index < 5000; index++) {
      const name = `job-${String(index)}.dstack.yml`;
      assert.equal(ignored.has(join(path, name), name, false), false);
    }
  });
  assert.ok(time < BOUND, String(time));
});

test('hostile: 20,000 files that are not configurations are not compared with patterns', async (context) => {
  const top = folder(context);
  linkSync(join(top, 'patterns'), join(top, '.gitignore'));
  for (let index = 0; index < 20_000; index++) writeFileSync(join(top, `f${String(index)}.py`), '');
  writeFileSync(join(top, 'a.dstack.yml'), '');
  const time = await timeOf(async () => assert.equal(await found(top), 1));
  assert.ok(time < 1, String(time));
});
