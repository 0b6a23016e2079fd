import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis, fixAll } from '../../../server/src/language';
import type { Offers } from '../../../server/src/language/fixes/fix-all';
import type { Fix } from '../../../server/src/language/fixes';
import { uriOf } from '../../support/oracle/corpus';
import { yaml } from '../../support/yaml';

const analysisOf = (text: string) => new Analysis({ uri: uriOf('configuration'), text });

/** With `tried`, these fixes in the place of our own. */
const fixed = (text: string, tried?: Offers['tried']) => {
  const likely: Offers['likely'] = (analysis, problem) =>
    tried?.(analysis, problem, () => true).find(({ safe, preferred }) => safe && preferred)?.edits;
  return fixAll(analysisOf(text), undefined, tried && { tried, likely }).analysis.source.text;
};

const change = (analysis: Analysis, from: string, newText: string): Fix => {
  const start = analysis.source.text.indexOf(from);
  const span = { start, end: start + from.length };
  return { title: 'Change', edits: [{ span, newText }], preferred: true, safe: true };
};

void test('all slips of a file are mended at once, comments and line ends stay', () => {
  assert.equal(
    fixed('type: task # a\r\ncomands: [ls]\r\nenvs: [A=1]\r\n'),
    'type: task # a\r\ncommands: [ls]\r\nenv: [A=1]\r\n',
  );
});

void test('a file without mistakes, and one that is no YAML, stay as they are', () => {
  for (const text of ['type: task\ncommands: [ls]\n', 'type: task\ncomands: [ls\n', '']) {
    assert.equal(fixed(text), text);
  }
});

void test('a fix that leaves as many problems, or breaks the file, is not taken', () => {
  const text = 'type: task\ncomands: [ls]\n';
  for (const bad of ['comand', 'a: b: commands', 'nodes: 0\ncommand']) {
    assert.equal(
      fixed(text, (analysis) => [change(analysis, 'comands', bad)]),
      text,
    );
  }
});

void test('a fix that does not help does not stand in the way of the others', () => {
  const text = yaml`
    type: task
    comands: [ls]
    envs: [A=1]
  `;
  const offered = (analysis: Analysis, problem: { readonly span: { start: number } }) =>
    problem.span.start < 15
      ? [change(analysis, 'comands', 'comman')]
      : [change(analysis, 'envs', 'env')];
  assert.equal(
    fixed(text, offered),
    yaml`
      type: task
      comands: [ls]
      env: [A=1]
    `,
  );
});

void test('what is not safe or not preferred is left to the user', () => {
  const text = 'type: task\ncomands: [ls]\n';
  for (const trait of [{ safe: false }, { preferred: false }]) {
    const offered = (analysis: Analysis) => [
      { ...change(analysis, 'comands', 'commands'), ...trait },
    ];
    assert.equal(fixed(text, offered), text);
  }
});

void test('1,500 slips of a long file are fixed in a few analyses, those among mistakes that are left, too', () => {
  const profile = (index: number) =>
    `  - name: profile-${String(index)}\n    ${index % 100 === 0 ? 'nothing' : 'spot_polcy'}: auto\n`;
  const text = `profiles:\n${Array.from({ length: 1500 }, (_, index) => profile(index)).join('')}`;
  const { analysis, fixed, left } = fixAll(
    new Analysis({ uri: 'file:///w/.dstack/profiles.yml', text }),
  );
  assert.deepEqual([fixed, left.length], [1485, 15]);
  assert.equal(analysis.source.text, text.replaceAll('spot_polcy', 'spot_policy'));
});

void test('each document of a file is fixed alone', () => {
  const task = (key: string) => `type: task # a\n${key}: [ls]\n`;
  const service = (key: string) => `type: service\nport: 80\n${key}: [ls]\n`;
  const rows = [
    [
      `${task('comands')}---\n${service('comands')}`,
      `${task('commands')}---\n${service('commands')}`,
    ],
    [
      `${task('commands')}---\n${service('comands')}`,
      `${task('commands')}---\n${service('commands')}`,
    ],
    [
      `---\n${task('comands')}...\n# x\n---\n${task('x')}`,
      `---\n${task('commands')}...\n# x\n---\n${task('x')}`,
    ],
    // One that is no YAML stays as it is.
    [`a: [\n---\n${task('comands')}`, `a: [\n---\n${task('commands')}`],
    [`${task('comands')}---\n`, `${task('commands')}---\n`],
  ] as const;
  for (const [before, after] of rows) {
    assert.equal(fixed(before), after);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    assert.equal(fixed(crlf(before)), crlf(after));
  }
});

void test('that there are several documents is left', () => {
  const { fixed: count, left } = fixAll(
    analysisOf(yaml`
      type: task
      comands: [ls]
      ---
      type: task
      comands: [ls]
    `),
  );
  assert.equal(count, 2);
  assert.deepEqual(
    left.map(({ problem, why }) => [problem.code, why]),
    [['several-documents', 'hand']],
  );
});
