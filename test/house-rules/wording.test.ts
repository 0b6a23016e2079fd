import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readManifest } from '../support/manifest';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';
import { parsed, SOURCES } from './sources';
import { linesOf, stringsIn, textsIn, type Text } from './texts';

const read = (file: string) => readFileSync(repositoryPath(file), 'utf8');
const pagesIn = (folder: string) =>
  readdirSync(repositoryPath(folder)).map((name) => `${folder}/${name}`);

/** Words that depend on the sentence: people look for these. */
const BY_READING = ['a line', 'an hour', 'a possible', 'what is meant', 'tells', 'is no', 'are no'];

/** The words in the last table of docs/glossary.md. */
const AVOIDED = (read('docs/glossary.md').split('\n## Words to avoid\n')[1] ?? '')
  .split('\n')
  .filter((line) => /^\| [a-z]/.test(line))
  .slice(1)
  .flatMap((line) => (line.split('|')[1] ?? '').split(',').map((word) => word.trim()))
  .filter((word) => !BY_READING.includes(word));

const PATTERN = new RegExp(`\\b(?:${AVOIDED.join('|')})\\b`, 'i');

function avoidedIn(texts: Iterable<Text>): readonly string[] {
  return [...texts].flatMap(({ place, text }) => {
    const word = PATTERN.exec(text)?.[0];
    return word === undefined ? [] : [`${place} ${word}: ${text}`];
  });
}

test('the glossary has words to avoid', () => {
  assert.ok(AVOIDED.length > 20, AVOIDED.join());
  assert.ok(['refuses', 'behind', 'so that', 'of yours'].every((word) => AVOIDED.includes(word)));
});

test('messages, titles and descriptions use none of them', () => {
  const texts = SOURCES.flatMap((source) => textsIn(source));
  assert.ok(texts.length > 1000, `${String(texts.length)} texts`);
  assert.deepEqual(avoidedIn(texts), [], 'see docs/glossary.md');
});

test('package.json uses none of them', () => {
  const { description, contributes } = readManifest() as Record<string, unknown>;
  const texts = [...stringsIn({ description, contributes }, 'package.json')];
  assert.ok(texts.length > 100, `${String(texts.length)} texts`);
  assert.deepEqual(avoidedIn(texts), [], 'see docs/glossary.md');
});

table(
  'pages for users use none of them',
  ['README.md', 'docs/lsp.md', ...pagesIn('docs/problems')],
  (file) => {
    assert.deepEqual(avoidedIn(linesOf(file, read(file))), [], 'see docs/glossary.md');
  },
);

/** A source text, and the words to avoid that are found in its strings. */
const FOUND: readonly (readonly [text: string, ...words: readonly string[]])[] = [
  ["f('This is right.')"],
  ["f('It stands here.')", 'stands'],
  ["f('No whole number')", 'whole number'],
  ["f('It is long, so ' +\n  'that it is split.')", 'so that'],
  ['f(`dstack refuses ${a}.`)', 'refuses'],
  ['f(`${a ? `the colon behind it` : b} x`)', 'behind'],
  ["f('first ' + (a ? 'the colon behind it' : b))", 'behind'],
  ["// It stands here.\nimport { a } from 'so that';"],
  ["const kind = 'refused';"],
];

table('words to avoid are found in sources', FOUND, ([text, ...words]) => {
  const found = avoidedIn(textsIn(parsed('a.ts', text)));
  assert.equal(found.length, words.length);
  for (const [index, word] of words.entries()) {
    assert.ok(found[index]?.startsWith(`a.ts:1 ${word}: `), found[index]);
  }
});

test('words to avoid are found in pages, outside of code', () => {
  const page = 'So that it stands.\n```yaml\n# behind\n```\nIt is behind.\n';
  const found = avoidedIn(linesOf('a.md', page));
  assert.deepEqual(found, ['a.md:1 So that: So that it stands.', 'a.md:5 behind: It is behind.']);
});

test('words to avoid are found in JSON', () => {
  const found = avoidedIn(stringsIn({ a: ['A disk of yours', 1] }, 'x'));
  assert.deepEqual(found, ['x.a.0 of yours: A disk of yours']);
});
