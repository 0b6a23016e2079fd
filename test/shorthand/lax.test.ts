import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  toBigInt,
  toBoolean,
  toInteger,
  toNumber,
  toText,
} from '../../server/src/language/shorthand/lax';
import type { ScalarValue } from '../../server/src/language/yaml/scalar';

const bytes = (text: string): ScalarValue => ({ type: 'binary', text });

void test('bytes are read as the text that they are', () => {
  assert.equal(toText(bytes('aGk=')), 'hi');
  assert.equal(toText(bytes('a G k= aGk=')), 'hi');
  assert.equal(toText(bytes('w6k=')), 'é');
  assert.equal(toText(bytes('')), '');
  assert.equal(toBigInt(bytes('MTI=')), 12n);
  assert.equal(toNumber(bytes('MS41')), 1.5);
  assert.equal(toBoolean(bytes('dHJ1ZQ==')), true);
});

void test('an integer that 64 bits do not hold is beyond 2^63', () => {
  const int = (value: bigint) => toInteger({ type: 'int', value });
  assert.equal(int(2n ** 63n - 1n), 2 ** 63);
  assert.ok((int(2n ** 63n) ?? 0) > 2 ** 63);
  assert.ok((int(-(2n ** 63n) - 1n) ?? 0) < -(2 ** 63));
});

void test('bytes that are no UTF-8 are refused', () => {
  assert.equal(toText(bytes('/w==')), undefined);
  assert.equal(toBigInt(bytes('/w==')), undefined);
});
