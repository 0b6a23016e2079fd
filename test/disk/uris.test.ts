import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, pathOf } from '../../server/src/disk/uris';
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
  'what is no file of the disk is its own key',
  ['untitled:50%', 'git:/w/a%40b.yml', 'file:///w/%E0%A4%A', ''],
  (uri) => {
    assert.equal(keyOf(uri), uri);
    assert.equal(pathOf(uri), undefined);
  },
);
