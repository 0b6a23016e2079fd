import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { printedBy } from '../support/check/command-line';

const WRONG = 'type: task\ncomands: [ls] # all\n';
const RIGHT = 'type: task\ncommands: [ls] # all\n';

/** Hands a folder with one file to `body`, and the command line that takes `@` for that folder. */
function inFolder(
  contents: string | Buffer,
  body: (
    file: string,
    check: (...args: string[]) => { code: number; out: string; err: string },
  ) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-fix-'));
  try {
    const file = join(folder, 'a.dstack.yml');
    writeFileSync(file, contents);
    body(file, (...args) => {
      return printedBy(['check', '--format=text', ...args, folder], folder);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void test('--fix writes the file, keeps its mode, leaves nothing beside it, and exits with 0', () => {
  inFolder(WRONG, (file, check) => {
    chmodSync(file, 0o666);
    const { code, out } = check('--fix');
    assert.deepEqual(
      [code, out],
      [0, `${'1 file checked: 0 errors, 0 warnings.\n'}1 problem fixed, 0 left.\n`],
    );
    assert.equal(readFileSync(file, 'utf8'), RIGHT);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o666);
    assert.deepEqual(readdirSync(join(file, '..')), ['a.dstack.yml']);
  });
});

void test('--dry-run prints a diff and writes nothing', () => {
  inFolder(WRONG, (file, check) => {
    const { code, out, err } = check('--fix', '--dry-run');
    const name = '@/a.dstack.yml';
    assert.equal(
      out,
      `--- ${name}\n+++ ${name}\n@@ -1,2 +1,2 @@\n type: task\n-comands: [ls] # all\n+commands: [ls] # all\n`,
    );
    assert.deepEqual(
      [code, err],
      [0, `${'1 file checked: 0 errors, 0 warnings.\n'}1 problem would be fixed, 0 left.\n`],
    );
    assert.equal(readFileSync(file, 'utf8'), WRONG);
  });
});

void test('--dry-run with a format for programs: the report on standard output, the diff on standard error', () => {
  inFolder(WRONG, (_, check) => {
    const { code, out, err } = check('--fix', '--dry-run', '--format=json');
    assert.deepEqual([code, JSON.parse(out)], [0, []]);
    assert.match(err, /^--- [^]*\+commands: [^]*\n1 problem would be fixed, 0 left\.\n$/);
  });
});

void test('what cannot be fixed is reported, exit code 1', () => {
  inFolder(`${WRONG}qwxz: 1\n`, (file, check) => {
    const { code, out } = check('--fix');
    assert.equal(code, 1);
    assert.match(out, /^@\/a\.dstack\.yml:3:1: error: .*\[unknown-key\]\n1 file checked: 1 error/);
    assert.equal(readFileSync(file, 'utf8'), `${RIGHT}qwxz: 1\n`);
  });
});

void test('a file that is not valid YAML or UTF-8 is not touched', () => {
  for (const contents of [
    Buffer.from('type: task\ncomands: [ls\n'),
    Buffer.from([...Buffer.from(`${WRONG}# `), 0xff, 0x0a]),
  ]) {
    inFolder(contents, (file, check) => {
      const { mtimeMs } = statSync(file);
      assert.equal(check('--fix').code, 1);
      assert.deepEqual([readFileSync(file), statSync(file).mtimeMs], [contents, mtimeMs]);
    });
  }
});

void test('a file without problems is not written', () => {
  inFolder(RIGHT, (file, check) => {
    const { ino } = statSync(file);
    assert.equal(check('--fix').code, 0);
    assert.equal(statSync(file).ino, ino);
  });
});

void test(
  'a symbolic link still points to its file',
  { skip: process.platform === 'win32' },
  () => {
    inFolder(WRONG, (file, check) => {
      const link = join(file, '../b.dstack.yml');
      symlinkSync(file, link);
      assert.equal(check('--fix').code, 0);
      assert.ok(lstatSync(link).isSymbolicLink());
      assert.equal(readFileSync(file, 'utf8'), RIGHT);
    });
  },
);

void test('--dry-run without --fix is wrong usage', () => {
  inFolder(WRONG, (_, check) => {
    assert.equal(check('--dry-run').code, 2);
  });
});

test('what a second run would not try either does not ask for one', () => {
  const items = Array.from({ length: 300 }, (_, index) => `  - A${String(index)} = 1\n`).join('');
  inFolder(`type: task\ncommands: [ls]\nenv:\n${items}`, (_file, check) => {
    assert.match(check('--fix').out, /\d+ were not tried, because the file is long: (?!run)/);
  });
});
