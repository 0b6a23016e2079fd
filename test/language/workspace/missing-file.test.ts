import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language/analysis';
import { workspaceProblems } from '../../../server/src/language/workspace/problems';
import { table } from '../../support/table';
import { workspaceOf } from '../../support/check/workspace';
import { filesOf } from '../../support/check/workspace-files';

/** What is in the folders of the workspace; others cannot be read. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'file:///w/a/': ['train.py', 'src', 'a.dstack.yml'],
  'file:///w/a/src': ['main.py'],
  'file:///w': ['a', 'data'],
};

const workspace = {
  ...workspaceOf(),
  entries: (folder: string) =>
    (FOLDERS[folder] ?? FOLDERS[folder.replace(/\/$/, '')] ?? []).map((name) => ({
      name,
      isFolder: !name.includes('.'),
    })),
};

/** A value of `files`, and what is said of it. */
const ROWS: readonly (readonly [file: string, message?: string])[] = [
  ['train.py'],
  ['TRAIN.py'],
  ['./src/main.py:/app/main.py'],
  ['src'],
  ['.'],
  ['../data'],
  ['~/data'],
  ['/data'],
  ['$DATA'],
  // Folders that cannot be read.
  ['../data/x'],
  ['../../x'],
  ['nothere.py', 'There is no `nothere.py` in the folder of this file.'],
  ['trian.py', 'There is no `trian.py` in the folder of this file. Did you mean `train.py`?'],
  [
    './src/mian.py:/a',
    'There is no `./src/mian.py` in the folder of this file. Did you mean `./src/main.py`?',
  ],
  ['lib/x/y', 'There is no `lib/x/y` in the folder of this file.'],
  ['../dta', 'There is no `../dta` in the folder of this file. Did you mean `../data`?'],
];

table('files that are missing', ROWS, ([file, message]) => {
  const text = `type: task\ncommands: [ls]\nfiles:\n  - ${file}\n`;
  const { summary } = new Analysis({ uri: 'file:///w/a/a.dstack.yml', text });
  const found = workspaceProblems(summary, workspace);
  assert.deepEqual(
    found.map((one) => [one.code, one.severity, one.message, one.range.start.line]),
    message === undefined ? [] : [['missing-file', 'warning', message, 3]],
  );
});

/** A name that no file defines, the one that a file defines, and how severe that is. */
const NAMES = [
  ['on-perm', 'on-prem', 'warning'],
  ['onprem', 'on-prem', 'warning'],
  ['clod', 'cloud', 'warning'],
  ['main-gpu', 'main-gpus', 'hint'],
  ['fleet-a', 'fleet-b', 'hint'],
  ['gpu-1', 'gpu-2', 'hint'],
  ['gpus', 'gpu', 'hint'],
  ['train-east', 'train-west', 'hint'],
] as const;

table(
  'names of fleets that are nearly those of the workspace',
  NAMES,
  ([name, defined, severity]) => {
    const { analysis, workspace } = filesOf({
      'a.dstack.yml': `type: task\ncommands: [ls]\nfleets: [${name}]\n`,
      'b.dstack.yml': `type: fleet\nname: ${defined}\nnodes: 1\n`,
    });
    const found = workspaceProblems(analysis.summary, workspace);
    assert.deepEqual(
      found.map((one) => [one.code, one.severity]),
      [['undefined-reference', severity]],
    );
  },
);
