import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHover, hoverIn } from '../../../support/check/hover';

const PROBES = 'type: service\nprobes:\n  - &p\n    type: http\n    url: /x\n';

void test('an alias shows the content of its anchor, and its place', () => {
  checkHover(
    `${PROBES}  - *$0p\n`,
    '*p',
    'alias of `&p`',
    'line 3, in `probes`',
    '```yaml\ntype: http\nurl: /x\n```',
  );
  checkHover('a: &x one\nb: [*x$0]\n', '*x', 'line 1, in `a`', '```yaml\none\n```');
  checkHover('a: &x 1\nb: &x 2\nc: *$0x\n', '*x', 'line 2, in `b`', '\n2\n');
  checkHover('a: &x 1\nb:\n  *x$0 : 2\n', '*x', 'line 1');
  checkHover('a: &x\n  b: 1\nc: *x$0\n', '*x', 'line 1, in `a`', '\nb: 1\n');
  checkHover('a: &x # &x\n  # as &x\n  b: 1\nc: *x$0\n', '*x', 'line 1, in `a`');
  checkHover('z: 1\na:\n  &x\n  - b\nc: *x$0\n', '*x', 'line 3, in `a`');
  checkHover('a: 1\n&x b: c\nd: *x$0\n', '*x', 'line 2');
});

void test('an alias without an anchor says so', () => {
  checkHover('a: *$0x\nb: &x 1\n', '*x', 'no anchor `&x` above');
});

void test('a `<<` says what it merges, and which keys that brings', () => {
  const text = (value: string) => `a: &x {b: 1, c: 2}\nd: &y {b: 3, e: 4}\nf:\n  <$0<: ${value}\n`;
  checkHover(text('*x'), '<<', 'merges `*x`', 'It brings `b` and `c`.', '{b: 1, c: 2}');
  checkHover(`${text('*x')}  c: 5\n`, '<<', 'It brings `b`.', 'sets `c` itself');
  checkHover(`${text('*x')}  c: 5\n  b: 6\n`, '<<', 'It brings nothing');
  checkHover(text('[*x, *y]'), '<<', '`*x`, `*y`', '`b`, `c` and `e`', 'the first counts');
  checkHover(text('{g: 1}'), '<<', 'merges a mapping', 'It brings `g`.');
});

void test('a text that only looks like an alias has no hover', () => {
  for (const marked of ['a: &x 1\nb: "*$0x"\n', 'a: &x 1\n# *$0x\n', '"<$0<": 1\n'])
    assert.equal(hoverIn(marked), null, marked);
});
