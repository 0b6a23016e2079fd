import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  resolveScalar,
  type ScalarError,
  type ScalarValue,
} from '../../../server/src/language/yaml/scalar';

/** Plain scalars by what PyYAML makes of them; a fuller comparison is in test/oracle. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  null: ['', '~', 'null', 'Null', 'NULL'],
  'bool true': ['yes', 'Yes', 'YES', 'true', 'on', 'ON'],
  'bool false': ['no', 'No', 'false', 'False', 'off', 'OFF'],
  'int 0': ['0', '-0', '+0', '00', '0x0', '0b0'],
  'int 15': ['15', '017', '0xF', '0b1111', '+15', '1_5'],
  'int 484822': ['8080:22'],
  'int -90': ['-1:30'],
  'int 12345678901234567890': ['12345678901234567890'],
  'float 1.5': ['1.5', '1.50', '+1.5', '1_.5', '1.5e+0', '0:1.5'],
  'float 3.1': ['3.10'],
  'float Infinity': ['.inf', '+.INF', '1.0e+400'],
  'float -Infinity': ['-.inf'],
  'float NaN': ['.nan', '.NaN'],
  'timestamp 2026-01-31': ['2026-01-31'],
  'timestamp 2026-1-2 3:04:05.6 +7:00': ['2026-1-2 3:04:05.6 +7:00'],
  str: [
    'y',
    'n',
    'yEs',
    'None',
    '1e3',
    '1.5e3',
    '089',
    '0o17',
    '1,000',
    '24GB',
    '1..2',
    '-',
    '.',
    '1:60',
    '2026-1-1',
  ],
  'error invalid-scalar': [
    '2026-02-29',
    '0000-01-01',
    '2026-01-01 24:00:00',
    '0x_',
    '0b_',
    '<<',
    '=',
    '9'.repeat(4301),
  ],
};

for (const [expected, texts] of Object.entries(PLAIN)) {
  void test(`plain ${expected}`, () => {
    for (const text of texts) assert.equal(shown(resolveScalar(text, 'plain')), expected, text);
  });
}

void test('other styles are text, whatever it looks like', () => {
  for (const style of ['single', 'double', 'literal', 'folded'] as const) {
    for (const text of ['', '1', 'yes', '<<', '2026-99-99']) {
      assert.deepEqual(resolveScalar(text, style), { type: 'str', value: text });
    }
  }
});

void test('a tag decides before the style and the table', () => {
  const tagged = (text: string, tag: string): string =>
    shown(resolveScalar(text, 'double', tag === '!' ? tag : `tag:yaml.org,2002:${tag}`));
  assert.equal(tagged('1', '!'), 'int 1');
  assert.equal(tagged('1', 'str'), 'str');
  assert.equal(tagged('010', 'int'), 'int 8');
  assert.equal(tagged('1', 'float'), 'float 1');
  assert.equal(tagged('x', 'null'), 'null');
  assert.equal(tagged('SGk=', 'binary'), 'binary SGk=');
  assert.equal(tagged('SGk', 'binary'), 'error invalid-scalar');
  assert.equal(tagged('abc', 'int'), 'error invalid-scalar');
  assert.equal(tagged('y', 'bool'), 'error invalid-scalar');
  assert.equal(tagged('x', 'python/name'), 'error yaml-tag');
  assert.equal(tagged('x', 'map'), 'error yaml-tag');
});

void test('long texts take no time to speak of', () => {
  const long = 200_000;
  const texts = [
    '1'.repeat(long),
    '1_'.repeat(long),
    '1:'.repeat(long) + 'x',
    '1:1'.repeat(long),
    '1.' + '1'.repeat(long),
  ];
  const start = performance.now();
  for (const text of texts)
    for (const tag of [undefined, 'int', 'float', 'timestamp', 'binary']) {
      resolveScalar(text, 'plain', tag && `tag:yaml.org,2002:${tag}`);
    }
  assert.ok(performance.now() - start < 2000);
});

function shown(value: ScalarValue | ScalarError): string {
  switch (value.type) {
    case 'null':
    case 'str':
      return value.type;
    case 'error':
      return `error ${value.code}`;
    case 'timestamp':
    case 'binary':
      return `${value.type} ${value.text}`;
    default:
      return `${value.type} ${String(value.value)}`;
  }
}
