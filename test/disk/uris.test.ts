import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
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
  'all URIs of a file have one key',
  ['file:///c%3A/w/a%40b.yml', 'file:///C%3A/w/a@b.yml', 'file:///C:/w/a@b.yml'],
  (uri) => {
    assert.equal(keyOf(uri, WINDOWS), 'file:///c:/w/a@b.yml');
    assert.equal(pathOf(uri, WINDOWS), 'c:\\w\\a@b.yml');
  },
);

table(
  'a URI that is not a file on the disk is its own key',
  ['untitled:50%', 'git:/w/a%40b.yml', 'file:///w/%E0%A4%A', ''],
  (uri) => {
    assert.equal(keyOf(uri), uri);
    assert.equal(pathOf(uri), undefined);
  },
);

test('the URI of a path is the one that Node gives, and leads back to the path', () => {
  const names = [
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
  ];
  for (const name of names) {
    for (const path of [`/${name}`, `/w/${name}`, `/w/${name}/.dstack.yml`]) {
      assert.equal(uriOf(path), pathToFileURL(path).href);
      assert.equal(pathOf(uriOf(path)), path);
      assert.equal(keyOf(uriOf(path)), uriOf(path));
    }
  }
  for (const [uri, key] of [
    ['file:///w/../a.yml', 'file:///a.yml'],
    ['file:///w/./a.yml', 'file:///w/a.yml'],
    ['file:///w/..', 'file:///'],
    ['file:///w/%61.yml', 'file:///w/a.yml'],
    ['file://localhost/w/a.yml', 'file:///w/a.yml'],
  ] as const)
    assert.equal(keyOf(uri, false), key);
});
