import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHover, hoverIn } from '../../../support/check/hover';
import { yaml } from '../../../support/yaml';

const PROBES = yaml`
  type: service
  probes:
    - &p
      type: http
      url: /x
`;

void test('an alias shows the content of its anchor, and its place', () => {
  checkHover(
    `${PROBES}  - *$0p\n`,
    '*p',
    'alias of `&p`',
    'line 3, in `probes`',
    '```yaml\ntype: http\nurl: /x\n```',
  );
  checkHover('a: &x one\nb: [*x$0]\n', '*x', 'line 1, in `a`', '```yaml\none\n```');
  checkHover(
    yaml`
      a: &x 1
      b: &x 2
      c: *$0x
    `,
    '*x',
    'line 2, in `b`',
    '\n2\n',
  );
  checkHover(
    yaml`
      a: &x 1
      b:
        *x$0 : 2
    `,
    '*x',
    'line 1',
  );
  checkHover(
    yaml`
      a: &x
        b: 1
      c: *x$0
    `,
    '*x',
    'line 1, in `a`',
    '\nb: 1\n',
  );
  checkHover(
    yaml`
      a: &x # &x
        # as &x
        b: 1
      c: *x$0
    `,
    '*x',
    'line 1, in `a`',
  );
  checkHover(
    yaml`
      z: 1
      a:
        &x
        - b
      c: *x$0
    `,
    '*x',
    'line 3, in `a`',
  );
  checkHover(
    yaml`
      a: 1
      &x b: c
      d: *x$0
    `,
    '*x',
    'line 2',
  );
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
