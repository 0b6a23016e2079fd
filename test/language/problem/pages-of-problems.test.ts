import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import {
  PROBLEM_CODES,
  PROBLEM_TITLES,
  WORKSPACE_CODES,
} from '../../../server/src/language/problem/codes';
import { diagnostics } from '../../../server/src/language/features/diagnostics';
import { MAX_TEXT_LENGTH } from '../../../server/src/language/yaml/parse';
import { filesOf } from '../../support/check/workspace-files';
import { askDstack } from '../../support/oracle/ask-dstack';
import { pythonForOracle } from '../../support/oracle/python';
import { PAGES, readPage } from '../../support/check/problem-pages';
import { checkProblems, withoutMarks } from '../../support/check/problems';
import { within } from '../../support/check/within';

const problemsIn = (text: string) => new Analysis({ uri: 'file:///.dstack.yml', text }).problems;

const pages = readdirSync(PAGES).map((file) => file.replace(/\.md$/, ''));

test('every code has a page, and every page a code', () => {
  assert.deepEqual([...pages].sort(), [...PROBLEM_CODES].sort());
});

/** What is too large to check is also too large to be shown; and what is no text cannot be shown at all. */
const NOT_SHOWN: readonly string[] = ['file-too-large', 'not-utf-8'];

const withExamples = PROBLEM_CODES.filter(
  (code) => pages.includes(code) && !NOT_SHOWN.includes(code) && !WORKSPACE_CODES.includes(code),
);

for (const code of withExamples) {
  test(`the page of ${code} shows that problem and how it is put right`, () => {
    const { title, wrong, right } = readPage(code);
    assert.equal(title, PROBLEM_TITLES[code]);
    for (const text of wrong) {
      const found = problemsIn(withoutMarks(text));
      assert.deepEqual([...new Set(found.map((problem) => problem.code))], [code]);
      if (withoutMarks(text) !== text) checkProblems(text);
    }
    for (const text of right) assert.deepEqual(problemsIn(text), []);
  });
}

for (const code of WORKSPACE_CODES.filter((one) => one !== 'missing-file')) {
  test(`the page of ${code} shows files that have that problem, and how it is put right`, () => {
    const text = readFileSync(`${PAGES}/${code}.md`, 'utf8');
    const [one = '', other = '', right = '', ...more] = [
      ...text.matchAll(/\n```yaml\n([^]*?\n)```\n/g),
    ].map(([, file]) => file ?? '');
    const codesIn = (...files: string[]) => {
      const { analyses, workspace } = filesOf(Object.fromEntries(files.entries()));
      return [...analyses.values()].flatMap((analysis) =>
        diagnostics(within(analysis, { workspace })).map((problem) => problem.code),
      );
    };
    assert.equal(/^# (.*)\n/.exec(text)?.[1], PROBLEM_TITLES[code]);
    assert.deepEqual([...new Set(codesIn(one, other))], [code]);
    assert.deepEqual([...codesIn(one), ...codesIn(other), ...codesIn(one, right), ...more], []);
  });
}

test('the page of missing-file shows a file that has that problem beside train.py', () => {
  const { title, wrong, right } = readPage('missing-file');
  const workspace = {
    ...filesOf({ a: '' }).workspace,
    entries: () => [{ name: 'train.py', isFolder: false }],
  };
  const codesIn = (text: string) =>
    diagnostics(within(new Analysis({ uri: 'file:///w/a', text }), { workspace })).map(
      ({ code }) => code,
    );
  assert.equal(title, PROBLEM_TITLES['missing-file']);
  assert.deepEqual([wrong.flatMap(codesIn), right.flatMap(codesIn)], [['missing-file'], []]);
});

test('a file that is too large has that problem', () => {
  const text = `#${' '.repeat(MAX_TEXT_LENGTH)}`;
  assert.deepEqual(
    problemsIn(text).map((problem) => problem.code),
    ['file-too-large'],
  );
});

test('dstack rejects the wrong files that have an error, and accepts the right ones', async (t) => {
  const python = pythonForOracle();
  if (python === undefined) return t.skip('no Python with dstack');
  const cases = withExamples.flatMap((code) => {
    const { wrong, right } = readPage(code);
    // What we only warn of depends on more than the file.
    const errors = wrong
      .map(withoutMarks)
      // The newest release accepts what an older one does not know.
      .filter((text) => !text.startsWith('# dstack: '))
      .filter((text) => problemsIn(text).some(({ severity }) => severity === 'error'));
    return [
      ...errors.map((text) => ({ text, ok: false })),
      ...right.map((text) => ({ text, ok: true })),
    ];
  });
  const verdicts = await askDstack(
    python,
    cases.map(({ text }) => ({ text, kind: kindOf(text), plan: true })),
  );
  cases.forEach(({ text, ok }, index) => {
    assert.equal(verdicts[index]?.ok, ok, `${text}${JSON.stringify(verdicts[index])}`);
  });
});

function kindOf(text: string): 'profiles' | 'configuration' {
  return /^profiles:/m.test(text) ? 'profiles' : 'configuration';
}
