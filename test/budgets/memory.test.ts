import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { Session } from '../../tools/bench/session';
import { growthOf } from '../../tools/bench/speed/growth';
import { repositoryPath } from '../support/repository';

const SERVER = repositoryPath('dist/server.js');
const SKIP = !existsSync(SERVER)
  ? 'needs `npm run build`'
  : process.platform !== 'linux' && 'resident memory is read from /proc';

/** MB, for files that were opened and closed; what a server keeps of each would be three times that. */
const MOST = 5;

test('opening and closing files leaves no memory behind', { skip: SKIP }, async (t) => {
  const server = {
    name: 'dstack',
    command: process.execPath,
    args: [SERVER, '--stdio'],
    settings: {},
  };
  const session = await Session.start(server);
  const { rest, added } = await growthOf(session, 'dstack', 300);
  await session.stop();
  t.diagnostic(`figure: ${rest.toFixed(1)} MB, and ${added.toFixed(1)} MB after 300 files`);
  assert.ok(rest > 20, 'the memory could not be read');
  assert.ok(added <= MOST, `${added.toFixed(1)} MB`);
});
