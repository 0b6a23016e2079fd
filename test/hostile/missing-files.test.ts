import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DISK } from '../../server/src/disk/node-files';
import { DiskWorkspace } from '../../server/src/disk/workspace';
import { Analysis, workspaceProblems } from '../../server/src/language';
import { table } from '../support/table';
import { HEAD, times } from './texts';

/** Entries of the folder: what looks at each of them for each path takes minutes. */
const ENTRIES = 3000;
/** Seconds of a processor; the slowest needs one. */
const BOUND = 4;

/** What a file says, how often it is checked, and its problems then. */
const ROWS: readonly (readonly [name: string, text: (i: number) => string, number, number])[] = [
  ['files of one folder', (i) => `${HEAD}files: [entry-missing-${String(i)}]\n`, 3000, 1],
  [
    'paths that exist',
    () => `${HEAD}files:\n${times(14_000, (i) => `  - e${i % ENTRIES}\n`)}`,
    1,
    0,
  ],
  ['paths in a folder', () => `${HEAD}files:\n${times(14_000, () => '  - sub/x:/a\n')}`, 1, 0],
  ['a path of a megabyte', () => `${HEAD}files: [${'sub/../'.repeat(140_000)}x]\n`, 1, 0],
  [
    'paths of many steps',
    () => `${HEAD}files:\n${`  - ${'sub/../'.repeat(700)}x\n`.repeat(200)}`,
    1,
    0,
  ],
  ['long names', () => `${HEAD}files:\n${`  - ${'x'.repeat(9000)}\n`.repeat(100)}`, 1, 0],
];

table('hostile: paths are looked for in time', ROWS, ([, textOf, count, expected]) => {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-missing-'));
  const uri = pathToFileURL(join(folder, '.dstack.yml')).href;
  try {
    for (let index = 0; index < ENTRIES; index++)
      writeFileSync(join(folder, `e${String(index)}`), '');
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/x'), '');
    // As if nothing had changed lately.
    utimesSync(folder, 1, 1);
    utimesSync(join(folder, 'sub'), 1, 1);
    const workspace = new DiskWorkspace(DISK, [pathToFileURL(folder).href], {
      get: () => undefined,
      analysisOf: () => assert.fail('no document is open'),
    });
    const start = process.cpuUsage();
    for (let index = 0; index < count; index++) {
      const { summary } = new Analysis({ uri, text: textOf(index) });
      assert.equal(workspaceProblems(summary, workspace).length, expected);
    }
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < BOUND * 1e6, `${String((user + system) / 1e6)} s`);
    workspace.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
