import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { shellNames } from '../../../server/src/language/shell';
import { SCRIPTS } from './scripts';

/** Where the scripts make their files. */
const FOLDER = mkdtempSync(join(tmpdir(), 'dstack-shell-'));
after(() => {
  rmSync(FOLDER, { recursive: true });
});

const hasBash = spawnSync('bash', ['-c', ':']).status === 0;

function renamed(script: string): string {
  const places = shellNames(script).filter(({ name }) => name === 'A');
  return places.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}NEW${text.slice(end)}`,
    script,
  );
}

/** What Bash prints, without what differs from run to run. */
function output(script: string, variable: string): string {
  const { stdout, status } = spawnSync('bash', ['-c', script], {
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: FOLDER, [variable]: '3' },
    encoding: 'utf8',
  });
  return `${stdout}(${String(status)})`;
}

for (const [before, after] of SCRIPTS) {
  void test(`a variable in ${JSON.stringify(before)}`, () => {
    assert.equal(renamed(before), after);
  });
  void test(`Bash prints the same for ${JSON.stringify(before)}`, { skip: !hasBash }, () => {
    assert.equal(output(after, 'NEW'), output(before, 'A'));
  });
}
