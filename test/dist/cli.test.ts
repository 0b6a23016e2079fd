import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { corpusSamples } from '../support/oracle/corpus';
import { repositoryPath } from '../support/repository';

const CLI = repositoryPath('dist/cli.js');
const NOT_BUILT = existsSync(CLI) ? false : 'needs `npm run build`';

const check = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [CLI, 'check', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

test('the built command line: 0 for right, 1 for wrong, 2 for a wrong call', { skip: NOT_BUILT }, () => {
  assert.equal(check(['-'], 'type: task\ncommands: [ls]\n').status, 0);
  assert.equal(check(['-'], 'type: task\ncommand: [ls]\n').status, 1);
  assert.equal(check(['--format', 'xml', '-']).status, 2);
});

test('--fix of standard input: the text on standard output, what is left on standard error', { skip: NOT_BUILT }, () => {
  const right = 'type: task\ncommands: [ls]\n';
  for (const [input, output, status] of [
    ['type: task\ncomands: [ls]\n', right, 0],
    [right, right, 0],
    ['type: task\ncomands: [ls\n', 'type: task\ncomands: [ls\n', 1],
  ] as const) {
    const fixed = check(['--fix', '-'], input);
    assert.deepEqual([fixed.stdout, fixed.status], [output, status]);
    assert.match(fixed.stderr, /1 file checked/);
  }
});

test('--fix of standard input with a format for programs: the report alone on standard error', { skip: NOT_BUILT }, () => {
  const { stdout, stderr } = check(['--fix', '--format=json', '-'], 'type: task\ncomands: [ls]\n');
  assert.equal(stdout, 'type: task\ncommands: [ls]\n');
  assert.deepEqual(JSON.parse(stderr), []);
});

test('standard input replaces the file whose name it has', { skip: NOT_BUILT }, () => {
  const folder = repositoryPath('examples');
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.dstack.yml'));
  const args = [`${folder}/${name}`, '-', '--format=text', '--stdin-filename', `${folder}/${name}`];
  const { stdout } = check(args, 'type: task\ncomands: [ls]\n');
  assert.match(stdout, /dstack\.yml:2:1: error: .*\n1 file checked: 1 error, /);
});

/** Gives a command a standard input that answers EAGAIN while there is nothing in it, and writes to it late. */
const NON_BLOCKING = `
import fcntl, os, subprocess, sys, time
read, write = os.pipe()
fcntl.fcntl(read, fcntl.F_SETFL, os.O_NONBLOCK)
process = subprocess.Popen(sys.argv[1:], stdin=read)
for part in (b"type: task\\n", b"command: [ls]\\n"):
    time.sleep(0.3)
    os.write(write, part)
os.close(write)
sys.exit(process.wait())
`;

test('a standard input that does not block is read to its end', { skip: NOT_BUILT }, (t) => {
  const command = [process.execPath, CLI, 'check', '--format', 'text', '-'];
  const { status, stdout, error } = spawnSync('python3', ['-c', NON_BLOCKING, ...command], {
    encoding: 'utf8',
  });
  if (error || process.platform === 'win32') return t.skip('needs Python on a Unix');
  assert.match(stdout, /^-:2:1: error: .*\n1 file checked/);
  assert.equal(status, 1);
});

test('a reader that stops early is not an error', { skip: NOT_BUILT || process.platform === 'win32' }, () => {
  const line = `"${process.execPath}" "${CLI}" check --format sarif - | head -c 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', line], {
    // Makes more output than a pipe holds, so that writing the rest fails.
    input: 'a: 1\n'.repeat(1000),
    encoding: 'utf8',
  });
  assert.deepEqual([stdout, stderr], ['{', '']);
});

test('the built command line checks the examples without a problem', { skip: NOT_BUILT }, () => {
  const { status, stdout } = check([repositoryPath('examples')]);
  assert.equal(status, 0, stdout);
});

test('the whole corpus goes through one process', { skip: NOT_BUILT }, (t) => {
  const samples = corpusSamples();
  if (!samples) return t.skip('needs ../shared/corpus');
  const started = performance.now();
  const paths = samples.map(({ name }) => repositoryPath('../shared/corpus', name));
  const { status, stdout, stderr } = check(['--format', 'json', ...paths]);
  const seconds = (performance.now() - started) / 1000;
  assert.equal(stderr, '');
  assert.equal(status, 1);
  const findings = JSON.parse(stdout) as readonly { readonly file: string }[];
  const files = new Set(findings.map(({ file }) => file)).size;
  t.diagnostic(`figure: ${samples.length} files in ${seconds.toFixed(1)} s, problems in ${files}`);
});
