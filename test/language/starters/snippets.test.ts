import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { starters } from '../../../server/src/language';
import { repositoryPath } from '../../support/repository';

const KEPT = readFileSync(repositoryPath('snippets/dstack.code-snippets'), 'utf8');

interface Manifest {
  readonly contributes: { readonly snippets: readonly { readonly path: string }[] };
}

test('the snippets of the extension are made of the starters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-snippets-'));
  const output = join(folder, 'dstack.code-snippets');
  const script = repositoryPath('tools/snippets.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, output], {
    cwd: repositoryPath('.'),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  assert.equal(KEPT, readFileSync(output, 'utf8'), 'run `npm run snippets`');
  rmSync(folder, { recursive: true });
});

test('each starter is a snippet', () => {
  const snippets = JSON.parse(KEPT) as Readonly<Record<string, { readonly prefix: string }>>;
  const labels = starters().starters.map(({ label }) => label);
  assert.deepEqual(Object.keys(snippets), labels);
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
  assert.equal(new Set(prefixes).size, labels.length, 'prefixes tell snippets apart');
});

test('the extension contributes and ships the snippets', () => {
  const manifest = JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')) as Manifest;
  const [snippets] = manifest.contributes.snippets;
  assert.equal(snippets?.path, './snippets/dstack.code-snippets');
  const shipped = readFileSync(repositoryPath('.vscodeignore'), 'utf8').split('\n');
  assert.ok(shipped.includes('!snippets/dstack.code-snippets'));
});
