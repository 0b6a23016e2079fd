import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isConfiguration } from '../../server/src/disk/configuration';
import { Analysis, workspaceProblems } from '../../server/src/language';
import { filesOf } from '../support/check/workspace-files';
import { askDstack, type Question } from '../support/oracle/ask-dstack';
import { pythonForOracle } from '../support/oracle/python';
import { repositoryPath } from '../support/repository';

const python = pythonForOracle();
const files = readdirSync(repositoryPath('examples'), { recursive: true, encoding: 'utf8' }).filter(
  isConfiguration,
);

test('each configuration type has an example', () => {
  const texts = files.map((file) => readFileSync(repositoryPath('examples', file), 'utf8'));
  for (const type of 'dev-environment task service fleet gateway volume preset'.split(' ')) {
    const shown = texts.some((text) => new RegExp(`^type: ${type}$`, 'm').test(text));
    assert.ok(shown, type);
  }
});

test('our own check finds nothing in an example', () => {
  for (const file of files) {
    const text = readFileSync(repositoryPath('examples', file), 'utf8');
    const { problems } = new Analysis({ uri: `file:///${file}`, text });
    assert.deepEqual(problems, [], file);
  }
});

test('the examples fit together', () => {
  const { analyses, workspace } = filesOf(
    Object.fromEntries(
      files.map((file) => [file, readFileSync(repositoryPath('examples', file), 'utf8')]),
    ),
  );
  for (const [uri, analysis] of analyses) {
    assert.deepEqual(workspaceProblems(analysis.summary, workspace), [], uri);
  }
});

test(
  'dstack accepts every example, up to the submission of its plan',
  { skip: python === undefined && 'no Python with dstack' },
  async () => {
    const questions = files.map((file): Question => {
      const text = readFileSync(repositoryPath('examples', file), 'utf8');
      return { text, kind: file.includes('profiles') ? 'profiles' : 'configuration', plan: true };
    });
    const verdicts = await askDstack(python ?? '', questions);
    files.forEach((file, index) => assert.deepEqual(verdicts[index], { ok: true }, file));
  },
);
