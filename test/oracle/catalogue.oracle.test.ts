/** The catalogue against the installed packages: `python tools/catalogue.py` writes it anew. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pythonForOracle } from '../support/oracle/python';
import { repositoryPath } from '../support/repository';

test('the catalogue is what the installed packages give', (t) => {
  const python = pythonForOracle();
  if (python === undefined) {
    t.skip('there is no Python with dstack; `npm test` makes one');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dstack-catalogue-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const script = repositoryPath('tools/catalogue.py');
  const { status, stderr } = spawnSync(python, [script, folder], { env, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  assert.ok(readdirSync(folder).length > 3);
  assert.deepEqual(
    filesIn(folder),
    filesIn(repositoryPath('server/src/language/catalogue')),
    'run `python tools/catalogue.py` with the Python that has dstack',
  );
});

/** The files that the script has written; what reads them lies beside them. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
      .filter(([, text]) => text.startsWith('// Written by tools/catalogue.py')),
  );
}
