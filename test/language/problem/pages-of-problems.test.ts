import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import {
  PROBLEM_CODES,
  PROBLEM_TITLES,
  WORKSPACE_CODES,
  type ProblemCode,
} from '../../../server/src/language/problem/codes';
import { diagnostics } from '../../../server/src/language/features/diagnostics';
import { MAX_TEXT_LENGTH } from '../../../server/src/language/yaml/parse';
import { filesOf } from '../../support/check/workspace-files';
import { askDstack } from '../../support/oracle/ask-dstack';
import { pythonForOracle } from '../../support/oracle/python';
import { repositoryPath } from '../../support/repository';
import { within } from '../../support/check/within';

const FOLDER = repositoryPath('docs/problems');

/** The page of a problem: its title, and the two files that it shows. */
interface Page {
  readonly title: string | undefined;
  readonly wrong: string;
  readonly right: string;
}

function readPage(code: ProblemCode): Page {
  const text = readFileSync(`${FOLDER}/${code}.md`, 'utf8');
  const example = (heading: string) =>
    new RegExp(`\\n## ${heading}\\n\\n\`\`\`yaml\\n([^]*?\\n)\`\`\`\\n`).exec(text)?.[1];
  const [wrong, right] = [example('Wrong'), example('Right')];
  assert.ok(
    wrong !== undefined && right !== undefined,
    `${code}.md shows a wrong and a right file`,
  );
  return { title: /^# (.*)\n/.exec(text)?.[1], wrong, right };
}

const problemsIn = (text: string) => new Analysis({ uri: 'file:///.dstack.yml', text }).problems;

const pages = readdirSync(FOLDER).map((file) => file.replace(/\.md$/, ''));

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
    assert.deepEqual([...new Set(problemsIn(wrong).map((problem) => problem.code))], [code]);
    assert.deepEqual(problemsIn(right), []);
  });
}

for (const code of WORKSPACE_CODES) {
  test(`the page of ${code} shows files that have that problem, and how it is put right`, () => {
    const text = readFileSync(`${FOLDER}/${code}.md`, 'utf8');
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

test('a file that is too large has that problem', () => {
  const text = `#${' '.repeat(MAX_TEXT_LENGTH)}`;
  assert.deepEqual(
    problemsIn(text).map((problem) => problem.code),
    ['file-too-large'],
  );
});

test('dstack refuses the wrong files that have an error, and takes the right ones', async (t) => {
  const python = pythonForOracle();
  if (python === undefined) return t.skip('no Python with dstack');
  const cases = withExamples.flatMap((code) => {
    const { wrong, right } = readPage(code);
    // What we only warn of depends on more than the file.
    const isError = problemsIn(wrong).some(({ severity }) => severity === 'error');
    return [...(isError ? [{ text: wrong, ok: false }] : []), { text: right, ok: true }];
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
