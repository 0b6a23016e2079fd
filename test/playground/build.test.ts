import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { repositoryPath } from '../support/repository';

/** Compressed bytes of all files together, at most. */
const MOST = 500_000;

let folder = '';

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'dstack-playground-'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [repositoryPath('tools/playground.mjs'), '--build', folder],
    { cwd: repositoryPath(), encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test(`the page has at most ${String(MOST / 1000)} kB compressed`, (t) => {
  const sizes = readdirSync(folder).map(
    (name) => gzipSync(readFileSync(join(folder, name))).length,
  );
  const size = sizes.reduce((sum, one) => sum + one, 0);
  t.diagnostic(`figure: ${String(Math.ceil(size / 1000))} kB`);
  assert.ok(size <= MOST, String(size));
});

test('it is one folder of files, with the licences of what is in it', () => {
  assert.deepEqual(readdirSync(folder).sort(), [
    'ThirdPartyNotices.txt',
    'icon.svg',
    'index.html',
    'main.js',
    'style.css',
    'worker.js',
  ]);
  for (const name of ['@codemirror/view', 'marked', 'ajv', 'yaml'])
    assert.match(read('ThirdPartyNotices.txt'), new RegExp(`^${name} \\d`, 'm'));
});

test('the page names its files by relative paths, and has no program and no style in itself', () => {
  const page = read('index.html');
  const named = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, path]) => path);
  assert.deepEqual(named.sort(), ['icon.svg', 'main.js', 'style.css']);
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});

test('the page may load only its own files, and may send nothing', () => {
  const [, policy = ''] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(read('index.html')) ?? [];
  const directives = new Map(
    policy
      .split('; ')
      .map((one): [string, string] => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]),
  );
  assert.equal(directives.get('default-src'), "'none'");
  assert.equal(directives.get('connect-src'), "'none'");
  assert.equal(directives.get('form-action'), "'none'");
  assert.equal(directives.get('script-src'), "'self'");
  assert.equal(directives.get('style-src'), "'self'");
  assert.doesNotMatch(policy, /unsafe|\*|https?:/);
});

test('it is in no package', () => {
  assert.doesNotMatch(
    readFileSync(repositoryPath('.vscodeignore'), 'utf8'),
    /^!.*(?:playground|out)/m,
  );
});
