import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { NOT_BUILT, SERVER } from '../support/server/server-process';
import { table } from '../support/table';

/** Arguments without a client, the exit code, and what is printed. */
const WITHOUT_CLIENT: readonly (readonly [args: readonly string[], code: number, text: RegExp])[] = [
  [[], 2, /^dstack-language-server is a language server for editors\. Start it with --stdio, [^\n]*\n$/],
  [['--stdi'], 2, /Start it with --stdio/],
  [['--node-ipc'], 2, /Start it with --stdio/],
  [['--version'], 0, /^dstack-language-server \d+\.\d+\.\d+\n$/],
  [['-V'], 0, /^dstack-language-server \d+\.\d+\.\d+\n$/],
  [['--help'], 0, /Start it with --stdio/],
  [['-h'], 0, /Start it with --stdio/],
];

table(
  'without a client the server says how to start it',
  WITHOUT_CLIENT,
  ([args, code, text]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER, ...args], {
      encoding: 'utf8',
    });
    assert.equal(status, code);
    assert.match(code === 0 ? stdout : stderr, text);
    assert.equal(code === 0 ? stderr : stdout, '');
  },
  { skip: NOT_BUILT },
);
