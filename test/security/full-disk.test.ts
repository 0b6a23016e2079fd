import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';

const CLI = repositoryPath('dist/cli.js');
const skip = existsSync('/dev/full') && existsSync(CLI) ? false : 'needs Linux and `npm run build`';
const LONG = `type: task\ncomands: [a]\n${'# a long comment\n'.repeat(4000)}`;

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'dstack-full-'));
  context.after(() => rmSync(path, { recursive: true }));
  writeFileSync(join(path, 'a.dstack.yml'), LONG);
  writeFileSync(join(path, 'b.dstack.yml'), 'type: task\ncomands: [b]\n');
  return path;
}

/** Runs a command of bash in which `$CLI` is the built command line and `$AT` the folder. */
function bash(command: string, at: string) {
  const env = { ...process.env, CLI: `${process.execPath} ${CLI}`, AT: at };
  return spawnSync('bash', ['-c', command], { env, encoding: 'utf8' });
}

test('--fix of a file that cannot be written whole leaves it as it was', { skip }, (context) => {
  const at = folder(context);
  const { status, stderr } = bash('ulimit -f 16; $CLI check --fix $AT', at);
  const path = join(at, 'a.dstack.yml');
  assert.equal(stderr, `${path}: was not fixed: the system allows no file of this size\n`);
  assert.equal(status, 2);
  assert.equal(readFileSync(path, 'utf8'), LONG);
  assert.equal(readFileSync(join(at, 'b.dstack.yml'), 'utf8'), 'type: task\ncommands: [b]\n');
  assert.deepEqual(readdirSync(at).sort(), ['a.dstack.yml', 'b.dstack.yml']);
});

table(
  'a report that cannot be written is one line and exit code 2, whatever the format',
  ['text', 'json', 'sarif', 'github', 'gitlab'],
  (format) => {
    const { status, stderr } = bash(
      `$CLI check --format ${format} $AT > /dev/full`,
      repositoryPath('examples'),
    );
    assert.equal(stderr, 'standard output: no space left on the disk\n');
    assert.equal(status, 2);
  },
  { skip },
);
