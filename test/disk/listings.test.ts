import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Listings } from '../../server/src/disk/listings';
import { table } from '../support/table';

/** What changes a folder, and its entries then. */
const CHANGES: readonly (readonly [
  what: string,
  change: (folder: string) => void,
  entries: readonly string[],
])[] = [
  ['a new file', (folder) => writeFileSync(join(folder, 'b'), ''), ['a', 'b']],
  ['a file that is removed', (folder) => rmSync(join(folder, 'a')), []],
  ['another name', (folder) => renameSync(join(folder, 'a'), join(folder, 'c')), ['c']],
  ['a folder in place of a file', (folder) => toFolder(join(folder, 'a')), ['a/']],
];

function toFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

for (const [age, time] of [
  ['old', 1],
  ['new', undefined],
] as const) {
  table(`a folder that is ${age} is read again after`, CHANGES, ([, change, expected]) => {
    const folder = mkdtempSync(join(tmpdir(), 'dstack-listings-'));
    writeFileSync(join(folder, 'a'), '');
    if (time !== undefined) utimesSync(folder, time, time);
    const listings = new Listings();
    const names = () =>
      listings.of(folder).map(({ name, isFolder }) => (isFolder ? `${name}/` : name));
    assert.deepEqual(names(), ['a']);
    // Once more, as it may be kept now.
    assert.deepEqual(names(), ['a']);
    change(folder);
    assert.deepEqual(names().sort(), expected);
    rmSync(folder, { recursive: true });
    assert.throws(names, /ENOENT/);
  });
}

test('a folder that has not changed lately has the same list, one that has may not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-listings-'));
  const listings = new Listings();
  assert.notEqual(listings.of(folder), listings.of(folder));
  utimesSync(folder, 1, 1);
  assert.equal(listings.of(folder), listings.of(folder));
  rmSync(folder, { recursive: true });
});
