import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';
import { NOT_BUILT } from '../support/server/server-process';
import { table } from '../support/table';

/** What a program with a connection to a server of dstack has in it: a module of Node, and a path. */
const SIGNS = [/require\("(?:node:)?https?"\)/, /runs\/get_plan/];

const textOf = (program: string) => readFileSync(repositoryPath('dist', program), 'utf8');

if (NOT_BUILT === false) {
  table(
    'has nothing of the connection before the user connects',
    ['extension.js', 'web/extension.js', 'server.js', 'serve.js', 'validators.js'],
    (program) => {
      for (const sign of SIGNS) assert.doesNotMatch(textOf(program), sign);
    },
  );
}

test('the program of the connection is one of its own', { skip: NOT_BUILT }, () => {
  for (const sign of SIGNS) assert.match(textOf('live.js'), sign);
});
