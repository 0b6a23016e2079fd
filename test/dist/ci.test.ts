import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parse, stringify } from 'yaml';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';

const TOOLS = process.env['DSTACK_CI_TOOLS'] ?? '';
const CLI = repositoryPath('dist/cli.js');

const withoutTools = TOOLS === '' && 'needs zizmor, check-jsonschema and pre-commit';
const withoutBash =
  process.platform === 'win32' ? 'needs bash' : !existsSync(CLI) && 'needs `npm run build`';

interface Run {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

function run(program: string, args: readonly string[], { cwd, env }: Run = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: cwd ?? repositoryPath(),
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, said: `${stdout}${stderr}` };
}

/** A folder with a configuration that is right and one that is wrong. */
function project(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-ci-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'a b'));
  writeFileSync(join(folder, 'right.dstack.yml'), 'type: task\ncommands: [ls]\n');
  writeFileSync(join(folder, 'a b/wrong.dstack.yml'), 'type: task\ncomands: [ls]\n');
  return folder;
}

table(
  'GitHub accepts',
  [
    ['vendor.github-workflows', '.github/workflows/ci.yml'],
    ['vendor.github-workflows', '.github/workflows/release.yml'],
    ['vendor.github-actions', 'action.yml'],
  ],
  ([schema, file]) => {
    const program = join(TOOLS, 'check-jsonschema');
    const { status, said } = run(program, ['--builtin-schema', schema, file]);
    assert.equal(status, 0, said);
  },
  { skip: withoutTools },
);

test('a linter of workflows finds nothing unsafe', { skip: withoutTools }, () => {
  const args = ['--offline', '--no-progress', '.github/workflows', 'action.yml'];
  const { status, said } = run(join(TOOLS, 'zizmor'), args);
  assert.equal(status, 0, said);
});

/** The bash that runs the script of the action: macOS has 3.2. */
const BASH = process.env['DSTACK_CI_BASH'] ?? 'bash';

/** Runs the script of the action; `npx` is our build instead of the package that npm has. */
function runAction(folder: string, inputs: Readonly<Record<string, string>>) {
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const npx = `#!/bin/sh\necho "$2" >&2\nshift 2\nexec "${process.execPath}" "${CLI}" "$@"\n`;
  writeFileSync(join(bin, 'npx'), npx);
  chmodSync(join(bin, 'npx'), 0o755);
  const action = parse(readFileSync(repositoryPath('action.yml'), 'utf8')) as {
    runs: { steps: readonly [{ run: string; env: Readonly<Record<string, string>> }] };
  };
  const [{ run: script, env: named }] = action.runs.steps;
  const given = Object.entries(named).map(([variable, input]) => {
    const [, name = ''] = /^\$\{\{ inputs\.(\S+) \}\}$/.exec(input) ?? [];
    return [variable, inputs[name] ?? ''];
  });
  const PATH = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const env = { ...Object.fromEntries(given), PATH } as NodeJS.ProcessEnv;
  return run(BASH, ['-e', '-o', 'pipefail', '-c', script], { cwd: folder, env });
}

for (const [paths, files] of [
  ['.', 2],
  ['right.dstack.yml\n\n  \na b', 2],
  ['$(touch made)\n`touch made`\nright.dstack.yml', 1],
] as const) {
  test(`the action checks ${JSON.stringify(paths)}`, { skip: withoutBash }, (context) => {
    const folder = project(context);
    const { status, said } = runAction(folder, { paths, version: '1.2.3' });
    assert.match(said, /^dstack-check@1\.2\.3$/m);
    assert.equal(/file=a b\/wrong\.dstack\.yml,line=2/.test(said), files === 2, said);
    assert.equal(status, paths.includes('touch') ? 2 : 1);
    assert.ok(!existsSync(join(folder, 'made')));
  });
}

/** Inputs of the action, the exit code, and what is printed. */
const INPUTS: readonly (readonly [
  inputs: Readonly<Record<string, string>>,
  code: number,
  said: RegExp,
])[] = [
  [{ exclude: 'a b\n\n' }, 0, /^(?!.*wrong)/s],
  [{ exclude: '*.none\na b/wrong*' }, 0, /^(?!.*wrong)/s],
  [{ exclude: '$(touch made)' }, 1, /wrong\.dstack\.yml,line=2/],
  [{ 'dstack-version': '0.20', paths: 'right.dstack.yml' }, 0, /1\.2\.3/],
  [{ 'dstack-version': 'old' }, 2, /--dstack-version needs a release/],
  [{ 'max-warnings': '0', paths: 'warned.dstack.yml' }, 1, /warned\.dstack\.yml,line=3/],
  [{ 'max-warnings': '1', paths: 'warned.dstack.yml' }, 0, /warned\.dstack\.yml,line=3/],
  [{ paths: '' }, 1, /wrong\.dstack\.yml,line=2/],
];

for (const [inputs, code, expected] of INPUTS) {
  test(`the action with ${JSON.stringify(inputs)}`, { skip: withoutBash }, (context) => {
    const folder = project(context);
    if (inputs['paths']?.startsWith('warned'))
      writeFileSync(
        join(folder, 'warned.dstack.yml'),
        'type: task\ncommands: [ls]\nsetup: [ls]\n',
      );
    const { status, said } = runAction(folder, { version: '1.2.3', ...inputs });
    assert.equal(status, code, said);
    assert.match(said, expected);
    assert.ok(!existsSync(join(folder, 'made')));
  });
}

test('docs/ci.md has the inputs of the action, and the hook as it is', () => {
  const read = (path: string) => readFileSync(repositoryPath(path), 'utf8');
  const page = read('docs/ci.md');
  const { inputs } = parse(read('action.yml')) as { inputs: Record<string, { default: string }> };
  const rows = [...page.matchAll(/^\| `([\w-]+)` +\| (?:`(.*?)`)? +\|/gm)];
  const listed = rows.map(([, name, value = '']) => [name, value]);
  assert.deepEqual(
    listed,
    Object.entries(inputs).map(([name, input]) => [name, input.default]),
  );
  const [, local = ''] = /```yaml\n(repos:\n {2}- repo: local\n[^`]*)```/.exec(page) ?? [];
  const { repos } = parse(local) as { repos: readonly { hooks: readonly object[] }[] };
  const [hook] = parse(read('.pre-commit-hooks.yaml')) as [object];
  assert.deepEqual({ ...hook, ...repos[0]?.hooks[0] }, hook);
});

test(
  'pre-commit runs the hook from the package, and stops a commit',
  { skip: withoutTools, timeout: 120_000 },
  (context) => {
    const folder = project(context);
    const packed = join(folder, 'packed');
    const made = run(process.execPath, [repositoryPath('tools/package-npm.mjs'), packed]);
    assert.equal(made.status, 0, made.said);
    const tarball = readdirSync(packed).find((name) => name.endsWith('.tgz')) ?? '';
    const [hook] = parse(readFileSync(repositoryPath('.pre-commit-hooks.yaml'), 'utf8')) as [object];
    const local = {
      ...hook,
      language_version: 'system',
      additional_dependencies: [join(packed, tarball)],
    };
    const config = { repos: [{ repo: 'local', hooks: [local] }] };
    writeFileSync(join(folder, '.pre-commit-config.yaml'), stringify(config));
    const env = { PRE_COMMIT_HOME: join(folder, 'home'), npm_config_offline: 'true' };
    const at = { cwd: folder, env };
    run('git', ['init', '-q'], at);
    run('git', ['add', 'right.dstack.yml', 'a b'], at);
    const all = run(join(TOOLS, 'pre-commit'), ['run', '--all-files', '--color=never'], at);
    assert.equal(all.status, 1, all.said);
    assert.match(all.said, /a b\/wrong\.dstack\.yml:2:1: error/);
    run('git', ['rm', '-q', '-r', '--cached', 'a b'], at);
    const right = run(join(TOOLS, 'pre-commit'), ['run', '--all-files', '--color=never'], at);
    assert.equal(right.status, 0, right.said);
  },
);
