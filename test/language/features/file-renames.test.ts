import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileRenames } from '../../../server/src/language/features/file-renames';
import { filesOf } from '../../support/check/workspace-files';
import { environmentOf } from '../../../server/src/language';
import { yaml } from '../../support/yaml';

/** The edits as `FILE:LINE OLD -> NEW` after renames that are written `OLD > NEW`, all in `file:///w/`. */
function edits(files: Readonly<Record<string, string>>, ...renames: readonly string[]): string[] {
  const { workspace, show } = filesOf(files);
  const pairs = renames.map((one) => {
    const [oldUri = '', newUri = ''] = one.split(' > ').map((path) => `file:///w/${path}`);
    return { oldUri, newUri };
  });
  return [...fileRenames(environmentOf({ workspace }), { files: pairs })].flatMap(([uri, list]) =>
    list.map(({ range, newText }) => `${show({ uri, range })} -> ${newText}`),
  );
}

const TASK = `type: task
files:
  - data.csv:/data.csv
  - ./src/
  - local_path: "../shared/a b.txt"
    path: /b
repos: ['.:/app']
commands: [python data.csv]
`;

test('paths lead to a file or folder under its new name', () => {
  assert.deepEqual(edits({ 'a/x': TASK }, 'a/data.csv > a/in/values.csv'), [
    'a/x:2 data.csv -> in/values.csv',
  ]);
  assert.deepEqual(edits({ 'a/x': TASK }, 'a/src > a/code'), ['a/x:3 ./src/ -> ./code/']);
  assert.deepEqual(edits({ 'a/x': TASK }, 'a/src > src'), ['a/x:3 ./src/ -> ../src/']);
  assert.deepEqual(edits({ 'a/x': TASK }, 'shared/a%20b.txt > shared/b.txt'), [
    'a/x:4 ../shared/a b.txt -> ../shared/b.txt',
  ]);
  assert.deepEqual(edits({ 'a/x': TASK }, 'shared > common'), [
    'a/x:4 ../shared/a b.txt -> ../common/a b.txt',
  ]);
});

test('the paths of a moved configuration follow it', () => {
  assert.deepEqual(edits({ 'a/x': TASK }, 'a/x > a/conf/x'), [
    'a/x:2 data.csv -> ../data.csv',
    'a/x:3 ./src/ -> ../src/',
    'a/x:4 ../shared/a b.txt -> ../../shared/a b.txt',
    'a/x:6 . -> ..',
  ]);
  assert.deepEqual(edits({ 'a/x': TASK }, 'a/x > a/y'), []);
});

test('what moves together needs no change, what lies outside does', () => {
  assert.deepEqual(edits({ 'a/x': TASK }, 'a > b'), []);
  assert.deepEqual(edits({ 'a/x': TASK }, 'a > b/a'), [
    'a/x:4 ../shared/a b.txt -> ../../shared/a b.txt',
  ]);
});

test('a path that is not relative, or would need quotes, does not change', () => {
  const text = yaml`
    type: task
    files: [~/.netrc, /etc/x, a.csv, "a\tb"]
    repos: [https://github.com/a/b]
  `;
  assert.deepEqual(edits({ x: text }, '~ > y', 'a.csv > a:b.csv'), []);
  assert.deepEqual(edits({ x: text }, 'a.csv > a %23.csv'), []);
  assert.deepEqual(edits({ x: text }, 'other > y', 'a.cs > z'), []);
});

test('a preset keeps the file of its prompt', () => {
  const text = yaml`
    type: preset
    prompt:
      path: prompts/long.md
  `;
  assert.deepEqual(edits({ x: text }, 'prompts/long.md > long.md'), [
    'x:2 prompts/long.md -> long.md',
  ]);
});
