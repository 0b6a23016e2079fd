import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../../server/src/language/yaml/parse';
import { Random } from '../../support/generate/random';
import { checkSpans } from '../../support/check/yaml-outline';
import { MISTAKES, unmarked } from '../../support/check/yaml-mistakes';
import {
  HAND_WRITTEN,
  mutateText,
  randomDocument,
  randomPieces,
} from '../../support/generate/yaml-texts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const chain = (count: number): string =>
  `x:\n  k: &a0 {b: 1}\n${lines(count, (i) => `  k${i}: &a${i + 1} {<<: *a${i}}`)}\n  <<: *a${count}\n`;

/** Texts made to break a parser; true where PyYAML refuses them. */
const HOSTILE: Readonly<Record<string, readonly [text: string, refused: boolean]>> = {
  'a lone surrogate': ['a: \ud800\n', true],
  NUL: ['\0', true],
  'binary data': [lines(200, (i) => String.fromCharCode((i * 7919) % 65536)), true],
  'nothing but white space': [' \n\r\n\r\u0085\u2028\u2029 \n', false],
  'a byte order mark alone': ['\ufeff', false],
  '489 lists': ['['.repeat(489) + ']'.repeat(489), false],
  '500 lists': ['['.repeat(500) + ']'.repeat(500), true],
  '3,000 open brackets': ['['.repeat(3000), true],
  '3,000 open braces': ['{a: '.repeat(3000), true],
  '3,000 dashes': ['- '.repeat(3000), true],
  '1,400 mappings': [lines(1400, (i) => `${' '.repeat(i)}a:`), true],
  '3,000 explicit keys': ['? '.repeat(3000), true],
  'aliases that multiply': [
    `a0: &a0 [x]\n${lines(60, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`)}`,
    false,
  ],
  'merges that multiply': [
    `a: &a {${lines(3000, (i) => `k${i}: 1,`)}}\n${lines(3000, (i) => `b${i}: {<<: *a}`)}`,
    false,
  ],
  'an anchor in itself': ['&a {b: *a, <<: *a, c: [*a, &d [*d]]}', false],
  '900 merges in merges': [chain(900), false],
  '7,000 merges in merges': [chain(7_000), true],
  '5,000 repeated keys': [lines(5000, () => 'a: b'), false],
  '14,000 keys': [lines(14_000, (i) => `k${i}: v`), false],
  '14,000 keys and a mistake': [lines(14_000, (i) => `k${i}: v`) + '\n\t[', true],
  '20,000 mistakes': [lines(20_000, () => '- *a'), true],
  'a long line': [`a: ${'b '.repeat(500_000)}`, false],
  'a long list': [`a: [${'b, '.repeat(29_000)}]`, false],
  'a long list without an end': [`a: [${'b, '.repeat(29_000)}`, true],
  'a long quote without an end': [`a: "${'b '.repeat(500_000)}`, true],
  'long digits': [`a: ${'1'.repeat(1_000_000)}`, true],
  'long base 60': [`a: 1${':1'.repeat(500_000)}`, true],
};

for (const [name, [text, refused]] of Object.entries(HOSTILE)) {
  void test(`${name}: ${refused ? 'refused' : 'accepted'}`, () => {
    const start = performance.now();
    const tree = parse(text);
    assert.ok(performance.now() - start < 5000);
    assert.equal(tree.broken, refused);
    assert.equal(
      tree.problems.some(({ severity }) => severity === 'error'),
      refused,
    );
    checkSpans(tree);
  });
}

const seeds = [...HAND_WRITTEN, ...MISTAKES.map((one) => unmarked(one).text)];
/** Texts that are somewhat like YAML. */
const texts = fc.oneof(
  fc.integer().map((seed) => randomDocument(new Random(seed))),
  fc.integer().map((seed) => randomPieces(new Random(seed))),
  fc
    .tuple(fc.constantFrom(...seeds), fc.integer())
    .map(([text, seed]) => mutateText(text, new Random(seed))),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

void test('no text makes it throw, and spans are sound in every tree', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const tree = parse(text);
      checkSpans(tree);
      assert.equal(tree.text, text);
      assert.equal(
        tree.broken,
        tree.problems.some(({ severity }) => severity === 'error'),
      );
    }),
    { numRuns: 5000, seed: 20261124 },
  );
});

void test('every beginning of a file can be parsed', () => {
  for (const text of seeds) {
    if (text.length > 2000) continue;
    for (let end = 0; end <= text.length; end++) checkSpans(parse(text.slice(0, end)));
  }
});
