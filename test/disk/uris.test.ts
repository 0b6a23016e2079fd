import assert from 'node:assert/strict';
import { win32 } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { keyOf, pathOf, uriOf } from '../../server/src/disk/uris';
import { table } from '../support/table';

const WINDOWS = true;

test('all URIs of a file have one key', () => {
  const path = "/w/a@b+(c):&=,;$!'[] é%.dstack.yml";
  const asVsCode = `file://${path.split('/').map(encodeURIComponent).join('/')}`;
  assert.notEqual(asVsCode, keyOf(asVsCode));
  assert.equal(keyOf(asVsCode, false), keyOf(keyOf(asVsCode, false), false));
  assert.equal(pathOf(asVsCode, false), path);
});

table(
  'all URIs of a file on Windows have one key',
  ['file:///c%3A/w/a%40b.yml', 'file:///C%3A/w/a@b.yml', 'file:///C:/w/a@b.yml'],
  (uri) => {
    assert.equal(keyOf(uri, WINDOWS), 'file:///c:/w/a@b.yml');
    assert.equal(pathOf(uri, WINDOWS), 'c:/w/a@b.yml');
  },
);

/** Paths of Windows as Node has them. */
const ON_WINDOWS = [
  'c:\\',
  'c:\\w',
  'd:\\a b\\é%41#?.yml',
  'c:\\w\\x.dstack.yml',
  '\\\\server\\share\\w\\.dstack.yml',
];

table('a path of Windows and its URI are those of Node', ON_WINDOWS, (path) => {
  const uri = uriOf(path.replaceAll('\\', '/'), WINDOWS);
  assert.equal(fileURLToPath(uri, { windows: true }), path);
  assert.equal(win32.normalize(pathOf(uri, WINDOWS) ?? ''), path);
});

/** A URI, its path and its key where that is another text. */
const ELSEWHERE: readonly (readonly [uri: string, path: string, key?: string])[] = [
  ['vscode-vfs://github/owner/repo/a.yml', 'vscode-vfs://github/owner/repo/a.yml'],
  [
    'vscode-vfs://github/o/a%20b%40c.yml',
    'vscode-vfs://github/o/a b@c.yml',
    'vscode-vfs://github/o/a%20b@c.yml',
  ],
  ['vscode-test-web://mount/x/', 'vscode-test-web://mount/x', 'vscode-test-web://mount/x'],
  ['memfs:/a.yml', 'memfs:///a.yml'],
  ['memfs:/', 'memfs:///'],
  ['git:/w/a%40b.yml', 'git:///w/a@b.yml', 'git:/w/a@b.yml'],
];

table('files that are not on a disk have paths as well', ELSEWHERE, ([uri, path, key = uri]) => {
  assert.equal(pathOf(uri), path);
  assert.equal(keyOf(uri), key);
  assert.equal(pathOf(key), path);
});

table(
  'a URI without a path is its own key',
  ['untitled:50%', 'file:///w/%E0%A4%A', 'file:///w/a%2Fb', 'memfs:/a?b', ''],
  (uri) => {
    assert.equal(keyOf(uri), uri);
    assert.equal(pathOf(uri), undefined);
  },
);

const NAMES = [
  'a',
  '.dstack.yml',
  '..a',
  'a..',
  '...',
  'A-b_c.1',
  'a b',
  'é',
  '%41',
  'a#b',
  '~',
  'a:b',
  'a?b',
  'a\\b',
];

table('the URI of a path leads back to it, for Node as well', NAMES, (name) => {
  for (const path of [`/${name}`, `/w/${name}`, `/w/${name}/.dstack.yml`]) {
    const uri = uriOf(path, false);
    assert.equal(fileURLToPath(uri, { windows: false }), path);
    assert.equal(pathOf(uri, false), path);
    assert.equal(keyOf(uri, false), uri);
  }
});

table(
  'steps in a URI are taken',
  [
    ['file:///w/../a.yml', 'file:///a.yml'],
    ['file:///w/./a.yml', 'file:///w/a.yml'],
    ['file:///w/..', 'file:///'],
    ['file:///w/%61.yml', 'file:///w/a.yml'],
    ['file://localhost/w/a.yml', 'file:///w/a.yml'],
    ['file:///w/', 'file:///w'],
  ],
  ([uri, key]) => assert.equal(keyOf(uri, false), key),
);
