import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsName, readName } from '../../server/src/disk/ignore-names';
import { IgnorePatterns } from '../../server/src/disk/ignore-patterns';
import { table } from '../support/table';
import { yaml } from '../support/yaml';

/** What `git check-ignore` says: the patterns, and entries that they leave out or do not; a folder ends with `/`. */
const CASES: readonly (readonly [patterns: string, ignored: string, others: string])[] = [
  ['a', 'a a/ b/a b/c/a/', 'ab ba a.b'],
  ['a/', 'a/ b/a/', 'a b/a'],
  ['/a', 'a a/', 'b/a'],
  ['a/b', 'a/b a/b/', 'b c/a/b'],
  ['*.log', 'x.log .log a/b.log', 'x.log.txt log'],
  ['a*b*c', 'abc axbxc abbcc', 'ab acb abcd'],
  ['?.x', 'a.x b/c.x', '.x ab.x'],
  ['[a-c]1', 'a1 c1', 'd1 a-1 1'],
  ['[!a-c]1', 'd1', 'a1 b1'],
  ['[]x]', '] x', 'y'],
  ['[a\\]]', 'a ]', 'b'],
  ['**/a', 'a b/a b/c/a', 'ab'],
  ['a/**', 'a/b a/b/c', 'a a/ b/a/c'],
  ['a/**/b', 'a/b a/x/b a/x/y/b', 'a/xb b'],
  ['a/*/b', 'a/x/b', 'a/b a/x/y/b'],
  ['**', 'a a/b', ''],
  ['a**b', 'ab axxb', 'a/b'],
  [
    yaml`
      # a

      \#b
      \!c`,
    '#b !c',
    'a # b',
  ],
  ['a  \nb\\ \n c', 'a b\u00a0 \u00a0c'.replaceAll('\u00a0', '_'), 'c'],
  ['*.x\n!keep.x', 'a.x', 'keep.x b/keep.x'],
  ['!a\na', 'a', ''],
  ['a\r\nb\r\n', 'a b', 'c'],
  ['\\a\\*', 'a*', 'ab \\a*'],
];

for (const [patterns, ignored, others] of CASES) {
  test(`.gitignore: ${JSON.stringify(patterns)}`, () => {
    const read = new IgnorePatterns(patterns);
    const isIgnored = (entry: string) => {
      // `_` stands for a space.
      const path = entry.replaceAll('_', ' ');
      return read.ignores(path.replace(/\/$/, ''), path.endsWith('/')) === true;
    };
    const entries = (list: string) => list.split(' ').filter(Boolean);
    assert.deepEqual(
      entries(ignored).filter((entry) => !isIgnored(entry)),
      [],
    );
    assert.deepEqual(entries(others).filter(isIgnored), []);
  });
}

/** Milliseconds that nothing linear takes, on a busy machine too; a regular expression takes years for most of these. */
const BOUND = 1000;

const HOSTILE: Readonly<Record<string, readonly [pattern: string, path: string]>> = {
  'many wildcards': [`${'*a'.repeat(400)}*b`, 'a'.repeat(255)],
  'many pairs of wildcards': [`${'a**'.repeat(300)}b`, 'a'.repeat(255)],
  'many wildcards of one character': [`${'*?'.repeat(100)}b`, 'a'.repeat(255)],
  'many folders': [`${'**/a/'.repeat(150)}b`, `${'a/'.repeat(2000)}c`],
  'many folders of wildcards': [
    `${'**/*a*a*/'.repeat(100)}b`,
    `${`${'a'.repeat(100)}/`.repeat(40)}c`,
  ],
  'open brackets': ['['.repeat(1000), 'a'.repeat(255)],
  spaces: [`${' '.repeat(900)}a`, ' '.repeat(255)],
  backslashes: ['\\'.repeat(999), '\\'.repeat(255)],
};

for (const [name, [pattern, path]] of Object.entries(HOSTILE)) {
  test(`.gitignore, hostile: ${name}`, () => {
    const start = performance.now();
    assert.equal(new IgnorePatterns(pattern).ignores(path, false), undefined);
    assert.ok(performance.now() - start < BOUND);
  });
}

test('brackets without an end are read in linear time', () => {
  const name = readName('[[a[b');
  assert.ok(fitsName(name, '[[a[b', { left: 100 }));
  assert.ok(!fitsName(name, 'a', { left: 100 }));
});

table(
  'brackets without an end are read in linear time',
  ['[', '[a', '[\\', '[]', '[!'],
  (piece) => {
    const start = performance.now();
    readName(piece.repeat(100_000));
    assert.ok(performance.now() - start < 2000, piece);
  },
);
