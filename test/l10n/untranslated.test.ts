import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMark } from '../../tools/l10n/texts';
import { parsed, SOURCES } from '../house-rules/sources';
import { textsIn } from '../house-rules/texts';
import { table } from '../support/table';

/** Where every text that people read is translated. */
const TRANSLATED = /^(?:server\/src\/cli|client\/src)\//;

/** Files there whose texts stay as they are, with the reason. */
const FILES_AS_THEY_ARE: readonly (readonly [file: string, reason: string])[] = [
  ['client/src/known-lines.ts', 'the log is in English'],
  ['client/src/known-names.ts', 'names of LSP and of signals'],
  ['client/src/node/server-process.ts', 'the log is in English'],
  ['client/src/report-text.ts', 'a report is for the authors'],
  ['client/src/tour.ts', 'samples of YAML'],
  ['client/src/web/server-worker.ts', 'code'],
];

/** Other texts there that stay as they are, with the reason. */
const AS_THEY_ARE: readonly (readonly [text: RegExp, reason: string])[] = [
  [/^dstack apply$/, 'the name of a command'],
  [/^The file is empty\. It must be a mapping/, 'the message of a problem'],
  [/^(?:-q, )?--[a-z-]+ [A-Z]+$/, 'the name of an option'],
  [/^(?:\{\} )?dstack-check /, 'the name of a command'],
  [/^POST |^dstack files found|^Checked against|^dstack: not running/, 'the log is in English'],
  [/^Bearer |^no code$/, 'nobody reads it'],
  [/^This path is not allowed|^This is not the name of a project/, 'a mistake in our code'],
];

const FOUND = SOURCES.filter(({ file }) => TRANSLATED.test(file)).flatMap((source) =>
  textsIn(source, isMark).map((text) => ({ ...text, file: source.file })),
);

test('texts that people read are marked for translation', () => {
  const unmarked = FOUND.filter(({ file }) => !FILES_AS_THEY_ARE.some(([one]) => one === file))
    .filter(({ text }) => !AS_THEY_ARE.some(([one]) => one.test(text)))
    .map(({ place, text }) => `${place}: ${text}`);
  assert.deepEqual(unmarked, [], 'mark them with t() or l10n.t(), or list them here');
});

test('what stays as it is still exists', () => {
  for (const [one, reason] of FILES_AS_THEY_ARE)
    assert.ok(
      FOUND.some(({ file }) => file === one),
      reason,
    );
  for (const [one, reason] of AS_THEY_ARE)
    assert.ok(
      FOUND.some(({ text }) => one.test(text)),
      reason,
    );
});

/** A source, and the texts that are not marked in it. */
const CASES: readonly (readonly [source: string, ...texts: readonly string[]])[] = [
  ["f('Not marked')", 'Not marked'],
  ["f(t('It is marked'))"],
  ["f(l10n.t('It is {0} marked', a))"],
  ['f(`Not ${t("but this")} marked`)', 'Not {} marked'],
  ["f(other('Not marked'))", 'Not marked'],
];

table('unmarked texts are found in sources', CASES, ([source, ...texts]) => {
  const found = textsIn(parsed('a.ts', source), isMark);
  assert.deepEqual(
    found.map(({ text }) => text),
    texts,
  );
});
