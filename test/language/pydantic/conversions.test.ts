import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  toBigInt,
  toBoolean,
  toInteger,
  toNumber,
  toText,
} from '../../../server/src/language/pydantic/conversions';
import type { ScalarValue } from '../../../server/src/language/yaml/scalar';

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

void test('an integer stays on its side of 2^63, also when it is written and read again', () => {
  const int = (value: bigint) => toInteger({ type: 'int', value }) ?? NaN;
  const again = (number: number) => int(BigInt(String(number)));
  const [largest, next] = [int(2n ** 63n - 1n), int(2n ** 63n)];
  assert.ok(largest < 2 ** 63 && next > 2 ** 63);
  assert.deepEqual([again(largest), again(next)], [largest, next]);
  const [least, before] = [int(-(2n ** 63n)), int(-(2n ** 63n) - 1n)];
  assert.ok(least > -(2 ** 63) && before < -(2 ** 63));
  assert.deepEqual([again(least), again(before)], [least, before]);
});

void test('bytes that are no UTF-8 are refused', () => {
  assert.equal(toText(bytes('/w==')), undefined);
  assert.equal(toBigInt(bytes('/w==')), undefined);
});
