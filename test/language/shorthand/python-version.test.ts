import assert from 'node:assert/strict';
import { test } from 'node:test';
import { container } from '../../../server/src/language/schema/container';
import { parseShorthand } from '../../../server/src/language/shorthand';
import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('python-version', [
  ['3.9', '3.9'],
  ['3.15', '3.15'],
  [{ plain: '3.12' }, '3.12'],
  // To YAML it is the number 3.1.
  [{ plain: '3.10' }, '3.10'],
  [{ plain: '~' }, null],
]);

checkParts('python-version', [['3.12', [['value', '3.12']]]]);

const code = 'python-version';

checkRefusals('python-version', [
  { input: '3.1', code, suggestion: '3.10' },
  { input: '3.12.1', code, suggestion: '3.12' },
  { input: 'python3.12', code, suggestion: '3.12' },
  { input: '>=3.9', code, suggestion: '3.9' },
  { input: '3.8', code },
  { input: '3.16', code },
  { input: '2.7', code },
  { input: '', code },
  { input: { plain: '312' }, code, suggestion: '3.12' },
  { input: { plain: '3.8' }, code },
  { input: { plain: '3' }, code },
  { input: { plain: 'yes' }, code },
]);

void test('the versions of the schema are those that the grammar takes', () => {
  for (const version of container.python.enum) {
    if (version === null) continue;
    const value = parseShorthand('python-version', { type: 'str', value: version });
    assert.ok(value.ok, version);
  }
});
