import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';

const NOT_BUILT = existsSync(repositoryPath('dist/serve.js')) ? false : 'needs `npm run build`';

/** kB; test/dist/vsix.test.ts limits the VSIX. What is loaded before a client has its first answer is dist/server.js and nothing else. */
const PROGRAMS = {
  'dist/server.js': 220,
  'dist/serve.js': 740,
  // What the programs that check files share.
  'dist/validators.js': 225,
  'dist/cli.js': 625,
  'dist/extension.js': 10,
  'dist/web/extension.js': 480,
  'dist/web/server.js': 220,
  // Loaded when the user connects to a server.
  'dist/live.js': 180,
};

for (const [file, limit] of Object.entries(PROGRAMS)) {
  test(`${file} has at most ${String(limit)} kB`, { skip: NOT_BUILT }, (t) => {
    const size = kB(readFileSync(repositoryPath(file)).length);
    t.diagnostic(`figure: ${String(size)} kB`);
    assert.ok(size <= limit, `${String(size)} kB`);
  });
}

function kB(bytes: number): number {
  return Math.ceil(bytes / 1000);
}
