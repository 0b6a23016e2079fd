import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { repositoryPath } from '../support/repository';

const NOT_BUILT = existsSync(repositoryPath('dist/serve.js')) ? false : 'needs `npm run build`';

/** kB. What is loaded before a client has its first answer is dist/server.js and nothing else. */
const PROGRAMS = {
  'dist/server.js': 220,
  'dist/serve.js': 950,
  'dist/cli.js': 850,
  'dist/extension.js': 480,
  // Loaded when the user connects to a server.
  'dist/live.js': 180,
};

/** What the archive holds besides the files themselves: 150 bytes a file for its names and dates, and a manifest. */
const PER_FILE = 150;

for (const [file, limit] of Object.entries(PROGRAMS)) {
  test(`${file} has at most ${String(limit)} kB`, { skip: NOT_BUILT }, (t) => {
    const size = kB(readFileSync(repositoryPath(file)).length);
    t.diagnostic(`figure: ${String(size)} kB`);
    assert.ok(size <= limit, `${String(size)} kB`);
  });
}

test('the extension has at most 700 kB', { skip: NOT_BUILT }, (t) => {
  const files = shipped();
  assert.ok(files.length > 50, files.join());
  const bytes = files
    .map((file) => deflateRawSync(readFileSync(repositoryPath(file))).length + PER_FILE)
    .reduce((sum, one) => sum + one, 0);
  t.diagnostic(`figure: ${String(kB(bytes))} kB in ${String(files.length)} files`);
  assert.ok(kB(bytes) <= 700, `${String(kB(bytes))} kB`);
});

/** The files that .vscodeignore leaves in: it excludes everything, and then names what is shipped. */
function shipped(): readonly string[] {
  const [all, ...kept] = readFileSync(repositoryPath('.vscodeignore'), 'utf8').trim().split('\n');
  assert.equal(all, '**');
  return kept.flatMap((line) => {
    const [, folder, ending] = /^!(?:(.*)\/)?\*+(\.\w+)?$/.exec(line) ?? [];
    if (folder === undefined) return [line.slice(1)];
    return readdirSync(repositoryPath(folder))
      .filter((name) => name.endsWith(ending ?? ''))
      .map((name) => `${folder}/${name}`);
  });
}

function kB(bytes: number): number {
  return Math.ceil(bytes / 1000);
}
