import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shellNames } from '../../../server/src/language/shell';

/** Pieces that begin something, so that a long run of one nests or never ends. */
const PIECES = [
  ...[
    '$(',
    '${',
    '$((',
    '((',
    '(',
    '[[',
    '"',
    '`',
    '<<E\n',
    '<(',
    '$[',
    "'",
    'a=(',
    '@(',
    '{',
    '\\`',
  ],
  ...[
    'case x in ',
    '${A:-',
    '${A[',
    '$((A[',
    '[[ A -eq A ',
    'eval "',
    'A=1 ',
    'bash -c "',
    'if ',
    '\\',
  ],
  ...['x(', '#', '$', 'env -u ', 'exec ', ';;', ') ', '} ', '"$(', '"`', '${A:', 'declare -A '],
  ...[
    '| bash ',
    "echo ' | bash ",
    'cat <<E |',
    'cat <<E | cat\nE\n',
    'cat | ',
    '${!x} ',
    '> a.sh ',
    'a=([A]=',
    'x[A[',
  ],
];

for (const piece of PIECES) {
  void test(`a long run of ${JSON.stringify(piece)} takes linear time`, () => {
    for (const text of [piece.repeat(20_000), `${piece}A `.repeat(20_000)]) {
      const start = performance.now();
      const names = shellNames(text);
      assert.ok(performance.now() - start < 3000);
      for (const { name, start, end } of names) assert.equal(text.slice(start, end), name);
    }
  });
}

/** A generator of numbers that is the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

void test('any text is read, and what is found is what stands there', () => {
  const random = randomFrom(7);
  for (let round = 0; round < 5_000; round++) {
    const length = Math.floor(random() * 14);
    const text = Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)])
      .map((piece) => (random() < 0.5 ? `${piece ?? ''}A ` : (piece ?? '')))
      .join(random() < 0.3 ? '\n' : '');
    let last = -1;
    for (const { name, start, end, split } of shellNames(text)) {
      if (!split) assert.equal(text.slice(start, end), name, text);
      assert.ok(start > last, text);
      last = start;
    }
  }
});
