import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOfValue, offeredValues } from '../../../support/generate/offered-values';

/**
 * What other properties have to be there, or cannot be there, is not a fault of the value, nor that its own has another name
 * now; a number of GPUs is offered as it is.
 */
const ABOUT_OTHERS = [
  'certificate',
  'conflicting-properties',
  'deprecated-key',
  'gpu-count',
  'missing-key',
  'range-without-scaling',
  'unbounded-replicas',
  'unsupported-property',
  'wrong-length',
];

test('every value that is offered anywhere is accepted there', () => {
  const values = offeredValues();
  assert.ok(values.length > 2000, `${values.length} values`);
  const refused = values.flatMap((value) =>
    problemsOfValue(value)
      .filter(({ code }) => !ABOUT_OTHERS.includes(code))
      .map(({ message }) => `${message}\n${value.text}`),
  );
  assert.deepEqual(refused, []);
});
