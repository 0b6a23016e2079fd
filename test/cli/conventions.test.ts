import assert from 'node:assert/strict';
import { chmodSync, linkSync, mkdirSync } from 'node:fs';
import { test } from 'node:test';
import {
  asNormalUser,
  inTree,
  NO_UNIX,
  printedBy,
  RIGHT,
  WRONG,
  type Tree,
} from '../support/check/command-line';
import { table } from '../support/table';

/** Runs a command line in a folder. */
function inside(tree: Tree, args: readonly string[], host: Parameters<typeof printedBy>[2] = {}) {
  const before = process.cwd();
  process.chdir(tree.folder);
  try {
    return printedBy(args, tree.folder, host);
  } finally {
    process.chdir(before);
  }
}

const FILES = {
  'a.dstack.yml': WRONG,
  'b.dstack.yml': RIGHT,
  'jobs/c.dstack.yml': WRONG,
  'jobs/deep/d.dstack.yml': WRONG,
  'vendor/e.dstack.yml': WRONG,
};

const FILES_OF = (text: string) =>
  [...text.matchAll(/^([^:\s][^:]*):\d+:\d+: /gm)].map(([, name]) => name);

/** Arguments, and the files with a problem. */
const CHOSEN: readonly (readonly [args: readonly string[], files: readonly string[]])[] = [
  [[], ['a', 'jobs/c', 'jobs/deep/d', 'vendor/e']],
  [['jobs'], ['jobs/c', 'jobs/deep/d']],
  [['jobs/*.dstack.yml'], ['jobs/c']],
  [['jobs/**'], ['jobs/c', 'jobs/deep/d']],
  [['**/d*.yml'], ['jobs/deep/d']],
  [
    ['*.dstack.yml', 'vendor/e.dstack.yml'],
    ['a', 'vendor/e'],
  ],
  [
    ['--exclude', 'vendor/'],
    ['a', 'jobs/c', 'jobs/deep/d'],
  ],
  [['--exclude', 'jobs/*', '--exclude=vendor', '.'], ['a']],
  [
    ['--exclude', '[ac].*'],
    ['jobs/deep/d', 'vendor/e'],
  ],
  [['--exclude', 'a.dstack.yml', 'a.dstack.yml'], ['a']],
  [
    ['--exclude', './jobs'],
    ['a', 'vendor/e'],
  ],
  [['--exclude', '@/jobs/', '--exclude', '@/vendor/*.yml'], ['a']],
  [
    ['--exclude', '/jobs'],
    ['a', 'vendor/e'],
  ],
  [['--exclude', './jobs/deep', 'jobs'], ['jobs/c']],
  [['./jobs/../a.dstack.yml'], ['a']],
  [['./jobs/../a.*'], ['a']],
];

table('which files are checked', CHOSEN, ([args, files]) =>
  inTree((tree) => {
    for (const [name, text] of Object.entries(FILES)) tree.file(name, text);
    const { code, out } = inside(tree, ['check', ...args]);
    assert.equal(code, 1);
    assert.deepEqual(
      FILES_OF(out),
      files.map((name) => `${name}.dstack.yml`),
    );
  }),
);

test('paths are those from the current folder', () =>
  inTree((tree) => {
    for (const [name, text] of Object.entries(FILES)) tree.file(name, text);
    const { out } = inside({ ...tree, folder: tree.at('jobs') }, ['check', '..']);
    const found = ['../a', 'c', 'deep/d', '../vendor/e'];
    assert.deepEqual(
      FILES_OF(out),
      found.map((name) => `${name}.dstack.yml`),
    );
  }));

test('no files to check is an error, unless that is allowed', () =>
  inTree((tree) => {
    mkdirSync(tree.at('empty'));
    const { code, out, err } = tree.check('@/empty');
    assert.deepEqual([code, out], [2, '']);
    assert.equal(err, 'No dstack configurations in `@/empty`.\n');
    const here = inside({ ...tree, folder: tree.at('empty') }, ['check']);
    assert.equal(here.err, 'No dstack configurations in this folder.\n');
    assert.equal(tree.check('--allow-empty', '@/empty').code, 0);
    assert.match(tree.check('@/x*.dstack.yml').err, /no configuration matches this pattern/);
  }));

test('an empty file, and one with comments alone, is an error', () =>
  inTree((tree) => {
    tree.file('a.dstack.yml', '');
    tree.file('b.dstack.yml', '# later\n');
    tree.file('.dstack/profiles.yml', '');
    const { code, out } = tree.check('@');
    assert.equal(code, 1);
    assert.equal(
      out.match(/error: The file is empty\. It must be a mapping with `type`/g)?.length,
      2,
    );
    assert.match(out, /profiles\.yml:1:1: error: .* `profiles`/);
  }));

/** Arguments, the exit code, and the totals. The files have an error, a warning and a hint. */
const COUNTED: readonly (readonly [args: readonly string[], code: number, totals: RegExp])[] = [
  [[], 0, /2 files checked: 0 errors, 1 warning, 1 hint\.$/],
  [['--max-warnings', '1'], 0, /1 warning,/],
  [['--max-warnings=0'], 1, /1 warning,/],
  [['--max-warnings=0', '--quiet'], 1, /^2 files checked: 0 errors, 1 warning, 1 hint\.$/],
  [['-q'], 0, /^2 files checked: 0 errors, 1 warning, 1 hint\.$/],
];

table('warnings and hints are counted apart', COUNTED, ([args, code, totals]) =>
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: fleet\nname: main-gpus\nnodes: 2\n');
    tree.file('b.dstack.yml', 'type: task\nname: x\ncommands: [ls]\nfleets: [main-gpu]\n');
    const printed = tree.check(...args, '@');
    assert.equal(printed.code, code, printed.out);
    assert.match(printed.out.trimEnd(), totals);
    const reason = 'There is 1 warning; at most 0 are allowed (--max-warnings).\n';
    assert.equal(printed.err, code === 1 ? reason : '');
  }),
);

test('a current folder that was deleted is named', (context) => {
  context.mock.method(process, 'cwd', () => {
    throw new Error('ENOENT: no such file or directory, uv_cwd');
  });
  const err = 'The current folder does not exist any more.\n';
  assert.deepEqual(printedBy(['check'], '/'), { code: 2, out: '', err });
  context.mock.restoreAll();
});

test('several warnings too many are counted', () =>
  inTree((tree) => {
    for (const name of ['a', 'b'])
      tree.file(`${name}.dstack.yml`, 'type: task\nname: x\ncommands: [ls]\nsetup: [ls]\n');
    const { code, err } = tree.check('-q', '--max-warnings=1', '@');
    assert.equal(code, 1);
    assert.match(err, /^There are \d+ warnings; at most 1 are allowed \(--max-warnings\)\.\n$/);
  }));

test('problems between files are those of the editor', () =>
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: fleet\nname: gpus\nnodes: 2\n');
    tree.file('b.dstack.yml', 'type: fleet\nname: gpus\nnodes: 3\n');
    tree.file('c.dstack.yml', 'type: task\ncommands: [ls]\nfleets: [gpsu]\n');
    tree.file('d.dstack.yml', 'type: service\nport: 80\ncommands: [a]\nreplicas: 0\n');
    tree.file(
      '.dstack/profiles.yml',
      'profiles: [{name: p, default: true, schedule: {cron: 0 8 * * *}}]\n',
    );
    const { out } = tree.check('@');
    assert.match(
      out,
      /d\.dstack\.yml:4:11: warning: The default profile of `@\/\.dstack\/profiles\.yml`/,
    );
    assert.match(
      out,
      /a\.dstack\.yml:2:7: warning: `@\/b\.dstack\.yml` defines a fleet `gpus` as well/,
    );
    assert.match(out, /c\.dstack\.yml:3:10: warning: .*Did you mean `gpus`\?/);
    // A file alone can refer to what others define.
    assert.match(tree.check('@/c.dstack.yml').out, /^1 file checked: 0 errors, 0 warnings\.\n$/);
  }));

test('the default profile of the current folder decides about files that are given alone', () =>
  inTree((tree) => {
    tree.file(
      '.dstack/profiles.yml',
      'profiles: [{name: p, default: true, schedule: {cron: 0 8 * * *}}]\n',
    );
    tree.file('jobs/a.dstack.yml', 'type: service\nport: 80\ncommands: [a]\nreplicas: 0\n');
    for (const path of ['jobs/a.dstack.yml', 'jobs', 'jobs/*.dstack.yml'])
      assert.match(
        inside(tree, ['check', '--format=text', path]).out,
        /^jobs\/a\.dstack\.yml:4:11: warning: The default profile of `\.dstack\/profiles\.yml`/,
      );
  }));

test('full: the line with a mark, the fix and related places', () =>
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: task\ncommands: [ls]\nresources:\n\t\n  gpu: 24GBB\n');
    tree.file('b.dstack.yml', `type: task\ncommands: [ls]\nresources: {gpu: 24GBB}\n`);
    const { out } = inside(tree, ['check', 'b.dstack.yml']);
    assert.equal(
      out,
      [
        'b.dstack.yml:3:20: error: `24GBB` is not a size: use MB, GB or TB, e.g. `24GB`. [gpu-shorthand]',
        '   3 | resources: {gpu: 24GBB}',
        '     |                    ^^^',
        '  = fix: Change to `24GB`',
        '',
        '1 file checked: 1 error, 0 warnings.',
        '',
      ].join('\n'),
    );
  }));

/** A text before the problem, and the columns that it takes on a terminal. */
const BEFORE: readonly (readonly [text: string, columns: number])[] = [
  ['abc', 3],
  ['中中中', 6],
  ['한글', 4],
  ['ｗ', 2],
  ['🚀', 2],
  ['e\u0301', 1],
  ['é…—', 3],
];

table('full: the marks are below the problem on a terminal', BEFORE, ([text, columns]) =>
  inTree((tree) => {
    const wrong = `type: task\ncommands: [ls]\nresources: {"${text}": 1, gpu: 24GBB}\n`;
    tree.file('a.dstack.yml', wrong);
    const { out } = tree.check('--format=full', '@');
    const marks = `     | ${' '.repeat('resources: {"": 1, gpu: 24'.length + columns)}^^^\n`;
    assert.ok(out.includes(marks), out);
  }),
);

test('full: of a long line the part around the problem is shown', () =>
  inTree((tree) => {
    const long = 'x'.repeat(300);
    tree.file(
      'a.dstack.yml',
      `type: task\ncommands: ["${long}"]\nenv: [${'A=1, '.repeat(60)}B=1, 2]\n`,
    );
    const lines = tree.check('--format', 'full', '@').out.split('\n');
    for (const line of lines.filter((one) => one.includes(' | ')))
      assert.ok(line.length < 120, line);
  }));

/** The environment, whether it is a terminal, the option, and whether there are colors. */
const COLORS: readonly (readonly [Record<string, string>, boolean, string, boolean])[] = [
  [{}, true, 'auto', true],
  [{}, false, 'auto', false],
  [{ NO_COLOR: '1' }, true, 'auto', false],
  [{ NO_COLOR: '' }, true, 'auto', true],
  [{ TERM: 'dumb' }, true, 'auto', false],
  [{ FORCE_COLOR: '1' }, false, 'auto', true],
  [{ FORCE_COLOR: '0' }, true, 'auto', false],
  [{ NO_COLOR: '1' }, false, 'always', true],
  [{ FORCE_COLOR: '1' }, true, 'never', false],
];

table('colors', COLORS, ([env, outIsTerminal, color, isColored]) =>
  inTree((tree) => {
    tree.file('a.dstack.yml', WRONG);
    const { out } = printedBy(['check', '--color', color, '@'], tree.folder, {
      env,
      outIsTerminal,
    });
    assert.equal(out.includes('\x1b['), isColored);
  }),
);

test('json: the page, the fixes with their edits and the related places', () =>
  inTree((tree) => {
    tree.file('a.dstack.yml', WRONG);
    const [finding] = JSON.parse(tree.check('--format=json', '@').out) as Record<string, unknown>[];
    assert.match(String(finding?.['url']), /^file:.*\/docs\/problems\/unknown-key\.md$/);
    assert.deepEqual(finding?.['related'], []);
    assert.deepEqual(finding['fixes'], [
      {
        title: 'Change to `commands`',
        preferred: true,
        edits: [{ line: 2, column: 1, endLine: 2, endColumn: 8, text: 'commands' }],
      },
    ]);
  }));

table(
  'a CI service gets the path in its checkout, also from a folder below',
  [
    ['github', 'GITHUB_WORKSPACE', /^::error file=jobs\/c\.dstack\.yml,/],
    ['sarif', 'GITHUB_WORKSPACE', /"uri":\s*"jobs\/c\.dstack\.yml"/],
    ['gitlab', 'CI_PROJECT_DIR', /"path":\s*"jobs\/c\.dstack\.yml"/],
  ] as const,
  ([format, variable, expected]) =>
    inTree((tree) => {
      tree.file('jobs/c.dstack.yml', WRONG);
      const jobs = { ...tree, folder: tree.at('jobs') };
      const args = ['check', `--format=${format}`, 'c.dstack.yml'];
      const { out } = inside(jobs, args, { env: { [variable]: tree.folder } });
      assert.match(out, expected);
      const elsewhere = inside(jobs, args, { env: { [variable]: tree.at('other') } });
      assert.match(elsewhere.out, new RegExp(expected.source.replace('jobs\\/', '')));
    }),
);

test('sarif: rules with descriptions, fixes, snippets and relative URIs', () =>
  inTree((tree) => {
    tree.file('a b.dstack.yml', WRONG);
    const { out } = inside(tree, ['check', '--format=sarif', tree.at('a b.dstack.yml')]);
    const [run] = (JSON.parse(out) as { runs: Record<string, never>[] }).runs;
    const { tool, results } = run as unknown as {
      tool: { driver: { semanticVersion: string; rules: Record<string, { text: string }>[] } };
      results: {
        locations: { physicalLocation: Record<string, unknown> }[];
        fixes: { artifactChanges: { replacements: unknown[] }[] }[];
      }[];
    };
    assert.match(tool.driver.semanticVersion, /^\d+\.\d+\.\d+/);
    const [rule] = tool.driver.rules;
    for (const part of ['shortDescription', 'fullDescription', 'help'])
      assert.match(rule?.[part]?.text ?? '', /\w/, part);
    const [result] = results;
    const { artifactLocation, region } = result?.locations[0]?.physicalLocation ?? {};
    assert.deepEqual(artifactLocation, { uri: 'a%20b.dstack.yml' });
    assert.deepEqual(region, {
      startLine: 2,
      startColumn: 1,
      endLine: 2,
      endColumn: 8,
      snippet: { text: 'comands' },
    });
    assert.deepEqual(result?.fixes[0]?.artifactChanges[0]?.replacements, [
      {
        deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 8 },
        insertedContent: { text: 'commands' },
      },
    ]);
  }));

/** A command line that needs no file, its exit code, and what it prints. */
const OTHERS: readonly (readonly [args: readonly string[], code: number, printed: RegExp])[] = [
  [['--version'], 0, /^dstack-check \d+\.\d+\.\d+, checks against dstack \d+\.\d+\.\d+\n$/],
  [['-V'], 0, /^dstack-check /],
  [['--help'], 0, /^Usage: dstack-check check/],
  [['help'], 0, /^Usage: /],
  [['explain', 'duration'], 0, /^# The duration cannot be read\n/],
  [['explain'], 0, /^gpu-shorthand +The GPU cannot be read$/m],
  [['explain', 'gpu-shorthnd'], 2, /Did you mean gpu-shorthand\?/],
  [['explain', '__proto__'], 2, /Unknown code/],
  [['explain', 'a', 'b'], 2, /one name at most/],
  [['schema', 'task'], 0, /"title": "Task"/],
  [['schema', 'profiles'], 0, /"\$schema"/],
  [['schema'], 0, /"title": "dstack configuration"/],
  [['schema', 'job'], 2, /Unknown type: job\. There are configuration, profiles, /],
  [['schema', '--fix'], 2, /schema has no option --fix/],
  [['check', '--color', 'red'], 2, /--color needs auto, always or never/],
  [['check', '--max-warnings', '-1'], 2, /max-warnings/],
  [['check', '--stdin-filename', 'a'], 2, /requires the path -/],
];

table('other commands and options', OTHERS, ([args, code, printed]) => {
  const { code: ended, out, err } = printedBy(args, '/');
  assert.equal(ended, code, err);
  assert.match(code === 0 ? out : err, printed);
});

/** A command line that is invalid, and why. */
const INVALID: readonly (readonly [args: readonly string[], reason: string])[] = [
  [[], 'No command. There are check, explain, schema, mcp.'],
  [['lint', 'x'], 'Unknown command: lint. There are check, explain, schema, mcp.'],
  [['chek'], 'Unknown command: chek. Did you mean check? There are check, explain, schema, mcp.'],
  [
    ['check', '--format', 'xml'],
    'Unknown format: xml. There are full, text, json, sarif, github, gitlab.',
  ],
  [['check', '--fromat', 'json'], 'Unknown option: --fromat. Did you mean --format?'],
  [['check', '-z'], 'Unknown option: -z.'],
  [['check', '--something-else=1'], 'Unknown option: --something-else.'],
  [['check', '--format'], '--format needs a value: --format=…'],
  [['check', '--max-warnings', '-1'], '--max-warnings needs a value: --max-warnings=…'],
  [['check', '--quiet=1'], '--quiet takes no value.'],
];

table('an invalid command line: the reason and how to get help', INVALID, ([args, reason]) => {
  const help = 'Run dstack-check --help for help.';
  assert.deepEqual(printedBy(args, '/'), { code: 2, out: '', err: `${reason}\n${help}\n` });
});

test('progress is shown on a terminal after a second, and removed', (context) =>
  inTree((tree) => {
    for (const name of ['a', 'b', 'c']) tree.file(`${name}.dstack.yml`, RIGHT);
    let now = 0;
    context.mock.method(performance, 'now', () => (now += 700));
    const { err } = printedBy(['check', '@'], tree.folder, { errIsTerminal: true });
    assert.match(err, /^\r\d+ files checked …(?:\r\d+ files checked …)*\r\x1b\[K$/);
    now = 0;
    assert.equal(printedBy(['check', '@'], tree.folder).err, '');
  }));

test('ignore rules that are too long are named, and the files are checked', () =>
  inTree((tree) => {
    tree.file('.git/HEAD', '');
    tree.file('.gitignore', '# long\n'.repeat(20_000));
    tree.file('a.dstack.yml', RIGHT);
    const { code, out, err } = tree.check('@');
    assert.deepEqual([code, out], [0, '1 file checked: 0 errors, 0 warnings.\n']);
    assert.match(err, /^@\/\.gitignore: its ignore rules are not used: at most 100 kB [^\n]*\n$/);
  }));

/** Options, whether the folder is read-only instead of the file having two names, and the summary. */
const UNWRITTEN: readonly (readonly [options: readonly string[], isReadOnly: boolean, RegExp])[] = [
  [['--fix'], false, /0 problems fixed, 1 left/],
  [['--fix', '--dry-run'], false, /0 problems would be fixed, 1 left/],
  [['--fix'], true, /0 problems fixed, 1 left/],
];

table(
  'what --fix cannot write is left',
  UNWRITTEN,
  ([options, isReadOnly, summary]) =>
    inTree((tree) => {
      const file = tree.file('sub/a.dstack.yml', WRONG);
      chmodSync(file, 0o666);
      if (isReadOnly) chmodSync(tree.at('sub'), 0o555);
      else linkSync(file, tree.at('sub/other'));
      const { code, out, err } = asNormalUser(() => tree.check(...options, '@'));
      assert.equal(code, 2);
      assert.match(err, /^@\/sub\/a\.dstack\.yml: was not fixed: /);
      const said = `${out}${err}`;
      assert.match(said, /unknown-key.*\n1 file checked: 1 error, 0 warnings\.\n/);
      assert.match(said, summary);
      assert.match(said, / {2}1 is in a file that cannot be written: @\/sub\/a\.dstack\.yml:2:1$/m);
      assert.doesNotMatch(said, /^\+\+\+/m);
    }),
  { skip: NO_UNIX },
);

test('of millions of problems the first 50,000 are listed', () =>
  inTree((tree) => {
    const wrong = `type: task\ncommands: [ls]\n${Array.from({ length: 200 }, (_, at) => `x${at}: 1\n`).join('')}`;
    for (let at = 0; at < 260; at++) tree.file(`${at}.dstack.yml`, wrong);
    const { code, out, err } = tree.check('@');
    assert.equal(code, 1);
    assert.match(out, /\n260 files checked: 50000 errors, 0 warnings\.\n$/);
    assert.equal(err, '2000 more problems are not listed.\n');
  }));
