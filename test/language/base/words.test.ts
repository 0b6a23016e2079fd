import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withArticle } from '../../../server/src/language/base/words';

for (const expected of [
  'a task',
  'an item',
  'an hour',
  'a day of the month',
  'a user',
  'a unit',
  'an unknown key',
]) {
  const noun = expected.replace(/^an? /, '');
  test(`${noun} has its article`, () => {
    assert.equal(withArticle(noun), expected);
  });
}
