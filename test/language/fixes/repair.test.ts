import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { missedGoals, tableOf } from '../../../tools/bench/repair/report';
import { refusedCases, repairedBy } from '../../../tools/bench/repair/run';
import { pythonForOracle } from '../../support/oracle/python';
import { repositoryPath } from '../../support/repository';

const SERVER = repositoryPath('dist/server.js');
const python = pythonForOracle();
const skip = !python
  ? 'needs Python with dstack'
  : existsSync(SERVER)
    ? false
    : 'needs `npm run build`';

const COUNT = 280;
/** Another seed than that of `npm run bench:repair`. */
const SEED = 7;

test(
  'what the preferred fixes make of files with a mistake, dstack takes',
  { skip },
  async (context) => {
    if (!python) return;
    const cases = await refusedCases(python, COUNT, SEED);
    const server = {
      name: 'dstack',
      command: process.execPath,
      args: [SERVER, '--stdio'],
      settings: {},
    };
    const table = tableOf(await repairedBy(server, python, cases));
    const all = table.find(({ kind }) => kind === 'all');
    context.diagnostic(
      `figure: of ${String(all?.cases)} files with a mistake, ${((all?.accepted ?? 0) * 100).toFixed(1)}% are accepted after their fixes`,
    );
    assert.deepEqual(missedGoals(table), []);
  },
);
