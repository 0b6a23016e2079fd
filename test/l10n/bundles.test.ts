import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookup } from '../../server/src/language/base/lookup';
import { KINDS, LANGUAGES, readBundle } from '../../tools/l10n/bundles';
import { markedIn } from '../../tools/l10n/texts';
import { parsed, SOURCES } from '../house-rules/sources';
import { table } from '../support/table';

/** What is the same in all languages: places of parts, and what is in backticks. */
function fixedIn(text: string): readonly string[] {
  return (text.match(/`[^`]*`|\{\d\}/g) ?? []).sort();
}

const FILES = KINDS.flatMap(({ name, fileOf, keys }) =>
  LANGUAGES.map((language) => ({ name, file: fileOf(language), language, keys })),
);

test('there are texts of each kind', () => {
  for (const { name, keys } of KINDS) assert.ok(keys.length > 50, `${name}: ${keys.length}`);
});

table('each text of the sources is translated, and nothing else', FILES, ({ file, keys }) => {
  assert.deepEqual(Object.keys(readBundle(file)).sort(), [...keys].sort(), 'npm run l10n');
});

table('translations keep the parts, and what is in backticks', FILES, ({ file }) => {
  for (const [english, translated] of Object.entries(readBundle(file)))
    assert.deepEqual(fixedIn(translated), fixedIn(english), translated);
});

table('translations are texts of about the same length, on as many lines', FILES, ({ file }) => {
  for (const [english, translated] of Object.entries(readBundle(file))) {
    assert.equal(translated, translated.trim(), english);
    assert.ok(translated !== '', `without a translation: ${english}`);
    assert.ok(translated.length <= english.length * 2 + 12, translated);
    assert.equal(translated.split('\n').length, english.split('\n').length, translated);
  }
});

table('Chinese translations are Chinese', FILES, ({ language, file }) => {
  if (language !== 'zh-cn') return;
  for (const [english, translated] of Object.entries(readBundle(file)))
    if (/[A-Za-z]{2}/.test(english.replace(/`[^`]*`|\{\d\}/g, '')))
      assert.match(translated, /[\u4e00-\u9fff]/, english);
});

test('each marked text is a literal, with as many parts as it has places', () => {
  const marked = SOURCES.flatMap(markedIn);
  assert.ok(marked.length > 200, String(marked.length));
  for (const { place, english, parts } of marked) {
    assert.ok(english !== undefined, `${place}: not a literal`);
    const places = new Set([...english.matchAll(/\{(\d)\}/g)].map(([, index]) => index));
    assert.deepEqual([...places].sort(), [...Array(parts).keys()].map(String), place);
  }
});

/** A source, and the text that is found in it. */
const FOUND: readonly (readonly [source: string, english: string | undefined, parts: number])[] = [
  ["f(t('a'))", 'a', 0],
  ["t('a {0}', b)", 'a {0}', 1],
  ["l10n.t('a {0} {1}', b, c)", 'a {0} {1}', 2],
  ['t(`a`)', 'a', 0],
  ['t(`a ${b}`)', undefined, 0],
  ['t(a, b)', undefined, 1],
];

table('marked texts are found in sources', FOUND, ([source, english, parts]) => {
  assert.deepEqual(markedIn(parsed('a.ts', source)), [{ place: 'a.ts:1', english, parts }]);
});

test('keys are looked up as they are', () => {
  for (const { file } of FILES) assert.equal(lookup(readBundle(file), '__proto__'), undefined);
});
