import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FetchedFiles, type Answer } from '../../server/src/disk/fetched-files';
import { complete } from '../../server/src/disk/files';

const FOLDER = 'vscode-vfs://github/owner/a';

test('what changes while an older answer is on its way is fetched again', async () => {
  const waiting: ((answer: Answer) => void)[] = [];
  const files = new FetchedFiles(() => new Promise((resolve) => waiting.push(resolve)));
  const answer = (...names: readonly string[]) => {
    const entries = names.map((name) => ({ name, kind: 'file' as const }));
    waiting.shift()?.({ folders: [entries], files: [] });
  };
  const nextQuestion = () => new Promise((resolve) => setImmediate(resolve));

  const found = complete(files, () => files.isFile(`${FOLDER}/new`));
  await nextQuestion();
  files.outdated(`${FOLDER}/new`);
  answer('old');
  await nextQuestion();
  assert.equal(waiting.length, 1, 'a second question');
  answer('old', 'new');
  assert.equal(await found, true);
});
