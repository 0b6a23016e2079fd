import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translateFor } from '../../../server/src/language/l10n/languages';
import { t, verbatim, type Text } from '../../../server/src/language/l10n/text';
import { table } from '../../support/table';

const TEXT = t('Remove `{0}`', 'gpu');

/** A locale, and a text in its language. */
const LOCALES: readonly (readonly [locale: string | undefined, shown: string])[] = [
  [undefined, 'Remove `gpu`'],
  ['', 'Remove `gpu`'],
  ['C', 'Remove `gpu`'],
  ['en', 'Remove `gpu`'],
  ['en-GB', 'Remove `gpu`'],
  ['fr', 'Remove `gpu`'],
  ['de', '`gpu` entfernen'],
  ['DE-at', '`gpu` entfernen'],
  ['de_DE.UTF-8', '`gpu` entfernen'],
  ['de_DE@euro', '`gpu` entfernen'],
  ['den', 'Remove `gpu`'],
  ['zh', '删除 `gpu`'],
  ['zh-cn', '删除 `gpu`'],
  ['zh-Hans-SG', '删除 `gpu`'],
  ['zh_CN.UTF-8', '删除 `gpu`'],
  // The traditional script has other words.
  ['zh-tw', 'Remove `gpu`'],
  ['zh-Hant', 'Remove `gpu`'],
  ['zh_HK.UTF-8', 'Remove `gpu`'],
  ['qps-ploc', '[Rémövé `gpu`]'],
  ['constructor', 'Remove `gpu`'],
  ['-', 'Remove `gpu`'],
];

table('locales', LOCALES, ([locale, shown]) => {
  assert.equal(translateFor(locale)(TEXT), shown);
});

test('a text that nobody has translated is shown in English', () => {
  assert.equal(translateFor('de')({ english: 'Not there {0}', parts: [1] }), 'Not there 1');
  assert.equal(translateFor('de')({ english: 'constructor', parts: [] }), 'constructor');
});

test('parts are put in once: what a name looks like does not matter', () => {
  const text = t('Change `{0}` to `{1}`', '{1} $& {0}', '$1');
  assert.equal(translateFor('en')(text), 'Change `{1} $& {0}` to `$1`');
  assert.equal(translateFor('de')(text), '`{1} $& {0}` in `$1` ändern');
  assert.equal(translateFor('de')(verbatim('Remove `{0}`')), 'Remove `{0}`');
});

test('a part can be a text', () => {
  const text = t('{0}, {1}', t('Fix 1 problem'), t('{0} to decide', 2));
  assert.equal(translateFor('de')(text), '1 Problem beheben, 2 zu entscheiden');
});

test('a host has texts of its own', () => {
  const more = { de: { Help: 'Hilfe' }, 'zh-cn': { Help: '帮助' } };
  const help: Text = { english: 'Help', parts: [] };
  assert.deepEqual(
    ['en', 'de', 'zh'].map((locale) => translateFor(locale, more)(help)),
    ['Help', 'Hilfe', '帮助'],
  );
  assert.equal(translateFor('de', more)(TEXT), '`gpu` entfernen');
});

test('a part that is missing leaves its place visible', () => {
  assert.equal(translateFor('en')(t('Remove `{0}`')), 'Remove `{0}`');
});
