import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { yaml } from '../../support/yaml';

/** What a user may have in a file besides a configuration, with the problem that names it: `code line`. */
const INPUTS: Readonly<Record<string, readonly [text: string, ...problems: string[]]>> = {
  'an empty file': ['', ''],
  'only comments': ['# nothing yet\n# still nothing\n'],
  'a list at the root': ['- type: task\n', 'not-a-mapping 1'],
  'a text at the root': ['type\n', 'not-a-mapping 1'],
  'several documents': [
    yaml`
      type: task
      commands: [ls]
      ---
      type: task
    `,
    'several-documents 3',
  ],
  'a repeated key': [
    yaml`
      type: task
      commands: [ls]
      commands: [pwd]
    `,
    'duplicate-key 3',
  ],
  'an unknown type': ['type: job\ncommands: [ls]\n', 'unknown-type 1'],
  'no type': ['commands: [ls]\n', 'missing-type 1'],
  'a tab for indentation': ['type: task\nresources:\n\tgpu: 1\n', 'tab-indentation 3'],
  'a half-typed key': [
    yaml`
      type: task
      commands: [ls]
      na
    `,
    'yaml-syntax 3',
  ],
  'an open quote': [
    yaml`
      type: task
      name: "abc
      commands: [ls]
    `,
    'yaml-syntax 2',
  ],
  'binary bytes': ['\u0000\u0001\u0002\ufffd\u0007', 'yaml-syntax 1'],
  'a lone half of a surrogate pair': ['type: task\nname: \ud800\n', 'yaml-syntax 2'],
  'marks of a git conflict': [
    yaml`
      <<<<<<< HEAD
      type: task
      =======
      type: service
      >>>>>>> branch
    `,
    'merge-conflict 1',
  ],
};

for (const [name, [text, ...expected]] of Object.entries(INPUTS)) {
  test(`bad input, ${name}: a problem at the right place, or silence`, () => {
    const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text });
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
    const found = problems.map(({ code, span }) => `${code} ${lineOf(span.start)}`);
    assert.deepEqual(found, expected.filter(Boolean));
  });
}

test('bad input, 5 MB: it is said that the file is too large to check fully', () => {
  const text = `type: task\ncommands:\n${'  - echo hello\n'.repeat(400_000)}`;
  const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text });
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['file-too-large'],
  );
});
