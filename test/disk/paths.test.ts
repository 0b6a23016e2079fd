import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { folderOf, isIn, joined, nameOf, pathBelow, trimmed } from '../../server/src/disk/paths';
import { table } from '../support/table';

const slashes = (path: string) => path.replaceAll('\\', '/');

table('paths are cut as Node cuts them', ['/', '/a', '/a/b', '/a b/c.d/.e'], (path) => {
  assert.equal(folderOf(path), posix.dirname(path));
  assert.equal(nameOf(path), posix.basename(path));
  assert.equal(joined(path, 'x'), posix.join(path, 'x'));
});

const ON_WINDOWS = [
  'c:\\',
  'c:\\a',
  'C:\\a b\\c',
  '\\\\server\\share\\',
  '\\\\server\\share\\a\\b',
];

table('paths of Windows are cut as Node cuts them', ON_WINDOWS, (path) => {
  assert.equal(folderOf(slashes(path)), slashes(win32.dirname(path)));
  assert.equal(joined(slashes(path), 'x'), slashes(win32.join(path, 'x')));
});

table(
  'the root of a path elsewhere has its scheme and authority',
  ['vscode-vfs://github/', 'memfs:///'],
  (root) => {
    assert.equal(folderOf(root), root);
    assert.equal(nameOf(root), '');
    assert.equal(folderOf(`${root}a`), root);
    assert.equal(nameOf(`${root}a/b`), 'b');
    assert.equal(trimmed(`${root}a/`), `${root}a`);
    assert.equal(trimmed(root), root);
  },
);

/** A folder, a path, and the part below if the folder has it. */
const BELOW: readonly (readonly [folder: string, path: string, below?: string])[] = [
  ['/', '/a/b', 'a/b'],
  ['/a', '/a/b', 'b'],
  ['/a', '/a', ''],
  ['/a', '/ab'],
  ['c:/', 'c:/a', 'a'],
  ['c:/w', 'c:/W/a'],
  ['memfs:///a', 'memfs:///a/b/c', 'b/c'],
];

table('a path is in a folder or not', BELOW, ([folder, path, below]) => {
  assert.equal(isIn(folder, path), below !== undefined);
  if (below !== undefined) assert.equal(pathBelow(folder, path), below);
});
