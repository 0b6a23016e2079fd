import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';
import { NOT_BUILT } from '../support/server/server-process';

const NOTICES = repositoryPath('dist/ThirdPartyNotices.txt');

const supply = (args: readonly string[], path = process.env['PATH'] ?? '') =>
  spawnSync(process.execPath, [repositoryPath('tools/supply.mjs'), ...args], {
    cwd: repositoryPath('.'),
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });

test('notices are of what is in the bundles, licences are allowed', { skip: NOT_BUILT }, (t) => {
  const { status, stdout, stderr } = supply(['--offline']);
  assert.deepEqual([status, stderr], [0, '']);
  const bundled = [...stdout.matchAll(/^bundled: (\S+ \S+) \((\S+)\)$/gm)];
  t.diagnostic(`figure: ${String(bundled.length)} bundled packages`);
  const notices = readFileSync(NOTICES, 'utf8');
  for (const [, name = '', licence = ''] of bundled)
    assert.match(notices, new RegExp(`^${name.replace(/[.*+?^$]/g, '\\$&')} \\(${licence}\\)$`, 'm'));
  for (const name of ['ajv', 'minimatch', 'vscode-languageclient', 'yaml'])
    assert.ok(bundled.some(([, one]) => one?.startsWith(`${name} `)), name);
  assert.match(notices, /Permission is hereby granted, free of charge/);
  assert.ok((notices.match(/Copyright/g)?.length ?? 0) >= 5);
});

test('the extension is shipped with the notices', () => {
  const shipped = readFileSync(repositoryPath('.vscodeignore'), 'utf8').split('\n');
  assert.ok(shipped.includes('!dist/ThirdPartyNotices.txt'));
});

/** Licences, and whether a package may have them. */
const LICENCES: readonly (readonly [licence: string | null, isAllowed: boolean])[] = [
  ['MIT', true],
  ['GPL-3.0-or-later', false],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(GPL-3.0-or-later OR MIT)', true],
  ['MIT OR GPL-3.0-or-later', true],
  ['(GPL-2.0-only OR GPL-3.0-only)', false],
  ['(MIT AND Zlib)', true],
  ['(MIT AND GPL-3.0-or-later)', false],
  ['(MIT AND (GPL-3.0-or-later OR ISC))', false],
  ['', false],
  [null, false],
];

test('of alternative licences one must be allowed, of joined ones all', () => {
  const licences = JSON.stringify(LICENCES.map(([licence]) => licence));
  const code = `import { isAllowed } from './tools/licences.mjs';
    console.log(JSON.stringify(${licences}.map(isAllowed)));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: repositoryPath('.'),
    encoding: 'utf8',
  });
  assert.deepEqual(
    (JSON.parse(stdout) as readonly boolean[]).map((is, index) => [LICENCES[index]?.[0], is]),
    LICENCES,
  );
});

/** Answers of `npm audit --json`, and what the script makes of them. */
const ANSWERS: readonly (readonly [answer: string, status: number, says: RegExp])[] = [
  ['{"message":"405 Method Not Allowed","statusCode":405}', 2, /NOT CHECKED.*405 Method Not Allowed/],
  ['', 2, /NOT CHECKED/],
  ['<html>', 2, /NOT CHECKED/],
  ['{"vulnerabilities":{},"metadata":{"vulnerabilities":{"total":0}}}', 0, /vulnerabilities: 0/],
  [
    '{"vulnerabilities":{"yaml":{"name":"yaml","severity":"high"}},"metadata":{"vulnerabilities":{"total":1}}}',
    1,
    /yaml: known to be vulnerable \(high\)/,
  ],
];

for (const [answer, status, says] of ANSWERS) {
  const skip = NOT_BUILT || (process.platform === 'win32' && 'needs a shell script');
  test(`an answer ${JSON.stringify(answer.slice(0, 40))} of npm gives ${String(status)}`, { skip }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'dstack-npm-'));
    try {
      writeFileSync(join(folder, 'npm'), `#!/bin/sh\ncat <<'END'\n${answer}\nEND\n`, { mode: 0o755 });
      const found = supply([], `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
      assert.match(found.stdout + found.stderr, says);
      assert.equal(found.status, status);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

