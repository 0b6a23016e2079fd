import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { parse } from 'yaml';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: unknown;
        readonly steps: readonly Step[];
        readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
      }
    >
  >;
}

const folder = repositoryPath('.github/workflows');
const text = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const { scripts } = JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

for (const name of readdirSync(folder)) {
  const workflow = parse(text(name)) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test(`${name}: it may only read, and other people's actions are pinned to a commit`, () => {
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    for (const { permissions } of Object.values(workflow.jobs))
      assert.equal(permissions, undefined);
    const used = [...text(name).matchAll(/uses: (.*)$/gm)].map(([, action = '']) => action);
    assert.ok(used.length > 0);
    for (const action of used)
      assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${name}: no token is left for later steps, and no text of others is part of a script`, () => {
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout@'))
        assert.equal(step.with?.['persist-credentials'], false);
      assert.doesNotMatch(step.run ?? '', /\$\{\{/);
    }
  });

  test(`${name}: the scripts that it runs exist`, () => {
    const commands = steps.flatMap(({ run }) => run ?? []);
    assert.ok(commands.length > 0);
    for (const command of commands) {
      const [, script = 'test'] = /^npm (?:run (\S+)|test)/.exec(command) ?? assert.fail(command);
      assert.ok(script in scripts, script);
    }
  });
}

test('everything is tested on three systems with three releases of Node', () => {
  const { test: job } = (parse(text('ci.yml')) as Workflow).jobs;
  assert.deepEqual(job?.strategy?.matrix, {
    os: ['ubuntu-latest', 'macos-latest', 'windows-latest'],
    node: [20, 22, 24],
  });
});

/** What is set, and the points that are open then. */
const POINTS: readonly (readonly [
  { readonly repository: string; readonly changelog: string; readonly tag?: string },
  readonly string[],
])[] = [
  [
    { repository: 'https://github.com/NOT_SET/x', changelog: '# C\n\n## Unreleased\n' },
    ['repository', 'changelog'],
  ],
  [{ repository: 'https://github.com/a/x', changelog: '# C\n\n## 0.1.0\n', tag: 'v0.1.0' }, []],
  [
    { repository: 'https://github.com/a/x', changelog: '# C\n\n## 0.1.0\n', tag: 'v0.2.0' },
    ['tag'],
  ],
];

table(
  'the release script names what is open',
  POINTS,
  ([{ repository, changelog, tag }, codes]) => {
    const tool = pathToFileURL(repositoryPath('tools/open-points.mjs')).href;
    const args = [{ version: '0.1.0', repository }, changelog, tag].map(
      (one) => JSON.stringify(one) ?? 'undefined',
    );
    const code = `import(${JSON.stringify(tool)}).then(({ openPoints }) =>
    console.log(JSON.stringify(openPoints(${args.join()}).map(({ code }) => code))))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(stdout || '0'), codes, stderr);
  },
);

test('issue forms ask for the report', () => {
  const form = parse(
    readFileSync(repositoryPath('.github/ISSUE_TEMPLATE/problem.yml'), 'utf8'),
  ) as { body: { id: string; validations?: { required: boolean } }[] };
  const report = form.body.find(({ id }) => id === 'report');
  assert.equal(report?.validations?.required, true);
});
