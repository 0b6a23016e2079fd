import assert from 'node:assert/strict';
import {
  parseShorthand,
  SHORTHAND_NAMES,
  SHORTHANDS,
} from '../../../server/src/language/shorthand';
import type { Written } from '../../../server/src/language/shorthand/grammar/write';
import { parse } from '../../../server/src/language/yaml/parse';
import { resolveScalar, type ScalarValue } from '../../../server/src/language/yaml/scalar';
import { pool } from '../../support/generate/pools';
import { table } from '../../support/table';

const WRITABLE = SHORTHAND_NAMES.filter((name) => SHORTHANDS[name].write);

table('what is written is read as the same value', WRITABLE, (name) => {
  const { read, write } = SHORTHANDS[name];
  const values = pool(`shorthand ${name}`).good.flatMap((source) => {
    const { root } = parse(source);
    const parsed = root?.kind === 'scalar' ? read(root.value) : undefined;
    return parsed?.ok && parsed.value !== null ? [parsed.value] : [];
  });
  assert.ok(values.length >= 3, `only ${String(values.length)} values`);
  for (const value of values) {
    const again = parseShorthand(name, scalarOf(write?.(value)));
    assert.deepEqual(again.ok && again.value, value);
  }
});

table(
  'a writer of amounts writes nothing for what is none',
  WRITABLE.filter((name) => SHORTHANDS[name].isAmount),
  (name) => {
    const { write } = SHORTHANDS[name];
    for (const value of [null, 'x', [], [1], { min: 'x' }, Symbol('unreadable')])
      assert.equal(write?.(value), undefined, String(value));
  },
);

function scalarOf(written: Written): ScalarValue {
  assert.ok(written !== undefined);
  if (typeof written === 'string') return { type: 'str', value: written };
  const scalar = resolveScalar(String(written), 'plain');
  assert.ok(scalar.type !== 'error');
  return scalar;
}
