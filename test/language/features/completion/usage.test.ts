import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryPath } from '../../../support/repository';

const CORPUS = repositoryPath('../shared/corpus');
const skip = existsSync(CORPUS) ? false : 'needs the public files in ../shared/corpus';

test('the usage by which completion ranks is that of the public files', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-usage-'));
  const output = join(folder, 'usage.json');
  const script = repositoryPath('tools/usage.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, CORPUS, output], {
    cwd: repositoryPath('.'),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const kept = repositoryPath('server/src/language/features/completion/usage.json');
  assert.equal(readFileSync(kept, 'utf8'), readFileSync(output, 'utf8'), 'run `npm run usage`');
  rmSync(folder, { recursive: true });
});
