import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, createLanguage, fix } from '../../server/src/library';
import type { CheckOptions } from '../../server/src/library/api';
import { table } from '../support/table';
import { yaml } from '../support/yaml';

const GROUPS = yaml`
  type: service
  port: 80
  groups: [{replicas: 1, image: nginx}]
`;

/** A text, the options, and the codes of the problems. */
const CHECKED: readonly (readonly [
  text: string,
  options: CheckOptions,
  ...codes: readonly string[],
])[] = [
  ['', {}, 'not-a-mapping'],
  ['\ufeff', {}, 'not-a-mapping'],
  ['# a comment\n', { filename: '.dstack/profiles.yml' }, 'not-a-mapping'],
  ['type: task\ncommands: [ls]\n', {}],
  [GROUPS, {}],
  [GROUPS, { dstackVersion: '0.22.5' }],
  [GROUPS, { dstackVersion: '0.20' }, 'needs-newer-dstack'],
  [`# dstack: 0.20\n${GROUPS}`, { dstackVersion: '0.22' }, 'needs-newer-dstack'],
];

table('the library checks', CHECKED, ([text, options, ...codes]) => {
  const problems = check(text, options);
  assert.deepEqual(
    problems.map(({ code }) => code),
    codes,
  );
});

test('the library says that a file is empty, as the command line does', () => {
  const start = { line: 0, character: 0 };
  assert.deepEqual(check(''), [
    {
      severity: 'error',
      code: 'not-a-mapping',
      message: 'The file is empty. It must be a mapping with `type`.',
      range: { start, end: start },
      fixes: [],
    },
  ]);
});

test('the language service of the library follows a release', () => {
  const labelsOf = (dstackVersion: string) => {
    const language = createLanguage({ dstackVersion });
    const text = 'type: service\ngro';
    return language
      .complete({ text }, { line: 1, character: 3 })
      .map(({ label, detail }) => [label, detail]);
  };
  assert.notDeepEqual(labelsOf('0.20'), labelsOf('0.22'));
});

const NOT_TEXT = /^`text` must be a string\.$/;
const NO_RELEASE = /^`dstackVersion` is a release of dstack such as 0\.20 or 0\.20\.29\.$/;

/** What has another type, a call with it, and the message. */
const WRONG: readonly (readonly [what: string, call: () => unknown, message: RegExp])[] = [
  ['no text', () => check(undefined as never), NOT_TEXT],
  ['a number as the text', () => fix(1 as never), NOT_TEXT],
  ['a document without a text', () => createLanguage().format({} as never), NOT_TEXT],
  ['a release that is none', () => check('', { dstackVersion: 'old' }), NO_RELEASE],
  ['a release that is a number', () => createLanguage({ dstackVersion: 0.2 as never }), NO_RELEASE],
];

table('the library refuses', WRONG, ([, call, message]) => {
  assert.throws(call, { name: 'TypeError', message });
});
