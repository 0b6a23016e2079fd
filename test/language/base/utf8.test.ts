import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  utf16Offset,
  utf8Length,
  Utf8Lines,
  Utf8Table,
  utf8TablesOf,
} from '../../../server/src/language/base/utf8';
import { table } from '../../support/table';

const PARTS = ['a', ' ', 'é', '漢', '😀', 'e\u0301', '\ufeff', '\ud83d', '\ude00', '👩‍👩‍👧'];

const lines = fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((all) => all.join(''));

/** The offset of each character of a text, and that of its end. */
function startsIn(text: string): readonly number[] {
  return [...text].reduce((all, { length }) => [...all, (all.at(-1) ?? 0) + length], [0]);
}

function last(starts: readonly number[], holds: (start: number) => boolean): number {
  return starts.filter(holds).at(-1) ?? 0;
}

test('offsets are translated as the bytes are counted, also inside and after characters', () => {
  fc.assert(
    fc.property(lines, (text) => {
      const known = Utf8Table.of(text);
      assert.equal(known === undefined, Buffer.byteLength(text) === text.length);
      const starts = startsIn(text);
      for (let unit = 0; unit <= text.length + 3; unit++) {
        const start = last(starts, (one) => one <= unit);
        const after = Math.max(unit - text.length, 0);
        const bytes = Buffer.byteLength(text.slice(0, start)) + after;
        assert.equal(known?.toUtf8(unit) ?? unit, bytes);
      }
      for (let byte = 0; byte <= Buffer.byteLength(text) + 3; byte++) {
        const start = last(starts, (one) => Buffer.byteLength(text.slice(0, one)) <= byte);
        const after = Math.max(byte - Buffer.byteLength(text), 0);
        assert.equal(known?.toUtf16(byte) ?? byte, start + after);
        assert.equal(utf16Offset(text, byte), start + after);
      }
      assert.equal(utf8Length(text), Buffer.byteLength(text));
    }),
    { numRuns: 1000 },
  );
});

const TEXT = 'a\ré😀b\r\n\n漢\u2028c';

table(
  'each line has its table, if it needs one',
  [
    [0, 1, 1],
    [1, 3, 6],
    [2, 0, 0],
    [3, 2, 6],
    [4, 5, 5],
    [-1, 2, 2],
    [NaN, 2, 2],
    [1.5, 2, 2],
  ],
  ([line, unit, byte]) => {
    const lines = new Utf8Lines(TEXT);
    assert.equal(lines.get(line)?.toUtf8(unit) ?? unit, byte);
    assert.equal(lines.get(line)?.toUtf16(byte) ?? byte, unit);
    const kept = utf8TablesOf(TEXT, [line]);
    assert.equal(kept.get(line)?.toUtf8(unit) ?? unit, byte);
  },
);

test('a look-up in a line of a million characters does not walk through it', () => {
  const lines = new Utf8Lines('漢é'.repeat(500_000));
  const start = performance.now();
  let sum = 0;
  for (let unit = 0; unit < 1_000_000; unit++) sum += lines.get(0)?.toUtf8(unit) ?? 0;
  assert.equal(sum, 500_000 * 499_999 * 5 + 500_000 * 3);
  // A walk for each would take an hour.
  assert.ok(performance.now() - start < 10_000);
});
