import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findingsOf } from '../../server/src/cli/findings';
import { gitlab } from '../../server/src/cli/formats/gitlab';
import { Analysis, english } from '../../server/src/language';
import { PACKAGE, printedBy } from '../support/check/command-line';
import { imageOrPython } from '../../server/src/language/validate/rules/model/conflicting-properties';

const WRONG = 'type: task\ncommand: [ls]\n';
const RIGHT = 'type: task\ncommands: [ls]\n';

/** Runs the command line on a folder with the given files and gives what it printed and its exit code. */
function check(files: Record<string, string>, ...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-check-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const [command, ...rest] = args;
    const first = command === 'check' ? [command, '--format=text'] : args.slice(0, 1);
    return printedBy([...first, ...rest], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void test('a file with an error: exit code 1, one line with place, severity and code', () => {
  const { code, out } = check({ 'a.dstack.yml': WRONG }, 'check', '@/a.dstack.yml');
  assert.equal(code, 1);
  assert.match(
    out,
    /^@\/a\.dstack\.yml:2:1: error: .*`commands`.* \[unknown-key\]\n1 file checked: 1 error, 0 warnings\.\n$/,
  );
});

void test('a good file: exit code 0', () => {
  const { code, out } = check({ 'a.dstack.yml': RIGHT }, 'check', '@');
  assert.equal(code, 0);
  assert.equal(out, '1 file checked: 0 errors, 0 warnings.\n');
});

void test('a folder is searched for configurations and profiles, and for nothing else', () => {
  const files = {
    '.dstack.yml': WRONG,
    'deep/er/train.dstack.yaml': WRONG,
    '.dstack/profiles.yml': 'profiles:\n  - nam: a\n',
    'profiles.yml': WRONG,
    'docker-compose.yml': WRONG,
    'mydstack.yml': WRONG,
    'node_modules/x/.dstack.yml': WRONG,
  };
  const { out } = check(files, 'check', '--format', 'json', '@');
  const found = JSON.parse(out) as { file: string }[];
  assert.deepEqual(
    found.map(({ file }) => file),
    ['@/.dstack/profiles.yml', '@/.dstack.yml', '@/deep/er/train.dstack.yaml'],
  );
});

void test('json: positions are 1-based, the end is exclusive', () => {
  const { out } = check({ 'a.dstack.yml': WRONG }, 'check', '--format=json', '@');
  const [finding] = JSON.parse(out) as Record<string, unknown>[];
  assert.deepEqual(Object.keys(finding ?? {}), [
    ...['file', 'line', 'column', 'endLine', 'endColumn', 'severity', 'code', 'message'],
    ...['url', 'related', 'fixes'],
  ]);
  const { line, column, endLine, endColumn, severity, code } = finding ?? {};
  assert.deepEqual([line, column, endLine, endColumn], [2, 1, 2, 8]);
  assert.deepEqual([severity, code], ['error', 'unknown-key']);
});

void test('files that cannot be read: exit code 2 and a message', () => {
  const cases: [string[], RegExp][] = [[['check', '@/missing.dstack.yml'], /missing\.dstack\.yml/]];
  for (const [args, message] of cases) {
    const { code, err } = check({}, ...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, message);
  }
});

void test('sarif: one run with the rules that were found', () => {
  const { out } = check({ 'a.dstack.yml': WRONG }, 'check', '--format=sarif', '@/a.dstack.yml');
  const { version, runs } = JSON.parse(out) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
  };
  assert.equal(version, '2.1.0');
  assert.deepEqual(
    runs[0]?.tool.driver.rules.map(({ id }) => id),
    ['unknown-key'],
  );
  const [result] = runs[0]?.results ?? [];
  assert.equal(result?.['level'], 'error');
});

void test('github: workflow commands with escaped text', () => {
  const { out } = check(
    { 'a,b.dstack.yml': WRONG },
    'check',
    '--format=github',
    '@/a,b.dstack.yml',
  );
  assert.match(
    out,
    /^::error file=@\/a%2Cb\.dstack\.yml,line=2,col=1,endLine=2,endColumn=8,title=unknown-key::[^\n]+\n$/,
  );
});

void test('gitlab: a Code Quality report with a fingerprint for each problem', () => {
  const files = { 'a.dstack.yml': `${RIGHT}x: 1\nx: 1\n`, 'b.dstack.yml': WRONG };
  const { out } = check(files, 'check', '--format=gitlab', '@');
  const issues = JSON.parse(out) as Record<string, unknown>[];
  const fingerprints = issues.map(({ fingerprint }) => String(fingerprint));
  assert.equal(new Set(fingerprints).size, issues.length);
  for (const one of fingerprints) assert.match(one, /^[0-9a-f]{64}$/);
  const { fingerprint: _, ...last } = issues.at(-1) ?? {};
  assert.deepEqual(last, {
    description: '`command` is not a property of a task. Did you mean `commands`?',
    check_name: 'unknown-key',
    severity: 'major',
    location: { path: '@/b.dstack.yml', lines: { begin: 2 } },
  });
});

const OPTIONS = {
  all: [],
  colors: false,
  package: PACKAGE,
  checkout: undefined,
  translate: english,
};

void test('gitlab: a fingerprint stays when lines are added above, in the same file', () => {
  const fingerprint = (file: string, text: string) => {
    const analysis = new Analysis({ uri: 'file:///a.dstack.yml', text });
    const report = gitlab(findingsOf(file, analysis), 1, OPTIONS);
    return (JSON.parse(report) as Record<string, unknown>[])[0]?.['fingerprint'];
  };
  assert.equal(
    fingerprint('a.dstack.yml', `# A task.\n${WRONG}`),
    fingerprint('./a.dstack.yml', WRONG),
  );
  assert.notEqual(fingerprint('a.dstack.yml', WRONG), fingerprint('b.dstack.yml', WRONG));
});

for (const [what, args] of Object.entries({ 'a check': [], 'a fix': ['--fix', '--dry-run'] })) {
  void test(`${what} that meets a rule that throws: a line with its name, the rest, exit code 2`, (context) => {
    context.mock.method(imageOrPython, 'check', () => {
      throw new Error('broken\non purpose');
    });
    const files = { 'a.dstack.yml': WRONG, 'b.dstack.yml': `${RIGHT}python: 3.12.1\n` };
    const { code, out, err } = check(files, 'check', ...args, '@');
    assert.equal(code, 2);
    const name = `rule ${imageOrPython.codes.join(', ')}`;
    const line = (file: string) => `@/${file}.dstack.yml: ${name} failed: Error: broken on purpose`;
    const said = err.split('\n').filter((one) => one.includes('failed'));
    assert.deepEqual(said, [line('a'), line('b')]);
    assert.match(`${out}${err}`, /python/);
  });
}

/** A repository with an ignored folder, in which one file is included again. */
const IGNORING = {
  '.git/info/exclude': 'local/\n',
  '.gitignore': 'build/*\n!build/kept.dstack.yml\n*.tmp.dstack.yml\n',
  'a.dstack.yml': WRONG,
  'b.tmp.dstack.yml': WRONG,
  'build/out.dstack.yml': WRONG,
  'build/kept.dstack.yml': WRONG,
  'local/x.dstack.yml': WRONG,
  'sub/.gitignore': 'deep/\n',
  'sub/deep/x.dstack.yml': WRONG,
  'sub/x.dstack.yml': WRONG,
};

for (const [paths, found] of [
  [['@'], ['a.dstack.yml', 'build/kept.dstack.yml', 'sub/x.dstack.yml']],
  [['@/sub'], ['sub/x.dstack.yml']],
  [['@/local'], ['local/x.dstack.yml']],
  [['@/build'], ['build/kept.dstack.yml']],
  [
    ['@/build/out.dstack.yml', '@/sub'],
    ['build/out.dstack.yml', 'sub/x.dstack.yml'],
  ],
] as const)
  void test(`what Git ignores is left out unless it is given itself: ${paths.join(' ')}`, () => {
    const { code, out } = check(IGNORING, 'check', ...paths);
    assert.equal(code, 1);
    const files = [...out.matchAll(/^@\/([^:]+):/gm)].map(([, name]) => name);
    assert.deepEqual(files, found);
  });
