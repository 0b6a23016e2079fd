import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';
import { SOURCES } from './sources';

/** What a program can do to reach the network, each of which the whole suite is watched for. */
const ATTEMPTS = [
  `fetch('http://127.0.0.1:8080/')`,
  `require('node:http').get('http://127.0.0.1:8080/')`,
  `require('node:tls').connect(9)`,
  `require('node:net').createServer().listen(0)`,
  `require('node:dgram').createSocket('udp4').send('', 9)`,
  `require('node:dns').lookup('localhost', () => {})`,
];

for (const attempt of ATTEMPTS) {
  test(`the watch over the network sees ${attempt}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'dstack-network-'));
    const log = join(folder, 'log');
    spawnSync(
      process.execPath,
      ['--require', repositoryPath('test/support/server/no-network.cjs'), '--eval', attempt],
      { env: { ...process.env, NODE_OPTIONS: '', DSTACK_NETWORK_LOG: log } },
    );
    assert.match(readFileSync(log, 'utf8'), /would use the network/);
    rmSync(folder, { recursive: true });
  });
}

test('only one file of the product can send something over the network', () => {
  const means =
    /from '(?:node:)?(?:https?|http2|tls|dgram|dns)(?:\/|')|(?:await|return) fetch\(|\bWebSocket\b/;
  const found = SOURCES.filter(({ text }) => means.test(text)).map(({ file }) => file);
  assert.deepEqual(found, ['client/src/live/request.ts']);
});
