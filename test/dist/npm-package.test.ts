import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repositoryPath } from '../support/repository';

let folder = '';

/** Runs a program in the project that uses the package. */
function inProject(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { status, stdout, stderr };
}

const bin = (name: string) => join(folder, 'node_modules', '.bin', name);

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'dstack-npm-'));
  const built = spawnSync(
    process.execPath,
    [repositoryPath('tools/package-npm.mjs'), join(folder, 'built')],
    { cwd: repositoryPath(), encoding: 'utf8' },
  );
  assert.equal(built.status, 0, built.stderr);
  const [tarball = ''] = readdirSync(join(folder, 'built')).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true }\n');
  const installed = inProject('npm', ['install', '--offline', '--no-audit', join(folder, 'built', tarball)]);
  assert.equal(installed.status, 0, installed.stderr);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('the package installs alone, without a network and without other packages', () => {
  const names = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  assert.deepEqual(names, ['dstack-check']);
  const manifest = JSON.parse(
    readFileSync(join(folder, 'node_modules/dstack-check/package.json'), 'utf8'),
  ) as Record<string, unknown>;
  assert.equal(manifest['dependencies'], undefined);
});

test('its command line runs', () => {
  writeFileSync(join(folder, 'a.dstack.yml'), 'type: task\ncomands: [ls]\n');
  const checked = inProject(bin('dstack-check'), ['check', '--format', 'text']);
  assert.equal(checked.status, 1, checked.stderr);
  assert.match(checked.stdout, /^a\.dstack\.yml:2:1: error: .*`commands`/);
  assert.match(inProject(bin('dstack-check'), ['--version']).stdout, /^dstack-check \d/);
  assert.match(inProject(bin('dstack-check'), ['explain', 'duration']).stdout, /^# The duration/);
});

test('its language server answers and ends', async () => {
  const server = spawn(bin('dstack-language-server'), ['--stdio'], {
    shell: process.platform === 'win32',
  });
  let answers = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (answers += text));
  const ended = once(server, 'exit');
  const initialize = { processId: null, rootUri: null, capabilities: {} };
  for (const content of [
    { id: 1, method: 'initialize', params: initialize },
    { id: 2, method: 'shutdown' },
    { method: 'exit' },
  ]) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...content });
    server.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
  }
  assert.deepEqual(await ended, [0, null]);
  assert.match(answers, /"completionProvider"/);
});

/** A program that uses every part of the library, with types. */
const PROGRAM = `
import { check, createLanguage, dstackVersion, fix, type Problem } from 'dstack-check';
const text = 'type: task\\ncomands: [ls]\\n';
const problems: readonly Problem[] = check(text, { filename: 'jobs/a.dstack.yml' });
const language = createLanguage({ dstackVersion: '0.22' });
const inProfiles = check('profiles:\\n  - nam: a\\n', { filename: '.dstack/profiles.yml' });
console.log(JSON.stringify({
  codes: problems.map(({ code }) => code),
  edit: problems[0]?.fixes[0]?.edits[0],
  fixed: fix(text),
  labels: language.complete({ text: 'type: ' }, { line: 0, character: 6 }).map(({ label }) => label),
  hover: language.hover({ text }, { line: 0, character: 1 }),
  format: language.format({ text: 'type:   task\\n' }).length,
  resolved: language.resolve({ text: 'type: task\\ncommands: [ls]\\nmax_duration: 1h\\n' }),
  profiles: inProfiles.map(({ code }) => code),
  version: dstackVersion,
  older: check('type: service\\nport: 80\\ngroups: [{image: nginx}]\\n', { dstackVersion: '0.20' })[0]?.code,
  manifest: import.meta.resolve('dstack-check/package.json'),
}));
`;

test('its library has types that compile, and does what they say', () => {
  writeFileSync(join(folder, 'program.mts'), PROGRAM);
  const compiler = repositoryPath('node_modules/typescript/bin/tsc');
  const options = ['--strict', '--target', 'es2022', '--module', 'nodenext'];
  const compiled = inProject(process.execPath, [compiler, ...options, '--lib', 'es2022,dom', 'program.mts']);
  assert.equal(compiled.status, 0, compiled.stdout);
  const { status, stdout, stderr } = inProject(process.execPath, ['program.mjs']);
  assert.equal(status, 0, stderr);
  const said = JSON.parse(stdout) as Record<string, unknown>;
  assert.deepEqual(said['codes'], ['unknown-key']);
  assert.deepEqual(said['edit'], {
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
    newText: 'commands',
  });
  assert.equal(said['fixed'], 'type: task\ncommands: [ls]\n');
  assert.ok((said['labels'] as string[]).includes('task'));
  assert.match(String(said['hover']), /\*\*`type`\*\*/);
  assert.equal(said['format'], 1);
  assert.match(String(said['resolved']), /max_duration: 1h # 1 hour/);
  assert.deepEqual(said['profiles'], ['unknown-key']);
  assert.equal(said['older'], 'needs-newer-dstack');
  assert.match(String(said['manifest']), /dstack-check\/package\.json$/);
  assert.match(String(said['version']), /^\d+\.\d+\.\d+$/);
});
