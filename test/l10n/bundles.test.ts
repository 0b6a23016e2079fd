import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lookup } from '../../server/src/language/base/lookup';
import { KINDS, LANGUAGES } from '../../tools/l10n/bundles';
import { markedIn } from '../../tools/l10n/texts';
import { parsed, SOURCES } from '../house-rules/sources';
import { readManifest, readTexts } from '../support/manifest';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';

/** What is the same in all languages: places of parts, links, emphasis, and what is in backticks. */
function fixedIn(text: string): readonly string[] {
  return (text.match(/`[^`]*`|\{\d\}|\$\([a-z-]+\)|\(command:[^)]*\)|\*\*.*?\*\*/g) ?? []).sort();
}

const FILES = KINDS.flatMap(({ fileOf, english }) =>
  LANGUAGES.map((language) => ({ file: fileOf(language), language, english })),
);

/** Each English text with its translation. */
function pairsIn({ file, english }: (typeof FILES)[number]) {
  const texts = readTexts(file);
  return Object.entries(english).map(([key, text]) => [text, lookup(texts, key) ?? ''] as const);
}

test('there are texts of each kind', () => {
  for (const { name, english } of KINDS) assert.ok(Object.keys(english).length > 40, name);
});

table('each text is translated, and nothing else', FILES, ({ file, english }) => {
  assert.deepEqual(
    Object.keys(readTexts(file)).sort(),
    Object.keys(english).sort(),
    'npm run l10n',
  );
});

table('translations keep the parts, and what is in backticks', FILES, (texts) => {
  for (const [english, translated] of pairsIn(texts))
    assert.deepEqual(fixedIn(translated), fixedIn(english), translated);
});

table('translations are texts of about the same length, on as many lines', FILES, (texts) => {
  for (const [english, translated] of pairsIn(texts)) {
    assert.equal(translated, translated.trim(), english);
    assert.ok(translated !== '', `without a translation: ${english}`);
    assert.ok(translated.length <= english.length * 2 + 12, translated);
    assert.equal(translated.split('\n').length, english.split('\n').length, translated);
  }
});

table('Chinese translations are Chinese', FILES, (texts) => {
  if (texts.language !== 'zh-cn') return;
  for (const [english, translated] of pairsIn(texts))
    if (/[A-Za-z]{2}/.test(english.replace(/`[^`]*`|\{\d\}|\$\([a-z-]+\)|Fleets?/g, '')))
      assert.match(translated, /[\u4e00-\u9fff]/, english);
});

test('package.json has no key without a text, and no text without a key', () => {
  const source = JSON.stringify(JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')));
  const keys = [...source.matchAll(/"%([^"%]+)%"/g)].map(([, key = '']) => key);
  assert.deepEqual([...new Set(keys)].sort(), Object.keys(readTexts('package.nls.json')).sort());
});

/** The keys of package.json whose texts people read; those for language models are in English. */
const READ_BY_PEOPLE = [
  ...['title', 'shortTitle', 'contents', 'markdownDescription', 'enumDescriptions', 'altText'],
  'userDescription',
];

test('all texts of package.json that people read are translated', () => {
  const names = ['dstack'];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (READ_BY_PEOPLE.includes(key) && !names.includes(value)) assert.match(value, /^%.*%$/);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value))
      visit(inner, Array.isArray(value) ? key : name);
  };
  visit(JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')), '');
  for (const language of LANGUAGES)
    assert.doesNotMatch(JSON.stringify(readManifest(language)), /"%[^"]*%"/);
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
