import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unifiedDiff } from '../../server/src/cli/diff';

const numbers = Array.from({ length: 30 }, (_, index) => `${index}\n`);
const changed = (...changes: readonly [number, string][]) =>
  numbers.map((line, index) => changes.find(([at]) => at === index)?.[1] ?? line).join('');

const TABLE: readonly (readonly [string, string, string, string])[] = [
  ['equal texts', 'a\n', 'a\n', ''],
  ['from nothing', '', 'a\n', '@@ -0,0 +1,1 @@\n+a\n'],
  ['to nothing', 'a\n', '', '@@ -1,1 +0,0 @@\n-a\n'],
  ['a line in between', 'a\nc\n', 'a\nb\nc\n', '@@ -1,2 +1,3 @@\n a\n+b\n c\n'],
  [
    'no line break at the end',
    'a',
    'b',
    '@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n',
  ],
  ['CRLF', 'a\r\n', 'b\r\n', '@@ -1,1 +1,1 @@\n-a\r\n+b\r\n'],
  [
    'changes far from each other',
    changed(),
    changed([5, 'x\n'], [20, '']),
    '@@ -3,7 +3,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n@@ -18,7 +18,6 @@\n 17\n 18\n 19\n-20\n 21\n 22\n 23\n',
  ],
  [
    'changes close to each other share a hunk',
    changed(),
    changed([5, 'x\n'], [12, 'y\n']),
    '@@ -3,14 +3,14 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n 9\n 10\n 11\n-12\n+y\n 13\n 14\n 15\n',
  ],
];

for (const [name, before, after, hunks] of TABLE) {
  void test(`unified diff: ${name}`, () => {
    assert.equal(unifiedDiff('f', before, after), hunks && `--- f\n+++ f\n${hunks}`);
  });
}

const many = (name: string) => Array.from({ length: 20_000 }, (_, at) => `${name}${at}\n`).join('');

/** Texts that differ in too many lines, and how their one change begins. */
const WHOLE: readonly (readonly [string, string, string])[] = [
  [many('a'), many('b'), '@@ -1,20000 +1,20000 @@\n-a0\n'],
  ['', many('b'), '@@ -0,0 +1,20000 @@\n+b0\n'],
  [many('a'), '', '@@ -1,20000 +0,0 @@\n-a0\n'],
];

for (const [before, after, head] of WHOLE) {
  void test(`many changed lines are one change, in linear time: ${head.slice(0, 24)}`, () => {
    const start = performance.now();
    const diff = unifiedDiff('f', before, after);
    assert.ok(performance.now() - start < 5000);
    assert.ok(diff.startsWith(`--- f\n+++ f\n${head}`), diff.slice(0, 80));
    assert.equal(diff.split('\n').length, 4 + (before + after).split('\n').length - 1);
  });
}
