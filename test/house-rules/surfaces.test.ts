import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { isConfiguration } from '../../server/src/disk/configuration';
import { requestOf } from '../../server/src/cli/options';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';

const read = (name: string): unknown => parse(readFileSync(repositoryPath(name), 'utf8'));

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly additional_dependencies: readonly string[];
}

const HOOKS = read('.pre-commit-hooks.yaml') as readonly Hook[];

const NAMES = [
  '.dstack.yml',
  'a.dstack.yaml',
  'jobs/train.dstack.yml',
  '.dstack/profiles.yml',
  'x/.dstack/profiles.yaml',
  'dstack.yml',
  'mydstack.yml',
  'profiles.yml',
  'x.dstack/profiles.yml',
  '.dstack/other.yml',
  'a.dstack.yml.bak',
];

table('pre-commit passes the files that are configurations', NAMES, (name) => {
  for (const { files } of HOOKS) assert.equal(new RegExp(files).test(name), isConfiguration(name));
});

test('the commands of the hooks and of the action are valid', () => {
  const { version } = read('package.json') as { version: string };
  for (const { entry, language, additional_dependencies: packages } of HOOKS) {
    assert.equal(language, 'node');
    // A clone has nothing built: the programs come from the npm package of the same version.
    assert.deepEqual(packages, [`dstack-check@${version}`]);
    const [program, ...args] = entry.split(' ');
    assert.equal(program, 'dstack-check');
    assert.equal(requestOf([...args, 'a.dstack.yml']).kind, 'check');
  }
  const { runs } = read('action.yml') as { runs: { steps: { run: string; shell: string }[] } };
  const [step] = runs.steps;
  assert.equal(step?.shell, 'bash');
  assert.match(step.run, /^npx --yes "dstack-check@\$VERSION" check "\$\{arguments\[@\]\}"$/m);
  const values = new Map([
    ['--dstack-version=', '0.20'],
    ['--max-warnings=', '1'],
    ['--exclude=', 'a'],
  ]);
  const args = [...step.run.matchAll(/arguments\+?=\("?(--[a-z][^"$)]*)/g)].flatMap(
    ([, one = '']) => one.split(' ').map((word) => word + (values.get(word) ?? '')),
  );
  assert.equal(args.length, values.size + 2);
  assert.equal(requestOf(['check', ...args, '--', 'a']).kind, 'check');
  // What a workflow passes on is data, never a part of the script.
  assert.doesNotMatch(step.run, /\$\{\{/);
});
