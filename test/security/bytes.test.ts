import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DISK } from '../../server/src/disk/node-files';
import { decode } from '../../server/src/language';
import { DiskWorkspace } from '../../server/src/disk/workspace';
import { inTree, RIGHT } from '../support/check/command-line';
import { UNDECODABLE } from '../support/generate/encodings';
import { table } from '../support/table';

for (const { name, bytes, byteOffset, at, guess } of UNDECODABLE) {
  test(`${name}: one error that says what the file is and where dstack stops`, () => {
    inTree((tree) => {
      tree.file('a.dstack.yml', bytes);
      const { code, out, err } = tree.check('--format', 'json', '@');
      const [finding, ...more] = JSON.parse(out) as Record<string, unknown>[];
      assert.deepEqual([code, err, more], [1, '', []]);
      assert.equal(finding?.['code'], 'not-utf-8');
      assert.equal(finding['severity'], 'error');
      assert.match(String(finding['message']), guess);
      assert.match(String(finding['message']), new RegExp(`at offset ${String(byteOffset)} `));
      assert.equal(`${String(finding['line'])}:${String(finding['column'])}`, at);
    });
  });

  test(`${name}: --fix leaves the file as it is, byte by byte`, () => {
    inTree((tree) => {
      tree.file('a.dstack.yml', Buffer.concat([bytes, Buffer.from('\ncomands: [ls]\n')]));
      const before = readFileSync(tree.at('a.dstack.yml'));
      assert.equal(tree.check('--fix', '@').code, 1);
      assert.deepEqual(readFileSync(tree.at('a.dstack.yml')), before);
      assert.equal(tree.check('--fix', '--dry-run', '@').out, '');
    });
  });
}

table(
  'UTF-8 is UTF-8, with a byte order mark, with U+FFFD, with zeros in it',
  ['', RIGHT, `\ufeff${RIGHT}`, '\ufffd', 'a\ufffdb日本😀', '\0', 'type: task\0\n'],
  (text) => assert.deepEqual(decode(Buffer.from(text)), { text }),
);

table(
  'a megabyte of bytes that are not UTF-8 is decoded in no time',
  [
    Buffer.alloc(2 ** 20, 0xff),
    Buffer.alloc(2 ** 20, '\ufffd'),
    Buffer.concat([Buffer.alloc(2 ** 20, '\ufffd'), Buffer.from([0xff])]),
    Buffer.alloc(2 ** 20, 0),
    Buffer.alloc(2 ** 20, 'a\0'),
  ],
  (bytes) => {
    // The time of the processor: that of the clock would depend on what else the machine does.
    const start = process.cpuUsage();
    decode(bytes);
    const { user } = process.cpuUsage(start);
    assert.ok(user < 1e6, `${String(user / 1000)} ms`);
  },
);

test('the server reports a file on the disk in the same way', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dstack-bytes-')));
  const documents = {
    get: () => undefined,
    analysisOf: () => assert.fail('no document is open'),
  };
  const workspace = new DiskWorkspace(DISK, [pathToFileURL(folder).href], documents);
  try {
    for (const { name, bytes, guess } of UNDECODABLE) {
      const path = join(folder, '.dstack.yml');
      writeFileSync(path, bytes);
      const analysis = await workspace.analyse(pathToFileURL(path).href);
      const [problem, ...more] = analysis?.problems ?? [];
      assert.deepEqual([problem?.code, more], ['not-utf-8', []], name);
      assert.match(problem?.message ?? '', guess, name);
    }
  } finally {
    workspace.stop();
    rmSync(folder, { recursive: true });
  }
});
